import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { polygon } from '@turf/helpers'
import RBush from 'rbush'
import { makeFenceMap } from '../../shared/geo/fence-map.ts'
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

const min = (values: number[]) => Math.min(...values)
const max = (values: number[]) => Math.max(...values)

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
  const many = quick ? 200_000 : 500_000
  const nearBorders = Array.from({ length: many }, (_, n): LatLng => {
    const { lat, lng } = (rings[n % rings.length] as LatLng[])[(n * 7) % 50] as LatLng
    return { lat: lat + (random() - 0.5) * 0.006, lng: lng + (random() - 0.5) * 0.008 }
  })
  const people = Array.from({ length: many }, () => cityPlace(random))
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
        for (let n = 0; n < nearBorders.length; n++) {
          const { lat, lng } = nearBorders[n] as LatLng
          if (fence(n).contains(lat, lng)) ourHits++
        }
      }),
    peer: () =>
      cpuMs(() => {
        for (let n = 0; n < nearBorders.length; n++) if (turf(n, nearBorders[n] as LatLng)) theirHits++
      }),
  })
  const differs = nearBorders.findIndex(
    (at, n) =>
      fence(n).contains(at.lat, at.lng) !== turf(n, at) && Math.abs(fence(n).margin(at.lat, at.lng)) > 0.01,
  )
  yield measured({
    case: `a fix against its own of 1,000 perimeters of 50 corners, ${ourHits / rounds} of ${nearBorders.length} inside`,
    ...{ ours: (1e6 * own.ours) / nearBorders.length, peer: (1e6 * own.peer) / nearBorders.length },
    ...{ unit: 'ns of CPU per fix (peer: turf)', better: 'lower' },
    goal: 'at least 10× turf with the same hits (a centimetre from the border both are right)',
    met: (ratio) => ratio >= 10,
    wrong:
      ourHits === 0 || differs >= 0
        ? `${ourHits} hits, turf ${theirHits}, which says otherwise of ${JSON.stringify(nearBorders[differs])}`
        : null,
  })

  const map = makeFenceMap<number>()
  for (const [no, ring] of rings.entries()) map.put(no, ring)
  const tree = new RBush<Boxed>().load(
    rings.map((ring, no) => {
      const lats = ring.map(({ lat }) => lat)
      const lngs = ring.map(({ lng }) => lng)
      return { minX: min(lngs), maxX: max(lngs), minY: min(lats), maxY: max(lats), no }
    }),
  )
  const treeHits = ({ lat, lng }: LatLng) =>
    tree
      .search({ minX: lng, minY: lat, maxX: lng, maxY: lat })
      .filter(({ no }) => booleanPointInPolygon([lng, lat], polygons[no] as (typeof polygons)[0]))
  async function whichHold(places: LatLng[]) {
    let ourHits = 0
    let theirHits = 0
    const which = await interleaved(rounds, {
      ours: () =>
        cpuMs(() => {
          for (let n = 0; n < places.length; n++) {
            const { lat, lng } = places[n] as LatLng
            ourHits += map.at(lat, lng).count
          }
        }),
      peer: () =>
        cpuMs(() => {
          for (let n = 0; n < places.length; n++) theirHits += treeHits(places[n] as LatLng).length
        }),
    })
    const other = places.find((at) => {
      const { count, ids } = map.at(at.lat, at.lng)
      const ours = new Set(ids.slice(0, count))
      const theirs = new Set(treeHits(at).map(({ no }) => no))
      return [...ours, ...theirs]
        .filter((no) => ours.has(no) !== theirs.has(no))
        .some((no) => Math.abs((fences[no] as Geofence).margin(at.lat, at.lng)) > 0.01)
    })
    return {
      hits: (ourHits / rounds / places.length).toFixed(1),
      ...{ ours: (1e6 * which.ours) / places.length, peer: (1e6 * which.peer) / places.length },
      ...{ unit: 'ns of CPU per point (peer: rbush, then turf)', better: 'lower' as const },
      wrong: other || theirHits === 0 ? `rbush and turf say otherwise of ${JSON.stringify(other)}` : null,
    }
  }
  const inCity = await whichHold(people)
  yield measured({
    ...inCity,
    case: `which of 1,000 polygons of 50 corners hold a person of a city, ${inCity.hits} hits each`,
    goal: 'P7: at least 10× rbush + turf with the same hits (a centimetre from the border both are right)',
    met: (ratio) => ratio >= 10,
  })
  const nearBorder = await whichHold(nearBorders)
  yield measured({
    ...nearBorder,
    case: `the same of points that all lie near some corner, ${nearBorder.hits} hits each`,
  })
  const puts = cpuMs(() => {
    for (let again = 0; again < 5; again++)
      for (const [no, ring] of rings.entries()) map.put((no * 7) % rings.length, ring)
  })
  yield measured({
    case: 'a polygon put into the map in the place of another',
    ...{ ours: (1e3 * puts) / (5 * rings.length), unit: 'µs of CPU', better: 'lower' },
  })

  const at = people.slice(0, quick ? 10_000 : 50_000)
  const grid = makeMovingGrid(box, 250, at.length)
  const moving = at.map(({ lat, lng }, no): Boxed => ({ minX: lng, minY: lat, maxX: lng, maxY: lat, no }))
  const points = new RBush<Boxed>().load(moving)
  at.forEach(({ lat, lng }, no) => {
    grid.put(no, lat, lng)
  })
  /** A step of some metres, the same in both arms. */
  const step = (round: number, no: number) => (((no * 7919 + round * 104_729) % 201) - 100) * 1e-6
  const moves = at.length
  /** Where all of them go, and from there to the second, and back. */
  const next = [new Float64Array(2 * moves), new Float64Array(2 * moves)] as const
  function takeSteps(round: number): void {
    for (const [which, to] of next.entries())
      for (const [no, { lat, lng }] of at.entries()) {
        to[2 * no] = lat + step(2 * round + which, no)
        to[2 * no + 1] = lng + step(2 * round + which, no + 1)
      }
  }
  function moveInGrid(times: number): void {
    for (let again = 0; again < times; again++) {
      const to = next[again & 1] as Float64Array
      for (let no = 0; no < moves; no++) grid.put(no, to[2 * no] as number, to[2 * no + 1] as number)
    }
  }
  function moveInTree(times: number): void {
    for (let again = 0; again < times; again++) {
      const to = next[again & 1] as Float64Array
      for (let no = 0; no < moves; no++) {
        const one = moving[no] as Boxed
        points.remove(one)
        one.minY = one.maxY = to[2 * no] as number
        one.minX = one.maxX = to[2 * no + 1] as number
        points.insert(one)
      }
    }
  }
  // Both are compiled before they are measured.
  takeSteps(0)
  moveInGrid(20)
  moveInTree(2)
  const ourRounds = { grid: 0, tree: 0 }
  const moved = await interleaved(rounds, {
    ours() {
      takeSteps(++ourRounds.grid)
      return cpuMs(() => moveInGrid(20)) / 20
    },
    peer() {
      takeSteps(++ourRounds.tree)
      return cpuMs(() => moveInTree(2)) / 2
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
    case: `${moves} points that move some metres`,
    ...{ ours: (1000 * moves) / moved.ours, peer: (1000 * moves) / moved.peer },
    ...{ unit: 'moves/s of CPU (peer: rbush)', better: 'higher' },
    goal: 'P7: at least 100× rbush',
    met: (ratio) => ratio >= 100,
    wrong: wrong ? 'the two indexes hold different points' : null,
  })
}
