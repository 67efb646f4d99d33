import { describe, expect, test } from 'vitest'
import type { City } from '../../../shared/city/city.ts'
import { cityCentre, cityOf } from '../../../shared/city/city.ts'
import { route, shortest } from '../../../shared/city/route.ts'
import { junctionAt, nearestJunction } from '../../../shared/city/street-graph.ts'
import { distance } from '../../../shared/geo/distance.ts'

const city = cityOf(11)
const { graph } = city
const junctions = graph.lat.length

test('CITY-1 the same seed makes the same city and another seed another one', () => {
  expect(cityOf(11)).toEqual(city)
  expect(cityOf(12).graph.lat).not.toEqual(graph.lat)
})

test('CITY-1 it lies around the centre of Almaty, about 14 by 10 km', () => {
  const { south, west, north, east } = city.box
  expect(distance({ lat: cityCentre.lat, lng: west }, { lat: cityCentre.lat, lng: east })).toBeGreaterThan(
    13_500,
  )
  expect(distance({ lat: south, lng: west }, { lat: north, lng: west })).toBeGreaterThan(9_500)
  expect(distance({ lat: (south + north) / 2, lng: (west + east) / 2 }, cityCentre)).toBeLessThan(300)
})

test('CITY-2 every junction can be reached from every other', () => {
  const seen = new Uint8Array(junctions)
  const open = [0]
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    if (seen[here]) continue
    seen[here] = 1
    for (let edge = graph.starts[here] as number; edge < (graph.starts[here + 1] as number); edge++)
      open.push(graph.to[edge] as number)
  }
  expect(seen.every((one) => one === 1)).toBe(true)
})

test('CITY-2 every piece of street runs both ways and is as long as the ground between its ends', () => {
  for (let from = 0; from < junctions; from += 7)
    for (let edge = graph.starts[from] as number; edge < (graph.starts[from + 1] as number); edge++) {
      const to = graph.to[edge] as number
      const back = [...graph.to.slice(graph.starts[to], graph.starts[to + 1])]
      expect(back).toContain(from)
      expect(graph.metres[edge]).toBeCloseTo(distance(junctionAt(graph, from), junctionAt(graph, to)), 6)
      expect(graph.street[edge]).toBeLessThan(city.streets.length)
    }
})

describe('CITY-3 a route', () => {
  const from = city.places[0]?.at as City['places'][number]['at']
  const to = city.places[9]?.at as City['places'][number]['at']

  test('CITY-3 leads from the start to the goal and is not shorter than the straight line', () => {
    const way = route(city, from, to)
    expect(way?.path[0]).toEqual(from)
    expect(way?.path.at(-1)).toEqual(to)
    expect(way?.metres).toBeGreaterThanOrEqual(distance(from, to))
    expect(way?.metres).toBeLessThan(2 * distance(from, to))
  })

  test('CITY-3 goes from junction to junction along pieces of street', () => {
    const way = shortest(graph, nearestJunction(graph, from), nearestJunction(graph, to)) ?? []
    expect(way.length).toBeGreaterThan(5)
    for (let i = 1; i < way.length; i++) {
      const a = way[i - 1] as number
      expect([...graph.to.slice(graph.starts[a], graph.starts[a + 1])]).toContain(way[i])
    }
  })

  test('CITY-3 is the shortest: relaxing every edge finds no shorter one', () => {
    const start = nearestJunction(graph, from)
    const known = new Float64Array(junctions).fill(Infinity)
    known[start] = 0
    for (let changed = true; changed; ) {
      changed = false
      for (let a = 0; a < junctions; a++)
        for (let edge = graph.starts[a] as number; edge < (graph.starts[a + 1] as number); edge++) {
          const b = graph.to[edge] as number
          const metres = (known[a] as number) + (graph.metres[edge] as number)
          if (metres < (known[b] as number) - 1e-9) {
            known[b] = metres
            changed = true
          }
        }
    }
    for (const place of city.places.slice(1, 12)) {
      const goal = nearestJunction(graph, place.at)
      const way = shortest(graph, start, goal) ?? []
      let metres = 0
      for (let i = 1; i < way.length; i++)
        metres += distance(junctionAt(graph, way[i - 1] as number), junctionAt(graph, way[i] as number))
      expect(metres).toBeCloseTo(known[goal] as number, 5)
    }
  })

  test('CITY-3 does not walk back to a junction behind the start', () => {
    const [a, b] = [0, graph.to[graph.starts[0] as number] as number].map((j) => junctionAt(graph, j)) as [
      typeof from,
      typeof from,
    ]
    const near = { lat: a.lat * 0.7 + b.lat * 0.3, lng: a.lng * 0.7 + b.lng * 0.3 }
    const beyond = { lat: b.lat + (b.lat - a.lat) * 0.01, lng: b.lng + (b.lng - a.lng) * 0.01 }
    const way = route(city, near, beyond)
    expect(way?.metres).toBeLessThan(1.05 * distance(near, beyond))
  })
})

test('CITY-4 the nearest junction is the nearest', () => {
  for (const { at } of city.places) {
    const found = distance(junctionAt(graph, nearestJunction(graph, at)), at)
    for (let i = 0; i < junctions; i += 3)
      expect(distance(junctionAt(graph, i), at)).toBeGreaterThanOrEqual(found - 0.5)
  }
})

test('CITY-5 streets and places have names in three languages, none twice', () => {
  const names = [
    ...city.streets.flatMap((street) => street.name ?? []),
    ...city.places.map((place) => place.name),
  ]
  expect(city.places.length).toBeGreaterThanOrEqual(30)
  for (const language of ['kk', 'ru', 'en'] as const) {
    const texts = names.map((name) => name[language])
    expect(texts.every((text) => text.length > 2)).toBe(true)
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
  }
  for (const { kk, ru } of names) expect(`${kk} ${ru}`).not.toMatch(/[a-z]/i)
})
