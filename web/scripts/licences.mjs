// The licences of what is built into the pages, as one file beside them.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shipped = [
  'svelte', 'maplibre-gl', 'topojson-client', 'world-atlas', '@fontsource/noto-sans', '@fontsource/noto-sans-arabic',
];

/** Vite plugin: writes licences.txt; a package without a licence file stops the build. */
export function licences() {
  return {
    name: 'licences',
    generateBundle() {
      const parts = shipped.map((name) => {
        const folder = fileURLToPath(new URL(`../node_modules/${name}/`, import.meta.url));
        const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
        if (!file) throw new Error(`${name} has no licence file`);
        return `${name}\n\n${readFileSync(folder + file, 'utf8').trim()}\n`;
      });
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: parts.join(`\n${'-'.repeat(72)}\n\n`) });
    },
  };
}
