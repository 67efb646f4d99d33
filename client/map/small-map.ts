import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { lostAfter } from '../../shared/positions/age.ts'
import { makeLiveTable, reserve } from '../../shared/positions/live-table.ts'
import type { Carriers } from './carriers.ts'
import { kindAssistant, kindMe, kindUnit } from './carriers.ts'
import './map.css'
import { makePanes, positionsPane, shapesPane } from './panes.ts'
import { createPositionsLayer } from './positions-layer.ts'
import type { Shape } from './shapes.ts'
import { createShapesLayer } from './shapes-layer.ts'
import type { GroundOptions } from './tiles.ts'
import { addGround } from './tiles.ts'

/** Somebody on the phone's map. */
export interface Seen {
  at: LatLng
  /** Time of the fix, milliseconds. */
  time: number
  accuracy?: number
  /** Inside a unit's plate. */
  number?: string
  label: string
}

/** What the phone shows: one's order, oneself, the unit one goes with and, for a unit, its assistants. */
export interface SmallMapContent {
  perimeter?: Ring | null
  meeting?: { at: LatLng; label: string } | null
  me?: Seen | null
  unit?: Seen | null
  members?: readonly Seen[]
  /** The phone is a unit's: `me` is drawn as its plate, tied to the members. */
  iAmUnit?: boolean
  /** What else lies on the ground: a segment with its lanes and dangers. */
  ground?: readonly Shape[]
}

export interface SmallMap {
  update(content: SmallMapContent): void
  remove(): void
}

const meNo = 0
const unitNo = 1
const firstMember = 2

/** A map for the phone: Leaflet without React, the desk's drawing, half as large again. `now` is the server's clock. */
export function createSmallMap(element: HTMLElement, ground: GroundOptions, now: () => number): SmallMap {
  element.classList.add('serik-map-small')
  const map = L.map(element, { zoomControl: false, keyboard: false, minZoom: 4, maxZoom: 19, zoomSnap: 0.25 })
  map.attributionControl.setPrefix(false)
  map.setView([43.238, 76.905], 12)
  const removeGround = addGround(map, ground)
  makePanes(map)
  let words: string[] = []
  let numbers: string[] = []
  const carriers: Carriers = {
    table: makeLiveTable(64),
    kind: new Uint8Array(64),
    flags: new Uint16Array(64),
    pairs: [],
    now,
    lostAfter: () => lostAfter(0),
    numberOf: (no) => numbers[no] ?? '',
    labelOf: (no) => words[no] ?? null,
    tagOf: () => null,
    lostLabelOf: () => null,
  }
  const shapes = createShapesLayer(map, shapesPane, () => positions.changed())
  const positions = createPositionsLayer(map, positionsPane, carriers, {
    scale: 1.5,
    takenIn: shapes.takenIn,
    above: shapes.paintAbove,
  })
  let fitted = ''

  function put(no: number, kind: number, seen: Seen) {
    reserve(carriers.table, no)
    carriers.table.lat[no] = seen.at.lat
    carriers.table.lng[no] = seen.at.lng
    carriers.table.at[no] = seen.time
    carriers.table.accuracy[no] = seen.accuracy ?? 0
    carriers.kind[no] = kind
    words[no] = seen.label
    numbers[no] = seen.number ?? ''
  }

  return {
    update({ perimeter, meeting, me, unit, members = [], iAmUnit = false, ground = [] }) {
      carriers.kind.fill(0)
      words = []
      numbers = []
      if (me) put(meNo, iAmUnit ? kindUnit : kindMe, me)
      if (unit) put(unitNo, kindUnit, unit)
      const shown = members.slice(0, carriers.kind.length - firstMember)
      for (const [i, member] of shown.entries()) put(firstMember + i, kindAssistant, member)
      carriers.pairs = iAmUnit
        ? shown.map((_, i) => [meNo, firstMember + i] as const)
        : unit && me
          ? [[unitNo, meNo] as const]
          : []
      const list: Shape[] = []
      if (perimeter) list.push({ kind: 'perimeter', id: 'perimeter', ring: perimeter, shadeOutside: true })
      if (meeting) list.push({ kind: 'meeting', id: 'meeting', at: meeting.at, label: meeting.label })
      shapes.set([...list, ...ground])
      positions.changed()
      const segment = ground.find((shape) => shape.kind === 'area' && shape.selected)
      if (segment?.kind === 'area') fitTo(segment.ring, me?.at ?? null)
      else fitTo(perimeter ?? null, meeting?.at ?? null, me?.at ?? null, unit?.at ?? null)
    },
    remove() {
      positions.remove()
      shapes.remove()
      removeGround()
      map.remove()
    },
  }

  /** Fits when the order or who is shown changes, not when somebody moves. */
  function fitTo(perimeter: Ring | null, ...others: Array<LatLng | null>) {
    const points = [...(perimeter ?? []), ...others.filter((at) => at !== null)]
    const key = [perimeter?.length ?? 0, perimeter?.[0]?.lat, ...others.map((at) => (at ? 1 : 0))].join()
    if (points.length === 0 || key === fitted) return
    fitted = key
    const bounds = L.latLngBounds(points.map(({ lat, lng }) => [lat, lng]))
    map.fitBounds(bounds, {
      paddingTopLeft: [16, 16],
      // The source of the map stands at the foot.
      paddingBottomRight: [16, 26],
      maxZoom: 17,
      animate: false,
    })
  }
}
