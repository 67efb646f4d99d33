import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { pointInside } from '../../shared/geo/ring-shapes.ts'
import { hatch } from './draw-ground-lines.ts'
import { metresPerPixel } from './mercator.ts'
import type { Occupancy } from './occupancy.ts'
import { claim, take } from './occupancy.ts'
import { strokeWith, tracePath, writeAt } from './shape-drawing.ts'
import type { Area, Beat, Circle, Ghost, Perimeter, Track } from './shapes.ts'
import { fontOf, textWidth } from './text.ts'
import type { View } from './view.ts'
import { viewX, viewY } from './view.ts'

/** What lies on the ground under the people: areas, lines and the ways there. */

export function drawPerimeter(view: View, shape: Perimeter): void {
  const { ctx, ink } = view
  if (shape.shadeOutside) {
    tracePath(view, shape.ring, true)
    ctx.rect(-50, -50, view.width + 100, view.height + 100)
    ctx.globalAlpha = 0.22
    ctx.fillStyle = ink.fg2
    ctx.fill('evenodd')
  } else {
    tracePath(view, shape.ring, true)
    ctx.globalAlpha = 0.035
    ctx.fillStyle = ink.fg0
    ctx.fill()
  }
  ctx.globalAlpha = 1
  tracePath(view, shape.ring, true)
  const large = shape.shadeOutside ? 1.25 : 1
  strokeWith(view, ink.map, 5)
  const dash = shape.shadeOutside ? [16, 5, 3, 5] : [14, 4, 2, 4]
  strokeWith(view, ink.per, shape.shadeOutside ? 3 : shape.selected ? 2.4 * large : 1.6, dash)
}

/**
 * Along the upper left corner, as a map writes the name of an area on its border. Where another name stands already it is
 * left out; whoever selects the operation sees it.
 */
export function drawPerimeterName(view: View, shape: Perimeter, taken: Occupancy): void {
  const { label: text, ring } = shape
  if (!text || extentOf(view, ring) <= 40) return
  const corners = ring.map(({ lat, lng }) => ({ x: viewX(view, lng), y: viewY(view, lat) }))
  const corner = corners.reduce((best, at) => (at.x + 2 * at.y < best.x + 2 * best.y ? at : best))
  const font = fontOf(view.ink, 11.5, 400)
  const width = textWidth(view.ctx, font, text)
  const box = [corner.x, corner.y - 24, corner.x + width + 4, corner.y - 8] as const
  if (!claim(taken, ...box)) return
  writeAt(view, text, corner.x + 2, corner.y - 11, font, view.ink.fg1)
}

export function drawArea(view: View, shape: Area): void {
  const { ctx, ink } = view
  tracePath(view, shape.ring, true)
  if (shape.selected) {
    ctx.globalAlpha = 0.05
    ctx.fillStyle = ink.fg0
    ctx.fill()
    ctx.globalAlpha = 1
  }
  if (shape.locked) {
    hatch(view, shape.ring, ink.a2)
    tracePath(view, shape.ring, true)
  }
  strokeWith(view, ink.map, shape.selected ? 5 : 4)
  strokeWith(view, shape.selected ? ink.fg0 : ink.fg1, shape.selected ? 2.2 : 1.2)
}

