// The words of the pages, from web/words.csv and from the words that pictures and printed pages use
// (src/Rahdar.Reports/Words/words.csv): one module a language, loaded when it is wanted.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const files = ['../../src/Rahdar.Reports/Words/words.csv', '../words.csv'].map((f) =>
  fileURLToPath(new URL(f, import.meta.url)),
);
const languages = ['en', 'ru', 'ur', 'fa'];

/** RFC 4180: fields in quotes may hold commas, quotes and line breaks. */
function readCsv(text) {
  const rows = [];
  let row = [], field = '', quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') { field += '"'; i++; }
      else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') { row.push(field); field = ''; }
    else if (c === '\n') { row.push(field); rows.push(row); row = []; field = ''; }
    else if (c !== '\r') field += c;
  }
  if (field || row.length) { row.push(field); rows.push(row); }
  return rows;
}

export function readWords() {
  const words = Object.fromEntries(languages.map((l) => [l, {}]));
  for (const file of files) {
    const [header, ...rows] = readCsv(readFileSync(file, 'utf8'));
    if (header.join() !== 'key,en,ru,ur,fa') throw new Error(`${file}: the header is not key,en,ru,ur,fa`);
    rows.forEach(([key, ...texts], i) => {
      if (texts.length !== 4 || texts.some((t) => t.trim() === ''))
        throw new Error(`${file}:${i + 2} ${key}: not four texts`);
      if (words.en[key] !== undefined) throw new Error(`${file}:${i + 2} ${key}: stands twice`);
      languages.forEach((l, n) => (words[l][key] = texts[n]));
    });
  }
  return words;
}

/** Vite plugin: `virtual:words/ur` is the table of one language. */
export function words() {
  const prefix = 'virtual:words/';
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith(prefix) ? '\0' + id : null),
    load(id) {
      if (!id.startsWith('\0' + prefix)) return null;
      files.forEach((f) => this.addWatchFile(f));
      return `export default ${JSON.stringify(readWords()[id.slice(prefix.length + 1)])};`;
    },
  };
}
