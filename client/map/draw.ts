import L from 'leaflet'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { readInk } from './ink.ts'

/**
 * Drawing by hand. Each call waits for one thing and ends with null on Escape or when `signal` is aborted. The drawing
 * library is loaded when it is first needed and shows no toolbar of its own.
 */
interface Options {
  signal?: AbortSignal
}

const drawnOn = new WeakSet<L.Map>()

/** Whether clicks on this map belong to a drawing just now. */
export const isDrawing = (map: L.Map): boolean => drawnOn.has(map)

/** Geoman looks for Leaflet in the global scope, and knows only maps made after it unless it is told. */
async function withDrawing(map: L.Map): Promise<L.Map> {
  if (map.pm) return map
  Object.assign(window, { L })
  await Promise.all([
    import('@geoman-io/leaflet-geoman-free'),
    import('@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css'),
  ])
  L.PM.reInitLayer(map as never)
  if (!map.pm) map.pm = new (L.PM as unknown as { Map: new (map: L.Map) => L.Map['pm'] }).Map(map)
  return map
}

const lineIn = (map: L.Map): L.PathOptions => {
  const ink = readInk(map.getContainer())
  return { color: ink.adv, weight: 2, dashArray: '7 4', fillColor: ink.adv, fillOpacity: 0.06 }
}

/** The user clicks the corners; the first corner again, or Enter, closes the ring. */
export const drawPolygon = (map: L.Map, options: Options = {}): Promise<Ring | null> =>
  draw(map, 'Polygon', (layer) => ringOf(layer as L.Polygon), options)

/** The user clicks the points of a line; a double click or Enter ends it. */
export const drawPolyline = (map: L.Map, options: Options = {}): Promise<LatLng[] | null> =>
  draw(
    map,
    'Line',
    (layer) => ((layer as L.Polyline).getLatLngs() as L.LatLng[]).map(({ lat, lng }) => ({ lat, lng })),
    options,
  )

async function draw<T>(
  map: L.Map,
  kind: 'Polygon' | 'Line',
  read: (layer: L.Layer) => T,
  { signal }: Options,
): Promise<T | null> {
  await withDrawing(map)
  if (signal?.aborted) return null
  const style = lineIn(map)
  map.pm.enableDraw(kind, {
    templineStyle: style,
    hintlineStyle: { ...style, opacity: 0.6 },
    pathOptions: style,
    tooltips: false,
    allowSelfIntersection: kind === 'Line',
    continueDrawing: false,
    finishOn: 'dblclick',
  })
  return until<T>(map, signal, (done) => {
    const created = ({ layer }: { layer: L.Layer }) => {
      const drawn = read(layer)
      layer.remove()
      done(drawn)
    }
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      event.stopPropagation()
      const shapes = map.pm.Draw as unknown as Record<typeof kind, { _finishShape(): void }>
      shapes[kind]._finishShape()
    }
    map.on('pm:create', created)
    window.addEventListener('keydown', enter, true)
    return () => {
      map.off('pm:create', created)
      window.removeEventListener('keydown', enter, true)
      map.pm.disableDraw()
    }
  })
}

/** Handles on the corners of a ring; Enter gives the changed ring. */
export async function editPolygon(map: L.Map, ring: Ring, { signal }: Options = {}): Promise<Ring | null> {
  await withDrawing(map)
  if (signal?.aborted) return null
  const layer = L.polygon(
    ring.map(({ lat, lng }) => L.latLng(lat, lng)),
    lineIn(map),
  ).addTo(map)
  layer.pm.enable({ allowSelfIntersection: false })
  return until<Ring>(map, signal, (done) => {
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      event.stopPropagation()
      done(ringOf(layer))
    }
    window.addEventListener('keydown', enter, true)
    return () => {
      window.removeEventListener('keydown', enter, true)
      layer.pm.disable()
      layer.remove()
    }
  })
}

/** The next click on the map. */
export function pickPoint(map: L.Map, { signal }: Options = {}): Promise<LatLng | null> {
  const { cursor } = map.getContainer().style
  map.getContainer().style.cursor = 'crosshair'
  return until<LatLng>(map, signal, (done) => {
    const click = ({ latlng }: L.LeafletMouseEvent) => done({ lat: latlng.lat, lng: latlng.lng })
    map.once('click', click)
    return () => {
      map.off('click', click)
      map.getContainer().style.cursor = cursor
    }
  })
}

/** Runs one gesture: `begin` listens and returns how to stop; Escape and the signal end it with null. */
function until<T>(
  map: L.Map,
  signal: AbortSignal | undefined,
  begin: (done: (value: T | null) => void) => () => void,
): Promise<T | null> {
  return new Promise((resolve) => {
    let ended = false
    let stop = () => {}
    drawnOn.add(map)
    const done = (value: T | null) => {
      if (ended) return
      ended = true
      drawnOn.delete(map)
      window.removeEventListener('keydown', byEscape, true)
      signal?.removeEventListener('abort', abort)
      map.off('unload', abort)
      stop()
      resolve(value)
    }
    const abort = () => done(null)
    const byEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      done(null)
    }
    window.addEventListener('keydown', byEscape, true)
    signal?.addEventListener('abort', abort)
    map.on('unload', abort)
    stop = begin(done)
  })
}

function ringOf(layer: L.Polygon): Ring {
  const [outer] = layer.getLatLngs() as L.LatLng[][]
  return (outer ?? []).map(({ lat, lng }) => ({ lat, lng }))
}
