// What is looked at beside the page: a subject with its claims, or a figure with its sources.
import { writable } from 'svelte/store';

export type Evidence = { kind: 'claims'; subject: string; known: string } | { kind: 'figure'; id: string; known: string };
export const evidence = writable<Evidence | null>(null);

export const showClaims = (subject: string, known: string): void => evidence.set({ kind: 'claims', subject, known });
export const showFigure = (id: string, known: string): void => evidence.set({ kind: 'figure', id, known });
