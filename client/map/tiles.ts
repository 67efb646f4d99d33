import L from 'leaflet'
import type { City } from '../../shared/city/city.ts'
import type { Locale } from './base-labels.ts'
import { createBaseMap } from './base-map.ts'

/** Where the ground comes from, as the server's configuration says. */
export interface GroundOptions {
  locale: Locale
  /** Raster tiles, `…/{z}/{x}/{y}.png`; needs their attribution. */
  tilesUrl?: string
  /** A self-hosted PMTiles file of vector tiles (Protomaps schema). */
  pmtilesUrl?: string
  attribution?: string
  /** The rehearsal's city: drawn only where no real map is configured. */
  city?: City | null
}

/** Whether the streets on the map are the rehearsal's and must be labelled as made up. */
export const isMadeUp = ({ tilesUrl, pmtilesUrl, city }: GroundOptions): boolean =>
  Boolean(city) && !tilesUrl && !pmtilesUrl

/** Puts the ground on a map and returns how to take it off. The offline map lies under the tiles, and shows where they fail. */
export function addGround(map: L.Map, options: GroundOptions): () => void {
  const { locale, tilesUrl, pmtilesUrl, attribution } = options
  const layers: L.Layer[] = [
    createBaseMap(map, { locale, city: isMadeUp(options) ? (options.city ?? null) : null }).addTo(map),
  ]
  let removed = false
  if (tilesUrl) layers.push(L.tileLayer(tilesUrl, { maxZoom: 19, attribution, zIndex: 2 }).addTo(map))
  else if (pmtilesUrl)
    void vectorTiles(pmtilesUrl, locale, attribution).then((layer) => {
      if (!removed) layers.push(layer.addTo(map))
    })
  return () => {
    removed = true
    for (const layer of layers) layer.remove()
  }
}

/** protomaps-leaflet looks for Leaflet in the global scope. */
async function vectorTiles(url: string, lang: Locale, attribution = ''): Promise<L.Layer> {
  Object.assign(window, { L })
  const { leafletLayer } = await import('protomaps-leaflet')
  const dark = getComputedStyle(document.documentElement).colorScheme !== 'light'
  return leafletLayer({ url, lang, attribution, flavor: dark ? 'dark' : 'light' }) as unknown as L.Layer
}
