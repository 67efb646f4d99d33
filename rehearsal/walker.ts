import type { City } from '../shared/city/city.ts'
import type { Random } from '../shared/city/random.ts'
import { route } from '../shared/city/route.ts'
import { bearing, distance } from '../shared/geo/distance.ts'
import type { LatLng } from '../shared/geo/lat-lng.ts'

/** Somebody who moves along a line of points at metres per second. */
export interface Walker {
  at: LatLng
  heading: number
  moving: boolean
  /** Along the streets. */
  goTo(goal: LatLng): void
  /** Straight along these points. */
  follow(path: LatLng[]): void
  stop(): void
  arrived(): boolean
  move(metres: number): void
}

export function makeWalker(city: City, start: LatLng): Walker {
  let path: LatLng[] = []
  const walker: Walker = {
    at: start,
    heading: 0,
    moving: false,
    goTo(goal) {
      path = route(city, walker.at, goal)?.path.slice(1) ?? [goal]
    },
    follow(points) {
      path = [...points]
    },
    stop() {
      path = []
    },
    arrived: () => path.length === 0,
    move(metres) {
      let left = metres
      walker.moving = path.length > 0 && metres > 0
      while (left > 0 && path.length > 0) {
        const next = path[0] as LatLng
        const piece = distance(walker.at, next)
        if (piece > 0.5) walker.heading = bearing(walker.at, next)
        if (piece <= left) {
          walker.at = next
          path.shift()
          left -= piece
        } else {
          walker.at = between(walker.at, next, left / piece)
          left = 0
        }
      }
    },
  }
  return walker
}

function between(a: LatLng, b: LatLng, share: number): LatLng {
  return { lat: a.lat + (b.lat - a.lat) * share, lng: a.lng + (b.lng - a.lng) * share }
}

/** Metres north and east of a point. */
export function offset({ lat, lng }: LatLng, north: number, east: number): LatLng {
  const perDegree = 111_195
  return { lat: lat + north / perDegree, lng: lng + east / (perDegree * Math.cos((lat * Math.PI) / 180)) }
}

/** A point at most `metres` away, as likely anywhere in that circle. */
export function near(at: LatLng, metres: number, random: Random): LatLng {
  const far = metres * Math.sqrt(random())
  const way = 2 * Math.PI * random()
  return offset(at, far * Math.cos(way), far * Math.sin(way))
}
