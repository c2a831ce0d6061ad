// The question about a way: what stands in the form, in the address, and in a request.
import type { Fault } from './http';

export interface Question {
  from: string; to: string; ready: string; known: string;
  boxes: number; size: string; tonnes: number;
  scenario: string; avoid: string; only: string; via: string; box: string; by: string; value: string; draws: number;
}

export const empty: Question = {
  from: '', to: '', ready: '', known: '', boxes: 16, size: '20', tonnes: 20,
  scenario: '', avoid: '', only: '', via: '', box: '', by: '', value: '', draws: 1000,
};

/** The question of the demo: sixteen boxes from Lahore to Astrakhan, ready on 21 June 2025. */
export const demo: Question = { ...empty, from: 'PKLHE', to: 'RUASF', ready: '2025-06-21', known: '2025-06-11' };

const list = (text: string): string[] | undefined => {
  const words = text.split(/[,،;]/).map((w) => w.trim()).filter(Boolean);
  return words.length > 0 ? words : undefined;
};

export interface Asked {
  from: string; to: string; ready: string; cargo: string; known?: string; scenario?: string;
  avoid?: string[]; only?: string[]; via?: string[]; box?: string;
}

/** As asked of every question about a way. */
export function asked(q: Question): Asked {
  return {
    from: q.from, to: q.to, ready: q.ready, cargo: `${q.boxes}x${q.size}ft:${q.tonnes}t`,
    ...(q.known && { known: q.known }), ...(q.scenario && { scenario: q.scenario }),
    ...(list(q.avoid) && { avoid: list(q.avoid)! }), ...(list(q.only) && { only: list(q.only)! }),
    ...(list(q.via) && { via: list(q.via)! }), ...(q.box && { box: q.box }),
  };
}

/** As looked ahead at. */
export const ahead = (q: Question): { draws: number; by?: string; 'value-of-time'?: string } => ({
  draws: q.draws, ...(q.by && { by: q.by }), ...(q.value && { 'value-of-time': q.value }),
});

/** What of a question stands in the address: all that is not as it is when left out. */
export function inAddress(q: Question): Record<string, string> {
  const out: Record<string, string> = {};
  for (const name of Object.keys(empty) as (keyof Question)[])
    if (String(q[name]) !== String(empty[name])) out[name] = String(q[name]);
  return out;
}

export function fromAddress(values: URLSearchParams): Question {
  const q: Record<string, string | number> = { ...empty };
  for (const name of Object.keys(empty) as (keyof Question)[]) {
    const text = values.get(name);
    if (text !== null) q[name] = typeof empty[name] === 'number' ? Number(text) || 0 : text;
  }
  return q as unknown as Question;
}

/** The faults of some fields, by the names of the command line. */
export const faultsOf = (faults: Fault[], ...names: string[]): Fault[] =>
  faults.filter((f) => names.includes(f.field.replace(/^--/, '')));
