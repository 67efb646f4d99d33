import L from 'leaflet'
import type { City } from '../../shared/city/city.ts'
import type { Locale } from './base-labels.ts'
import { createBaseMap } from './base-map.ts'
import { watchInk } from './ink.ts'

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
  const base = createBaseMap(map, { locale, city: isMadeUp(options) ? (options.city ?? null) : null })
  base.addTo(map)
  if (pmtilesUrl && !tilesUrl) {
    const removeTiles = addVectorTiles(map, pmtilesUrl, locale, attribution)
    return () => {
      removeTiles()
      base.remove()
    }
  }
  const tiles = tilesUrl ? L.tileLayer(tilesUrl, { maxZoom: 19, attribution, zIndex: 2 }).addTo(map) : null
  return () => {
    tiles?.remove()
    base.remove()
  }
}

const flavorNow = (map: L.Map): 'dark' | 'light' =>
  getComputedStyle(map.getContainer()).colorScheme === 'light' ? 'light' : 'dark'

/** Vector tiles in the theme's flavour; the libraries are loaded when they are needed. */
function addVectorTiles(map: L.Map, url: string, lang: Locale, attribution = ''): () => void {
  let layer: L.Layer | null = null
  let shown: string | null = null
  let removed = false
  async function show() {
    const flavor = flavorNow(map)
    if (flavor === shown) return
    shown = flavor
    // protomaps-leaflet looks for Leaflet in the global scope.
    Object.assign(window, { L })
    const [{ leafletLayer }, { PMTiles }] = await Promise.all([
      import('protomaps-leaflet'),
      import('pmtiles'),
    ])
    const archive = new PMTiles(url)
    // A layer without its archive would paint over the offline map and fail at every tile.
    const { maxZoom } = await archive.getHeader()
    if (removed || flavor !== shown) return
    layer?.remove()
    layer = leafletLayer({
      // Its own copy of the reader's types differs in private fields only.
      url: archive as never,
      maxDataZoom: maxZoom,
      lang,
      attribution,
      flavor,
    }) as unknown as L.Layer
    layer.addTo(map)
  }
  const tryToShow = () => {
    show().catch((reason: unknown) => {
      shown = null
      console.error('The vector map cannot be read; the offline map is shown instead.', reason)
    })
  }
  const unwatch = watchInk(tryToShow)
  tryToShow()
  return () => {
    removed = true
    unwatch()
    layer?.remove()
  }
}
