import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Store } from '../store/open-store.ts'

/** Where a unit was last heard from, by this desk's own positions. */
export function unitSpot({ board, live }: Store, id: Id): LatLng | null {
  const unit = board.board.unit.get(id)
  const { table } = live
  if (!unit || unit.no >= table.size || table.at[unit.no] === 0) return null
  return { lat: table.lat[unit.no] as number, lng: table.lng[unit.no] as number }
}
