import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { polygon } from '@turf/helpers'
import RBush from 'rbush'
import { compileGeofence, type Geofence } from '../../shared/geo/geofence.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { makeMovingGrid } from '../../shared/geo/moving-grid.ts'
import { type Bench, chance, cityPlace, cpuMs, interleaved, measured } from './kit.ts'

const box = { south: 43.15, west: 76.78, north: 43.33, east: 77.12 }

interface Boxed {
  minX: number
  minY: number
  maxX: number
  maxY: number
  no: number
}

/** Bent polygons of 50 corners, 200 to 800 m across. */
function blobs(count: number) {
  const random = chance(5)
  return Array.from({ length: count }, () => {
    const { lat, lng } = cityPlace(random)
    const size = 100 + random() * 300
    return Array.from({ length: 50 }, (_, corner) => {
      const angle = (-2 * Math.PI * corner) / 50
      const radius = (size * (0.6 + random() * 0.4)) / 111_195
      return { lat: lat + radius * Math.sin(angle), lng: lng + (radius * Math.cos(angle)) / 0.73 }
    })
  })
}

export const bench: Bench = async function* ({ quick }) {
  const random = chance(9)
  const rings = blobs(1000)
  const places = Array.from({ length: quick ? 200_000 : 500_000 }, (_, n): LatLng => {
    const { lat, lng } = (rings[n % rings.length] as LatLng[])[(n * 7) % 50] as LatLng
    return { lat: lat + (random() - 0.5) * 0.006, lng: lng + (random() - 0.5) * 0.008 }
  })
  const rounds = quick ? 3 : 7

  const polygons = rings.map((ring) =>
    polygon([[...ring, ring[0] as (typeof ring)[0]].map(({ lat, lng }) => [lng, lat])]),
  )
  const fences = rings.map(compileGeofence)

  /** A fix is asked about its own perimeter only, so there is nothing for an index of them. Near it, as people are. */
  const fence = (n: number) => fences[n % rings.length] as Geofence
  const turf = (n: number, { lat, lng }: LatLng) =>
    booleanPointInPolygon([lng, lat], polygons[n % rings.length] as (typeof polygons)[0])
  let ourHits = 0
  let theirHits = 0
  const own = await interleaved(rounds, {
    ours: () =>
      cpuMs(() => {
        for (let n = 0; n < places.length; n++) {
          const { lat, lng } = places[n] as LatLng
          if (fence(n).contains(lat, lng)) ourHits++
        }
      }),
    peer: () =>
      cpuMs(() => {
        for (let n = 0; n < places.length; n++) if (turf(n, places[n] as LatLng)) theirHits++
      }),
  })
  const differs = places.findIndex(
    (at, n) =>
      fence(n).contains(at.lat, at.lng) !== turf(n, at) && Math.abs(fence(n).margin(at.lat, at.lng)) > 0.01,
  )
  if (ourHits < theirHits || ourHits === 0) throw new Error(`${ourHits} hits, turf ${theirHits}`)
  yield measured({
    case: `a fix against its own of 1,000 perimeters of 50 corners, ${ourHits / rounds} of ${places.length} inside`,
    ...{ ours: (1e6 * own.ours) / places.length, peer: (1e6 * own.peer) / places.length },
    ...{ unit: 'ns of CPU per fix (peer: turf)', better: 'lower' },
    goal: 'at least 10× turf with the same hits (a centimetre from the border both are right)',
    met: (ratio) => ratio >= 10,
    wrong: differs < 0 ? null : `turf says otherwise of ${JSON.stringify(places[differs])}`,
  })

  const people = quick ? 10_000 : 50_000
  const at = Array.from({ length: people }, () => cityPlace(random))
  const grid = makeMovingGrid(box, 250, people)
  const moving = at.map(({ lat, lng }, no): Boxed => ({ minX: lng, minY: lat, maxX: lng, maxY: lat, no }))
  const points = new RBush<Boxed>().load(moving)
  at.forEach(({ lat, lng }, no) => {
    grid.put(no, lat, lng)
  })
  /** A step of some metres, the same in both arms. */
  const step = (round: number, no: number) => (((no * 7919 + round * 104_729) % 201) - 100) * 1e-6
  const moves = quick ? 10_000 : 50_000
  const ourRounds = { grid: 0, tree: 0 }
  const moved = await interleaved(rounds, {
    ours() {
      const round = ++ourRounds.grid
      return (
        cpuMs(() => {
          for (let again = 0; again < 10; again++)
            for (let no = 0; no < moves; no++) {
              const { lat, lng } = at[no] as (typeof at)[0]
              grid.put(no, lat + step(round, no), lng + step(round, no + 1))
            }
        }) / 10
      )
    },
    peer() {
      const round = ++ourRounds.tree
      return cpuMs(() => {
        for (let no = 0; no < moves; no++) {
          const one = moving[no] as Boxed
          points.remove(one)
          const { lat, lng } = at[no] as (typeof at)[0]
          one.minY = one.maxY = lat + step(round, no)
          one.minX = one.maxX = lng + step(round, no + 1)
          points.insert(one)
        }
      })
    },
  })
  const asked = at.slice(0, 20)
  const wrong = asked.some(({ lat, lng }) => {
    const inside = (no: number) => {
      const { minX, minY } = moving[no] as Boxed
      return Math.abs(minY - lat) <= 0.0005 && Math.abs(minX - lng) <= 0.0005
    }
    const found = new Set(grid.nearest(lat, lng, 400, inside))
    const same = points.search({
      minX: lng - 0.0005,
      minY: lat - 0.0005,
      maxX: lng + 0.0005,
      maxY: lat + 0.0005,
    })
    return same.length !== found.size || same.some(({ no }) => !found.has(no))
  })
  yield measured({
    case: `${people} points that move some metres`,
    ...{ ours: (1000 * moves) / moved.ours, peer: (1000 * moves) / moved.peer },
    ...{ unit: 'moves/s of CPU (peer: rbush)', better: 'higher' },
    goal: 'at least 100× rbush',
    met: (ratio) => ratio >= 100,
    wrong: wrong ? 'the two indexes hold different points' : null,
  })
}