/** The letter, POA in words and the POD bar, over the middle of the area. */
export function drawAreaPlate(view: View, shape: Area, taken: Occupancy): void {
  if (shape.letter === '') return
  const { ctx, ink } = view
  const { x, y } = plateSpot(view, shape.ring)
  const room = extentOf(view, shape.ring)
  if (room < 22 && !shape.selected) return
  const full = room > 70 || shape.selected
  const poa = full ? (shape.poa ?? '') : ''
  const pod = full ? shape.pod : undefined
  const letterFont = fontOf(ink, 16, 700)
  const poaFont = fontOf(ink, 11.5, 400)
  const letter = textWidth(ctx, letterFont, shape.letter)
  const width =
    Math.max(poa === '' ? 0 : 44, letter + (poa === '' ? 0 : 5 + textWidth(ctx, poaFont, poa))) + 12
  const height = pod === undefined ? 22 : 33
  const left = Math.round(x - width / 2)
  const top = Math.round(y - height / 2)
  ctx.globalAlpha = 0.86
  ctx.fillStyle = ink.map
  ctx.fillRect(left, top, width, height)
  ctx.globalAlpha = 1
  writeAt(view, shape.letter, left + 6, top + 16, letterFont, ink.fg0)
  if (poa !== '') writeAt(view, poa, left + 11 + letter, top + 16, poaFont, ink.fg1)
  if (pod !== undefined) {
    ctx.fillStyle = ink.gauge
    ctx.fillRect(left + 6, top + 22, 44, 4)
    ctx.fillStyle = ink.fg1
    ctx.fillRect(left + 6, top + 22, 44 * Math.max(0, Math.min(1, pod)), 4)
  }
  take(taken, left, top, left + width, top + height)
}

/** The smaller side of a ring's box in pixels. */
export function extentOf(view: View, ring: Ring): number {
  const xs = ring.map(({ lng }) => viewX(view, lng))
  const ys = ring.map(({ lat }) => viewY(view, lat))
  return Math.min(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
}

/** Reckoned once for each outline: a border with many corners must not draw the plate to it. */
const middles = new WeakMap<Ring, LatLng>()

/** Where the plate of an area stands: its middle, or where it is bent around that, well inside. */
export function plateSpot(view: View, ring: Ring): { x: number; y: number } {
  let middle = middles.get(ring)
  if (!middle) {
    middle = pointInside(ring)
    middles.set(ring, middle)
  }
  return { x: viewX(view, middle.lng), y: viewY(view, middle.lat) }
}

export function drawBeat(view: View, shape: Beat): void {
  const { ctx, ink } = view
  tracePath(view, shape.path, false)
  ctx.lineCap = 'round'
  strokeWith(view, ink.map, 4)
  strokeWith(view, shape.selected ? ink.fg0 : ink.fg2, shape.selected ? 2.2 : 1.5, [1, 4])
  ctx.lineCap = 'butt'
  const [first] = shape.path
  if (shape.letter && first)
    writeAt(
      view,
      shape.letter,
      viewX(view, first.lng) + 5,
      viewY(view, first.lat) - 5,
      fontOf(ink, 13, 700),
      ink.fg0,
    )
}

export function drawCircle(view: View, shape: Circle, taken: Occupancy): void {
  const { ctx, ink } = view
  const x = viewX(view, shape.at.lng)
  const y = viewY(view, shape.at.lat)
  const radius = shape.metres / metresPerPixel(shape.at.lat, view.zoom)
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.lineCap = 'round'
  strokeWith(view, ink.fg0, 1.1, [1, 5])
  ctx.lineCap = 'butt'
  if (!shape.label) return
  const at = { x: x + radius * Math.SQRT1_2 + 6, y: y - radius * Math.SQRT1_2 }
  const font = fontOf(ink, 11.5, 400)
  take(taken, at.x, at.y - 12, at.x + textWidth(ctx, font, shape.label), at.y + 4)
  writeAt(view, shape.label, at.x, at.y, font, ink.fg1)
}

export function drawTrack(view: View, shape: Track): void {
  const { ctx, ink } = view
  tracePath(view, shape.path, false)
  ctx.lineCap = 'round'
  // Thin: it must show the cells under it.
  strokeWith(view, ink.map, 2.6)
  strokeWith(view, shape.selected ? ink.fg0 : ink.r5c, shape.selected ? 1.6 : 1)
  ctx.lineCap = 'butt'
}

export function drawGhostRoute(view: View, shape: Ghost): void {
  if (!shape.route) return
  tracePath(view, shape.route as LatLng[], false)
  strokeWith(view, view.ink.map, 5)
  strokeWith(view, view.ink.adv, shape.selected ? 2.6 : 1.8, [7, 4])
}
