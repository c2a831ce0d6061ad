// A column of a table: what it shows, and by what it is sorted.
export interface Column<R> {
  id: string;
  name: string;
  text: (row: R) => string;
  /** By what rows are sorted; the text when left out. */
  value?: (row: R) => number | string;
  /** Searched beside what is shown: the Latin name, or the id. */
  latin?: (row: R) => string;
  /** True for figures: they stand at the end of their column. */
  n?: boolean;
  /** A state that has a shape: open, disputed, shut. */
  state?: (row: R) => string;
  /** True for sentences of the data, which are English. */
  english?: boolean;
}
