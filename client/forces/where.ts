import { distance } from '../../shared/geo/distance.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Thing } from '../app/desk-state.ts'
import { useDesk } from '../app/desk-state.ts'
import type { Store } from '../store/open-store.ts'

export interface Spot extends LatLng {
  /** Time of the fix, server's clock. */
  at: number
}

/** Where a carrier was last seen, from the frames; null when it was not since this desk looks. */
export function spotOf({ board, live }: Store, kind: 'unit' | 'assistant', id: Id): Spot | null {
  const no = board.board[kind].get(id)?.no
  if (no === undefined || !live.table.at[no]) return null
  return {
    lat: live.table.lat[no] as number,
    lng: live.table.lng[no] as number,
    at: live.table.at[no] as number,
  }
}

/** Where a thing lies on the map; null for what has no place. */
export function placeOfThing(store: Store, { kind, id }: Thing): LatLng | null {
  const { board } = store.board
  switch (kind) {
    case 'unit':
    case 'assistant':
      return spotOf(store, kind, id)
    case 'task':
      return board.place.get(board.task.get(id)?.place ?? '')?.meeting.at ?? null
    case 'place':
      return board.place.get(id)?.meeting.at ?? null
    case 'incident':
      return board.incident.get(id)?.at ?? null
    case 'alarm': {
      const subject = board.alarm.get(id)?.subject
      return subject ? placeOfThing(store, subject) : null
    }
    case 'operation':
      return null
  }
}

/** What distances are counted from: the selected thing, else the middle of the map. */
export function reference(store: Store): LatLng | null {
  const { selected, map } = useDesk.getState()
  const at = selected && placeOfThing(store, selected)
  if (at) return at
  if (!map) return null
  const { lat, lng } = map.map.getCenter()
  return { lat, lng }
}

/** The nearest units on duty to a point, nearest first, with metres; without those in `but`. */
export function nearestUnits(
  store: Store,
  to: LatLng,
  but: ReadonlySet<Id> = new Set(),
): { unit: Id; metres: number }[] {
  const found: { unit: Id; metres: number }[] = []
  for (const unit of store.board.board.unit.values()) {
    if (but.has(unit.id) || unit.shift?.closedAt !== null) continue
    const at = spotOf(store, 'unit', unit.id)
    if (at) found.push({ unit: unit.id, metres: distance(at, to) })
  }
  return found.sort((a, b) => a.metres - b.metres)
}

/** Shows a thing on the map and locks the view there; false when it has no place. */
export function showOnMap(store: Store, thing: Thing): boolean {
  const at = placeOfThing(store, thing)
  const { map } = useDesk.getState()
  if (!at || !map) return false
  map.camera.goTo(at)
  return true
}
