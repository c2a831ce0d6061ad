// The map, loaded when it is first wanted: it is most of the weight of the pages.
import type * as MapLibre from 'maplibre-gl';
import { page, worker } from 'virtual:renderer';
import 'maplibre-gl/dist/maplibre-gl.css';
import { feature } from 'topojson-client';
import countries from 'world-atlas/countries-50m.json?url';
import { get } from 'svelte/store';
import { say } from './words';

const fonts = ['Noto Sans', 'Noto Sans Arabic', 'sans-serif'];

/** Makes the map; told what was pressed on. */
export async function make(
  box: HTMLElement, colours: unknown, known: string, language: string, press: (id: string) => void,
): Promise<MapLibre.Map> {
  const maplibregl: typeof MapLibre = await import(/* @vite-ignore */ page);
  maplibregl.setWorkerUrl(worker);
  const world = await (await fetch(countries)).json();
  const t = get(say);
  const map = new maplibregl.Map({
    container: box, center: [58, 38], zoom: 3.1, minZoom: 1.5, maxZoom: 9, attributionControl: false,
    dragRotate: false, pitchWithRotate: false, touchPitch: false,
    locale: {
      'NavigationControl.ZoomIn': t('map.in'), 'NavigationControl.ZoomOut': t('map.out'), 'Map.Title': t('map.label'),
    },
    style: {
      version: 8,
      sources: {
        world: { type: 'geojson', data: feature(world, world.objects.countries) as never },
        corridor: { type: 'geojson', data: `/api/map?known=${known}` },
      },
      layers: [
        { id: 'sea', type: 'background', paint: { 'background-color': '#dbe7f0' } },
        { id: 'land', type: 'fill', source: 'world', paint: { 'fill-color': '#f7f5f0' } },
        { id: 'borders', type: 'line', source: 'world', paint: { 'line-color': '#b9b4a7', 'line-width': 0.7 } },
        {
          id: 'links-off', type: 'line', source: 'corridor',
          filter: ['all', ['==', ['get', 'kind'], 'link'], ['!=', ['get', 'status'], 'operating'], ['!=', ['get', 'mode'], 'air']],
          paint: { 'line-color': colours as never, 'line-width': 1.2, 'line-dasharray': [2, 2] },
        },
        {
          id: 'links', type: 'line', source: 'corridor',
          filter: ['all', ['==', ['get', 'kind'], 'link'], ['==', ['get', 'status'], 'operating'], ['!=', ['get', 'mode'], 'air']],
          paint: {
            'line-color': colours as never,
            'line-width': ['match', ['get', 'mode'], 'rail', 2, 'sea', 1, 1.2],
            'line-opacity': ['match', ['get', 'mode'], 'rail', 1, 0.75],
          },
        },
        {
          id: 'crossings', type: 'symbol', source: 'corridor', filter: ['==', ['get', 'kind'], 'crossing'],
          layout: {
            'text-field': ['match', ['get', 'state'], 'shut', '■', 'disputed', '▲', '●'], 'text-font': fonts,
            'text-size': ['match', ['get', 'state'], 'open', 11, 17], 'text-allow-overlap': true,
            'symbol-sort-key': ['match', ['get', 'state'], 'open', 0, 1],
          },
          paint: {
            'text-color': ['match', ['get', 'state'], 'shut', '#d55e00', 'disputed', '#b57600', '#00694d'],
            'text-halo-color': '#fff', 'text-halo-width': 1.5,
          },
        },
        {
          id: 'places', type: 'symbol', source: 'corridor', minzoom: 3, filter: ['==', ['get', 'kind'], 'place'],
          layout: {
            'text-field': ['coalesce', ['get', language, ['get', 'names']], ['get', 'name']], 'text-font': fonts,
            'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 0.4], 'text-optional': true,
          },
          paint: { 'text-color': '#17212e', 'text-halo-color': '#fff', 'text-halo-width': 1.4 },
        },
      ],
    },
  });
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
  for (const layer of ['crossings', 'places', 'links', 'links-off']) {
    map.on('click', layer, (e) => {
      const pressed = map.queryRenderedFeatures(e.point, { layers: ['crossings', 'places', 'links', 'links-off'] })[0];
      if (!pressed || pressed.layer.id !== layer) return;
      // Ids of text are kept in the properties: the renderer knows numbers alone.
      press(String(pressed.properties['crossing'] ?? pressed.properties['id']));
    });
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
  }
  await new Promise<void>((done) => map.once('load', () => done()));
  return map;
}
