declare module 'virtual:words/*' {
  const words: Record<string, string>;
  export default words;
}

/** Addresses of the map renderer, from scripts/renderer.mjs. */
declare module 'virtual:renderer' {
  export const page: string;
  export const worker: string;
}
