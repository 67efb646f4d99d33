import { expect, test } from 'vitest'
import { makeFenceMap } from '../../../shared/geo/fence-map.ts'
import { compileGeofence } from '../../../shared/geo/geofence.ts'
import type { LatLng, Ring } from '../../../shared/geo/lat-lng.ts'

/** Bent rings of one city, 100 m to 2 km, one that covers the whole country; the same at every run. */
let seed = 7
const random = () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
  return seed / 2 ** 32
}
function blob({ lat, lng }: LatLng, metres: number): Ring {
  return Array.from({ length: 20 }, (_, n) => {
    const far = (metres * (0.5 + random() / 2)) / 111_195
    const angle = (n / 20) * 2 * Math.PI
    return { lat: lat + far * Math.sin(angle), lng: lng + (far * Math.cos(angle)) / 0.73 }
  })
}
const somewhere = (): LatLng => ({ lat: 43.15 + random() * 0.2, lng: 76.75 + random() * 0.3 })
const rings = new Map<string, Ring>([
  ...Array.from({ length: 120 }, (_, n) => [`r${n}`, blob(somewhere(), 100 + random() * 1_900)] as const),
  ['country', blob({ lat: 48, lng: 67 }, 2_000_000)],
])

function expectSame(held: Map<string, Ring>, map: ReturnType<typeof makeFenceMap<string>>): number {
  const fences = [...held].map(([id, ring]) => ({ id, fence: compileGeofence(ring) }))
  let found = 0
  const corners = [...held.values()].flat()
  const points = [
    ...Array.from({ length: 3_000 }, somewhere),
    ...corners,
    ...corners.map(({ lat, lng }) => ({
      lat: lat + (random() - 0.5) * 1e-4,
      lng: lng + (random() - 0.5) * 1e-4,
    })),
    ...[
      { lat: -89.9, lng: -179.9 },
      { lat: 90, lng: 180 },
      { lat: -90, lng: -180 },
    ],
  ]
  for (const { lat, lng } of points) {
    const { count, ids } = map.at(lat, lng)
    const should = fences.filter(({ fence }) => fence.contains(lat, lng)).map(({ id }) => id)
    expect(ids.slice(0, count).sort()).toEqual(should.sort())
    found += count
  }
  return found
}

test('GEO-9 a map of rings says of every point what each ring by itself says, borders and corners included', () => {
  const map = makeFenceMap<string>()
  for (const [id, ring] of rings) map.put(id, ring)
  expect(map.count).toBe(rings.size)
  expect(expectSame(rings, map)).toBeGreaterThan(3_000)
})

test('GEO-10 what is put anew or removed is so at once, and of what was there before nothing is left', () => {
  const map = makeFenceMap<string>()
  const held = new Map<string, Ring>()
  for (const [id, ring] of rings) map.put(id, ring)
  for (const [n, id] of [...rings.keys()].entries()) {
    if (n % 3 === 0) map.remove(id)
    else {
      const ring = n % 3 === 1 ? (rings.get(id) as Ring) : blob(somewhere(), n % 2 ? 400 : 20_000)
      map.put(id, ring)
      held.set(id, ring)
    }
  }
  map.remove('nobody')
  expectSame(held, map)
  for (const id of held.keys()) map.remove(id)
  expect(map.count).toBe(0)
  expect(expectSame(new Map(), map)).toBe(0)
})
