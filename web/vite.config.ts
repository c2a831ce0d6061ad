import { defineConfig } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { licences } from './scripts/licences.mjs';
import { renderer } from './scripts/renderer.mjs';
import { words } from './scripts/words.mjs';

// Everything the pages need is in the build: a strict content policy lets nothing in from elsewhere.
export default defineConfig({
  plugins: [svelte(), words(), licences(), renderer()],
  build: {
    outDir: '../artifacts/web',
    emptyOutDir: true,
    target: 'es2022',
    // A data: address inside a style is no request, but a file is cached and counted.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
  },
});
