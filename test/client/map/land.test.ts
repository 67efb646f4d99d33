import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unpackLand } from '../../../client/map/land.ts'
import { worldX, worldY } from '../../../client/map/mercator.ts'
import type { PlaneLine } from '../../../client/map/plane-lines.ts'
import { traceRing } from '../../../client/map/plane-lines.ts'
import { roundScale } from '../../../client/map/round-scale.ts'

const file = new URL('../../../client/public/basemap/kz.json', import.meta.url)
const land = unpackLand(JSON.parse(readFileSync(file, 'utf8')))

function contains(lines: PlaneLine[], lng: number, lat: number): boolean {
  const [x, y] = [worldX(lng), worldY(lat)]
  let inside = false
  for (const { xy } of lines)
    for (let i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [xy[j], xy[j + 1], xy[i], xy[i + 1]] as [number, number, number, number]
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside
    }
  return inside
}

test('MAP-9 the offline map is one small file with its sources named', () => {
  expect(statSync(file).size).toBeLessThan(250_000)
  expect(land.attribution).toMatch(/Natural Earth.*GeoNames/)
})

test('MAP-9 the border holds the cities of Kazakhstan and none of its neighbours', () => {
  for (const { lng, lat, thousands, abroad, name } of land.towns)
    if (thousands >= 100) expect([name.en, contains(land.country, lng, lat)]).toEqual([name.en, !abroad])
  expect(contains(land.country, 63.3, 45.95)).toBe(true)
})

test('MAP-9 the Caspian is water and the neighbours are land', () => {
  expect(contains(land.land, 51, 42)).toBe(false)
  expect(contains(land.land, 60, 56)).toBe(true)
})

test('MAP-9 the capital is Astana in every language', () => {
  const names = land.towns.flatMap(({ name }) => [name.kk, name.ru, name.en])
  expect(names).toContain('Астана')
  expect(names).toContain('Astana')
  expect(names.join(' ')).not.toMatch(/Nur-Sultan/)
})

test('MAP-9 a ring is cut to the tile without losing the area inside it', () => {
  const points: number[][] = []
  const ctx = {
    moveTo: (x: number, y: number) => points.push([x, y]),
    lineTo: (x: number, y: number) => points.push([x, y]),
    closePath: () => {},
  } as unknown as CanvasRenderingContext2D
  const ring: PlaneLine = {
    xy: Float64Array.from([-1000, -1000, 1000, -1000, 1000, 50, -1000, 50]),
    west: -1000,
    east: 1000,
    north: -1000,
    south: 50,
  }
  traceRing(ctx, ring, { left: 0, top: 0, size: 100, scale: 1 }, 0)
  const area = points.reduce((sum, [x, y], i) => {
    const [px, py] = points.at(i - 1) as [number, number]
    return sum + ((px as number) * (y as number) - (x as number) * (py as number)) / 2
  }, 0)
  expect(Math.abs(area)).toBeCloseTo(100 * 50)
  for (const [x, y] of points) expect(Math.min(x as number, y as number)).toBeGreaterThanOrEqual(0)
})

test('MAP-10 the scale bar is a round length of at most 70 pixels', () => {
  for (const metresPerPixel of [0.21, 0.9, 1.05, 1.74, 3.3, 7.2, 27.9, 1783]) {
    const { metres, pixels } = roundScale(metresPerPixel)
    expect(['1', '2', '5']).toContain(String(metres)[0])
    expect(pixels).toBeLessThanOrEqual(70)
    expect(pixels).toBeGreaterThanOrEqual(28)
  }
})
