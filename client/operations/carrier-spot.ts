import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Store } from '../store/open-store.ts'

/** Where a unit or an assistant was last heard from, by this desk's own positions. */
export function carrierSpot({ board, live }: Store, kind: 'unit' | 'assistant', id: Id): LatLng | null {
  const no = board.board[kind].get(id)?.no
  const { table } = live
  if (no === undefined || no >= table.size || table.at[no] === 0) return null
  return { lat: table.lat[no] as number, lng: table.lng[no] as number }
}
