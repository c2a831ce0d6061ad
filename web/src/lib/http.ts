// The only way from the pages to the server: same origin, problem details as errors, a slow or lost server seen by all.
import { writable } from 'svelte/store';

export interface Fault { file: string; row: number; field: string; code: string; message: string }

/** An answer that is no answer: a stable code, and every fault with its field. */
export class Problem extends Error {
  constructor(
    readonly status: number, readonly code: string, detail: string, readonly faults: Fault[] = [],
    readonly retryAfter = 0,
  ) {
    super(detail);
  }
}

export interface Options { signal?: AbortSignal; body?: boolean }

/** Whether the server answers: `slow` after four seconds without an answer, `lost` when it cannot be reached. */
export const server = writable<'ok' | 'slow' | 'lost'>('ok');
const slowAfter = 4000;
let waiting = 0, probing = false;

export type Values = Record<string, string | number | boolean | string[] | undefined>;

export function address(path: string, values: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values as Values))
    for (const one of Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value])
      query.append(name, String(one));
  return query.size ? `${path}?${query}` : path;
}

/** Asks a question; one with a text of several lines goes by body. */
export async function ask<T>(path: string, values: Values, options: Options = {}, method = 'GET'): Promise<T> {
  const byBody = method === 'POST' || options.body
    || Object.values(values).some((v) => typeof v === 'string' && (v.includes('\n') || v.length > 2000));
  return send<T>(byBody ? path : address(path, values), options, byBody ? values : undefined);
}

/** Takes a question as a job. */
export const take = <T>(path: string, values: Values, options: Options = {}): Promise<T> =>
  send<T>(path, options, values);

export const drop = <T>(path: string): Promise<T> => send<T>(path, {}, undefined, 'DELETE');

async function send<T>(path: string, options: Options, body?: Values, method?: string): Promise<T> {
  const slow = setTimeout(() => server.set('slow'), slowAfter);
  waiting++;
  try {
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(path, {
        method: method ?? (body ? 'POST' : 'GET'),
        headers: body ? { 'content-type': 'application/json' } : {},
        body: body ? JSON.stringify(body) : null,
        signal: options.signal ?? null,
      });
      if (answer.ok) return (await answer.json()) as T;
      const problem = await read(answer);
      // One too many at this moment: the server says when to come again.
      if (problem.code === 'limit:busy' && attempt < 5) await pause(problem.retryAfter * 1000, options.signal);
      else throw problem;
    }
  } catch (e) {
    if (e instanceof TypeError) {
      server.set('lost');
      probe();
      throw new Problem(0, 'serve:lost', 'the server cannot be reached');
    }
    throw e;
  } finally {
    clearTimeout(slow);
    waiting--;
    server.update((s) => (s === 'slow' && waiting === 0 ? 'ok' : s));
  }
}

async function read(answer: Response): Promise<Problem> {
  try {
    const p = await answer.json();
    return new Problem(
      answer.status, p.code, p.detail, p.faults ?? [], Number(answer.headers.get('retry-after') ?? 0));
  } catch {
    return new Problem(answer.status, 'serve:failure', `status ${answer.status}`);
  }
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      fail(new DOMException('aborted', 'AbortError'));
    });
  });
}

/** Looks every two seconds whether a lost server is back. */
async function probe(): Promise<void> {
  if (probing) return;
  probing = true;
  for (;;) {
    await pause(2000);
    try {
      if ((await fetch('/api/health')).ok) break;
    } catch { /* not yet */ }
  }
  probing = false;
  server.set('ok');
}
