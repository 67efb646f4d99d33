import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { kindUnit } from '../../../client/map/carriers.ts'
import { createLiveMap } from '../../../client/map/live-map.ts'
import '../../../client/ui/tokens.css'
import '../../../client/ui/base.css'
import { cityCentre, cityOf } from '../../../shared/city/city.ts'
import { makeCarriers } from '../../client/map/page/scene.ts'

/** A map without ground: ?layer=ours|leaflet|none, ?count. A fifth of the points moves each second, at 4 Hz. */
const ask = new URLSearchParams(location.search)
const count = Number(ask.get('count') ?? 50_000)
const tickMs = 250
const ticksPerSecond = 4
const movesEvery = 5
const carriers = makeCarriers(cityOf(11), count, () => Date.now())
const { table } = carriers
const map = L.map('map', { zoomAnimation: false, attributionControl: false, zoomControl: false })
map.setView([cityCentre.lat, cityCentre.lng], 14)

declare global {
  interface Window {
    bench: { moved: number; ticks: number; missed(): number; gaps: number[] }
  }
}
window.bench = { moved: 0, ticks: 0, missed: () => 0, gaps: [] }
/** The points of this tick, each moved. */
function move(moved: (no: number) => void) {
  const tick = ++window.bench.ticks
  for (let no = tick % (movesEvery * ticksPerSecond); no < count; no += movesEvery * ticksPerSecond) {
    table.lat[no] = (table.lat[no] as number) + (Math.random() - 0.5) * 2e-4
    table.lng[no] = (table.lng[no] as number) + (Math.random() - 0.5) * 2e-4
    table.at[no] = Date.now()
    moved(no)
    window.bench.moved++
  }
}

if (ask.get('layer') === 'ours') {
  const live = createLiveMap(
    map,
    carriers,
    () => {},
    () => {},
  )
  setInterval(() => {
    move(() => {})
    live.positions.changed()
  }, tickMs)
  const at = (no: number) => map.latLngToContainerPoint([table.lat[no] as number, table.lng[no] as number])
  /** Whom the cursor finds must lie where it points; neighbours may share the place. */
  window.bench.missed = () => {
    const { x, y } = map.getSize()
    let asked = 0
    let missed = 0
    for (let no = 0; no < count && asked < 200; no++) {
      const point = at(no)
      if (point.x < 0 || point.y < 0 || point.x > x || point.y > y) continue
      asked++
      const found = live.positions.hit(point)
      if (found === null || at(found).distanceTo(point) > 14) missed++
    }
    return missed
  }
}
if (ask.get('layer') === 'leaflet') {
  const renderer = L.canvas({ padding: 0.1 })
  const markers = Array.from({ length: count }, (_, no) =>
    L.circleMarker([table.lat[no] as number, table.lng[no] as number], {
      ...{ renderer, radius: 4, weight: 1 },
      color: carriers.kind[no] === kindUnit ? '#4a90d9' : '#d9a441',
    }).addTo(map),
  )
  setInterval(
    () => move((no) => markers[no]?.setLatLng([table.lat[no] as number, table.lng[no] as number])),
    tickMs,
  )
}
if (ask.get('layer') === 'none') setInterval(() => move(() => {}), tickMs)

let last = performance.now()
const frame = (at: number) => {
  window.bench.gaps.push(at - last)
  last = at
  requestAnimationFrame(frame)
}
requestAnimationFrame(frame)
