// Long work on the server, followed by its events until it ends.
import type { Job } from './api.gen';

/** Tells how a job stands until it has ended; what is given back stops the following, not the job. */
export function follow(id: string, told: (job: Job) => void, gone: () => void = () => {}): () => void {
  const events = new EventSource(`/api/jobs/${id}/events`);
  let isKnown = false;
  const tell = (e: MessageEvent<string>): void => {
    isKnown = true;
    if (e.type === 'end') events.close();
    told(JSON.parse(e.data) as Job);
  };
  events.addEventListener('progress', tell);
  events.addEventListener('end', tell);
  events.onerror = () => {
    // A closed stream of an unknown job is an end; a lost server is tried again by the browser itself.
    if (events.readyState === EventSource.CLOSED && !isKnown) gone();
  };
  return () => events.close();
}

export const isActive = (job: Job | null): boolean => job?.state === 'waiting' || job?.state === 'running';
