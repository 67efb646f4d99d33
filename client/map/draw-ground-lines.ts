import type { Ring } from '../../shared/geo/lat-lng.ts'
import { pointInside } from '../../shared/geo/ring-shapes.ts'
import type { Words } from './shape-drawing.ts'
import { labelBeside, strokeWith, takeAround, tracePath } from './shape-drawing.ts'
import type { Hazard, Line } from './shapes.ts'
import type { View } from './view.ts'
import { viewX, viewY } from './view.ts'

/** What the ground of a search has besides segments: roads and streams, hazards, closed parts. */

const dashes: Record<Line['of'], number[]> = { road: [9, 3], stream: [], other: [2, 3] }

export function drawLine(view: View, shape: Line): void {
  const { ink } = view
  tracePath(view, shape.path, false)
  strokeWith(view, ink.map, shape.selected ? 6 : 4)
  tracePath(view, shape.path, false)
  const colour = shape.selected ? ink.fg0 : ink.fg2
  strokeWith(view, colour, shape.selected ? 2.6 : shape.of === 'stream' ? 1.8 : 1.4, dashes[shape.of])
}

/** An amber sign, and the edge or area that it stands for. */
export function drawHazard(view: View, shape: Hazard, words: Words): void {
  const { ctx, ink } = view
  if (shape.shape === 'area') hatch(view, shape.path, ink.a2)
  if (shape.shape !== 'point') {
    tracePath(view, shape.path, shape.shape === 'area')
    strokeWith(view, ink.map, 4)
    strokeWith(view, ink.a2, 2, [5, 3])
  }
  const at = spotOf(shape)
  if (!at) return
  const [x, y] = [Math.round(viewX(view, at.lng)), Math.round(viewY(view, at.lat))]
  ctx.beginPath()
  ctx.moveTo(x, y - 9)
  ctx.lineTo(x + 10, y + 8)
  ctx.lineTo(x - 10, y + 8)
  ctx.closePath()
  ctx.fillStyle = ink.a2bg
  ctx.fill()
  strokeWith(view, ink.map, 4)
  ctx.fill()
  strokeWith(view, shape.selected ? ink.fg0 : ink.a2, 1.8)
  ctx.fillStyle = ink.fg0
  ctx.fillRect(x - 1, y - 3, 2, 6)
  ctx.fillRect(x - 1, y + 4, 2, 2)
  takeAround(words.taken, x, y, 11)
  labelBeside(words, shape, x, y, 14)
}

/** The middle of what the sign stands for. */
const spotOf = ({ shape, path }: Hazard) =>
  shape === 'area' ? pointInside(path) : path[Math.floor((path.length - 1) / 2)]

const between = 9

/** Slanting lines over an area: nobody goes there. */
export function hatch(view: View, ring: Ring, colour: string): void {
  const { ctx } = view
  const xs = ring.map(({ lng }) => viewX(view, lng))
  const ys = ring.map(({ lat }) => viewY(view, lat))
  const [left, top] = [Math.max(0, Math.min(...xs)), Math.max(0, Math.min(...ys))]
  const [right, bottom] = [Math.min(view.width, Math.max(...xs)), Math.min(view.height, Math.max(...ys))]
  if (right <= left || bottom <= top) return
  ctx.save()
  tracePath(view, ring, true)
  ctx.clip()
  ctx.beginPath()
  // Whole steps from the corner of the canvas, so that neighbours' lines meet.
  const first = Math.floor((left - bottom) / between) * between
  for (let x = first; x < right - top; x += between) {
    ctx.moveTo(x + top, top)
    ctx.lineTo(x + bottom, bottom)
  }
  ctx.globalAlpha = 0.75
  strokeWith(view, colour, 1)
  ctx.restore()
}
