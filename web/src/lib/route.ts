// Where one is: the page and what it shows stand in the address, so that a link shares it.
import { writable } from 'svelte/store';

export const pages = ['plan', 'corridor', 'simulate', 'indicators', 'help'] as const;
export type PageName = (typeof pages)[number];
export interface Route { page: PageName; values: URLSearchParams }

const read = (): Route => {
  const name = location.pathname.replace(/^\/|\/$/g, '');
  return { page: pages.find((p) => p === name) ?? 'plan', values: new URLSearchParams(location.search) };
};

export const route = writable<Route>(read());
addEventListener('popstate', () => route.set(read()));

/** Goes to a page; `stay` changes what the address says without a step back. */
export function go(page: PageName, values: Record<string, string | string[] | undefined> = {}, stay = false): void {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of Array.isArray(value) ? value : value ? [value] : []) query.append(name, one);
  const address = `/${page}${query.size ? `?${query}` : ''}`;
  if (stay) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  route.set(read());
}

/** A click on a link of ours, without loading the page anew. */
export function follow(event: MouseEvent, page: PageName, values: Record<string, string> = {}): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(page, values);
}
