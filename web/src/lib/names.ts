// What places, borders, yards and relations are called in the reader's language: asked of the server once a language.
import { derived, writable } from 'svelte/store';
import { names as ask } from './api.gen';
import { server } from './http';
import { language, type Language } from './words';

type Names = Map<string, string>;
const asked = new Map<Language, Promise<Names>>();
const table = writable<Names>(new Map());

async function load(l: Language): Promise<Names> {
  const { names } = await ask({ lang: l });
  return new Map(names.map((n) => [n.id, n.name]));
}

let current: Language = 'en';
function want(l: Language): void {
  current = l;
  const names = asked.get(l) ?? load(l);
  asked.set(l, names);
  names.then(
    (n) => current === l && table.set(n),
    // Latin names stand as long as there are none; the next call asks again.
    () => asked.delete(l));
}
language.subscribe(want);
server.subscribe((s) => s === 'ok' && !asked.has(current) && want(current));

/** A Latin name without what stands in brackets. */
const bare = (latin: string): string => latin.split(' (')[0]!;

/** The name of an id; the Latin one, or the id itself, where there is none. */
export const call = derived(table, (names) => (id: string, latin = ''): string => names.get(id) ?? (latin || id));

/** The name of a place. */
export const place = derived(table, (names) => (p: { id: string; name: string }): string => names.get(p.id) ?? bare(p.name));

/** The name of an id, empty where there is none. */
export const nameOf = derived(table, (names) => (id: string): string => names.get(id) ?? '');
