// The words of the pages: one table a language, loaded when it is wanted. What the planner itself says (notes, reasons,
// evidence) is English and marked so.
import { get, writable } from 'svelte/store';

export const languages = ['en', 'ru', 'ur', 'fa'] as const;
export type Language = (typeof languages)[number];
export const names: Record<Language, string> = { en: 'English', ru: 'Русский', ur: 'اردو', fa: 'فارسی' };

const tables: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('virtual:words/en'),
  ru: () => import('virtual:words/ru'),
  ur: () => import('virtual:words/ur'),
  fa: () => import('virtual:words/fa'),
};
// Dates are Gregorian in all four: so are the papers, timetables and closures they speak of.
const locales: Record<Language, string> = {
  en: 'en-GB', ru: 'ru-RU', ur: 'ur-PK-u-nu-latn-ca-gregory', fa: 'fa-IR-u-nu-arabext-ca-gregory',
};

// A range is one thing: in a text from right to left it is not turned.
const filling = /\{(\d)\}(?:( ?[–-] ?)\{(\d)\})?/g;

export const language = writable<Language>('en');
export type Say = (key: string, ...values: (string | number)[]) => string;
export const say = writable<Say>((key) => key);

export const isRightToLeft = (l: Language): boolean => l === 'ur' || l === 'fa';

/** Takes the language of the address, of the last visit, or of the browser. */
export async function begin(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('rahdar.language')
    ?? navigator.language.slice(0, 2);
  await speak(languages.find((l) => l === asked) ?? 'en');
}

export async function speak(l: Language): Promise<void> {
  const table = (await tables[l]()).default;
  document.documentElement.lang = l;
  document.documentElement.dir = isRightToLeft(l) ? 'rtl' : 'ltr';
  localStorage.setItem('rahdar.language', l);
  language.set(l);
  say.set((key, ...values) =>
    (table[key] ?? key).replace(filling, (...[, n, dash, m]: (string | undefined)[]) =>
      isolated(`${values[Number(n)] ?? ''}${dash ? `${dash}${values[Number(m)] ?? ''}` : ''}`)));
}

/** A name or an id inside a text that may run the other way (U+2068 to U+2069). */
export const isolated = (text: string): string => (isRightToLeft(get(language)) && text ? `\u2068${text}\u2069` : text);

/** Words for a stable code of an answer; the code itself where the table has none. */
export function word(t: Say, group: string, code: string): string {
  const key = `${group}.${code}`;
  const text = t(key);
  return text === key ? code : text;
}

const locale = (): string => locales[get(language)];

// To make a formatter takes a hundred times as long as to use it: a table of 10,000 rows makes each once.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function numbersOf(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const full = `${locale()} ${key}`;
  const made = numbers.get(full) ?? new Intl.NumberFormat(locale(), options);
  numbers.set(full, made);
  return made;
}

function datesOf(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const full = `${locale()} ${key} ${options.timeZone}`;
  const made = dates.get(full) ?? new Intl.DateTimeFormat(locale(), options);
  dates.set(full, made);
  return made;
}

export const number = (value: number, digits = 0): string =>
  numbersOf(`n${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }).format(value);

export const percent = (share: number, digits = 1): string =>
  numbersOf(`p${digits}`, { style: 'percent', maximumFractionDigits: digits }).format(share);

/** A day, `2025-06-21` or an instant, in the zone given. */
export const day = (iso: string, zone = 'UTC'): string => !isDay(iso) ? iso
  : datesOf('day', { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }).format(new Date(iso))
    // Within a sentence the Russian `г.` would be a full stop.
    .replace(/\sг\.$/, '');

export const moment = (iso: string, zone = 'UTC'): string =>
  datesOf('moment', {
    day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone,
  }).format(new Date(iso));

export const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether a text begins with a day of the calendar; 31 February is none. */
export const isDay = (iso: string): boolean =>
  /^\d{4}-\d\d-\d\d/.test(iso) && !Number.isNaN(Date.parse(iso)) && new Date(Date.parse(iso.slice(0, 10))).toISOString().startsWith(iso.slice(0, 10));

export const addDays = (iso: string, n: number): string => !isDay(iso) ? iso :
  new Date(Date.parse(iso) + n * 86_400_000).toISOString().slice(0, 10);
