import { useEffect } from 'react'
import { boxOf } from '../../shared/geo/box.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { LiveMap } from '../map/live-map.ts'
import { useCity } from '../operations/use-city.ts'
import { sameItems, useBoard } from '../store/use-store.ts'
import { useDesk } from './desk-state.ts'

/** The map is about the operation at hand, else about all open ones, else about the city. */
export function useCamera(live: LiveMap | null): void {
  const operation = useDesk((desk) => desk.operation)
  const city = useCity()
  const rings = useBoard(
    (board) =>
      [...board.operation.values()]
        .filter(({ id, closedAt }) => (operation ? id === operation : closedAt === null))
        .map(({ perimeter }) => perimeter),
    sameItems,
    'operation',
  )
  useEffect(() => {
    if (!live) return
    const points = rings.length > 0 ? corners(rings.flat()) : city ? middleOf(city.box) : []
    live.camera.show({ key: operation ?? `all of ${rings.length}`, points })
  }, [live, operation, rings, city])
}

const corners = (points: LatLng[]): LatLng[] => {
  const { south, west, north, east } = boxOf(points)
  return [
    { lat: south, lng: west },
    { lat: north, lng: east },
  ]
}

/** The middle half of a box: a whole city would show nobody. */
const middleOf = ({ south, west, north, east }: ReturnType<typeof boxOf>): LatLng[] => {
  const [high, wide] = [(north - south) / 4, (east - west) / 4]
  return [
    { lat: south + high, lng: west + wide },
    { lat: north - high, lng: east - wide },
  ]
}
