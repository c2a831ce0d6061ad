// The map renderer as its makers ship it: page and worker import one shared file, which a bundler would put into both.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const dist = (file) => fileURLToPath(new URL(`../node_modules/maplibre-gl/dist/${file}`, import.meta.url));
const { version } = JSON.parse(readFileSync(dist('../package.json'), 'utf8'));
/** Where it is served; named by its version, as what lies in assets/ never changes. */
const folder = `assets/maplibre-gl-${version}`;

/** Vite plugin: puts the renderer beside the bundle; `virtual:renderer` has its addresses. */
export function renderer() {
  return {
    name: 'renderer',
    resolveId: (id) => (id === 'virtual:renderer' ? `\0${id}` : undefined),
    load: (id) => (id === '\0virtual:renderer'
      ? `export const page = '/${folder}/maplibre-gl.mjs';\nexport const worker = '/${folder}/maplibre-gl-worker.mjs';` : undefined),
    generateBundle() {
      for (const part of ['', '-shared', '-worker'])
        this.emitFile({
          type: 'asset', fileName: `${folder}/maplibre-gl${part}.mjs`,
          source: readFileSync(dist(`maplibre-gl${part}.mjs`), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
        });
    },
  };
}
