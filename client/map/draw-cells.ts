import type { Cells } from '../../shared/search-theory/cells.ts'
import { podFromCoverage } from '../../shared/search-theory/detection.ts'
import { podStep } from '../../shared/search-theory/pod-steps.ts'
import type { Ink } from './ink.ts'
import type { Occupancy } from './occupancy.ts'
import { take } from './occupancy.ts'
import { strokeWith, tracePath, writeAt } from './shape-drawing.ts'
import type { SweptCells } from './shapes.ts'
import { fontOf, textWidth } from './text.ts'
import type { View } from './view.ts'
import { viewX, viewY } from './view.ts'

const ramp = ['r1c', 'r2c', 'r3c', 'r4c', 'r5c'] as const

/** One pixel to a cell, painted once for each set of colours. */
const painted = new WeakMap<Cells, { key: string; image: HTMLCanvasElement }>()

export function drawCells(view: View, shape: SweptCells): void {
  if (shape.paint === 'holes') return
  const { ctx, ink } = view
  const { southWest, northEast } = shape.cells
  const left = viewX(view, southWest.lng)
  const right = viewX(view, northEast.lng)
  const top = viewY(view, northEast.lat)
  const bottom = viewY(view, southWest.lat)
  ctx.save()
  tracePath(view, shape.ring, true)
  ctx.clip()
  ctx.imageSmoothingEnabled = false
  ctx.globalAlpha = 0.88
  ctx.drawImage(
    imageOf(shape.cells, ink, shape.paint === 'swept' ? 'swept' : 'pod'),
    left,
    top,
    right - left,
    bottom - top,
  )
  ctx.restore()
}

/** Over the ways, whose lines would cross out the words. */
export function drawHoles(view: View, { cells, holes, paint }: SweptCells, taken: Occupancy): void {
  if (paint === 'swept') return
  for (const hole of holes) drawHole(view, cells, hole, taken)
}

function imageOf(cells: Cells, ink: Ink, paint: 'pod' | 'swept'): HTMLCanvasElement {
  const key = [paint, ...ramp.map((name) => ink[name])].join()
  const before = painted.get(cells)
  if (before?.key === key) return before.image
  const { columns, rows, coverage, inside } = cells
  const image = document.createElement('canvas')
  image.width = columns
  image.height = rows
  const ctx = image.getContext('2d')
  if (ctx) {
    const tones = ramp.map((name) => pixelOf(ink[name]))
    const picture = ctx.createImageData(columns, rows)
    const pixels = new Uint32Array(picture.data.buffer)
    for (let at = 0; at < coverage.length; at++) {
      if (inside[at] === 0) continue
      const swept = coverage[at] as number
      // Where bands lie has one tone: how well one saw there is another question.
      const step = paint === 'swept' ? (swept >= 0.5 ? 2 : 0) : podStep(podFromCoverage(swept))
      const column = at % columns
      if (step > 0) pixels[(rows - 1 - (at - column) / columns) * columns + column] = tones[step - 1] ?? 0
    }
    ctx.putImageData(picture, 0, 0)
  }
  painted.set(cells, { key, image })
  return image
}

const pixelsOfColours = new Map<string, number>()

/** A colour of the style sheet as it lies in a picture's memory. */
function pixelOf(colour: string): number {
  const known = pixelsOfColours.get(colour)
  if (known !== undefined) return known
  const ctx = document.createElement('canvas').getContext('2d')
  if (!ctx) return 0
  ctx.fillStyle = colour
  ctx.fillRect(0, 0, 1, 1)
  const pixel = new Uint32Array(ctx.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0
  pixelsOfColours.set(colour, pixel)
  return pixel
}

/** Outline and hatch, and on a plate above it what is missed. */
function drawHole(view: View, cells: Cells, hole: SweptCells['holes'][number], taken: Occupancy): void {
  const { ctx, ink } = view
  const { southWest, northEast, columns, rows } = cells
  const x = (column: number) =>
    viewX(view, southWest.lng + (column / columns) * (northEast.lng - southWest.lng))
  const y = (row: number) => viewY(view, southWest.lat + (row / rows) * (northEast.lat - southWest.lat))
  const own = new Set(hole.cells)
  const area = new Path2D()
  const edge = new Path2D()
  let [west, east, north] = [Infinity, -Infinity, Infinity]
  for (const at of hole.cells) {
    const column = at % columns
    const row = Math.floor(at / columns)
    const [x0, x1, y0, y1] = [x(column), x(column + 1), y(row), y(row + 1)]
    west = Math.min(west, x0)
    east = Math.max(east, x1)
    north = Math.min(north, y1)
    area.rect(x0, y1, x1 - x0, y0 - y1)
    const line = (ax: number, ay: number, bx: number, by: number) => {
      edge.moveTo(ax, ay)
      edge.lineTo(bx, by)
    }
    if (column === 0 || !own.has(at - 1)) line(x0, y0, x0, y1)
    if (column + 1 === columns || !own.has(at + 1)) line(x1, y0, x1, y1)
    if (!own.has(at - columns)) line(x0, y0, x1, y0)
    if (!own.has(at + columns)) line(x0, y1, x1, y1)
  }
  const south = y(Math.min(...hole.cells.map((at) => Math.floor(at / columns))))
  ctx.save()
  ctx.clip(area)
  ctx.beginPath()
  const tall = south - north
  for (let from = west - tall - (((west - tall) % 7) + 7); from < east; from += 7) {
    ctx.moveTo(from, south)
    ctx.lineTo(from + tall, north)
  }
  strokeWith(view, ink.a2, 1)
  ctx.restore()
  ctx.lineWidth = 1.6
  ctx.strokeStyle = ink.a2
  ctx.stroke(edge)
  labelHole(view, hole.label, (west + east) / 2, north, east - west, taken)
}

function labelHole(view: View, text: string, x: number, top: number, room: number, taken: Occupancy): void {
  const { ctx, ink } = view
  const font = fontOf(ink, 11.5, 600)
  const width = textWidth(ctx, font, text) + 12
  // From afar only the hatch tells.
  if (room < width / 3) return
  const left = Math.round(x - width / 2)
  const at = Math.round(top - 24)
  ctx.fillStyle = ink.bg1
  ctx.fillRect(left, at, width, 19)
  ctx.strokeStyle = ink.a2
  ctx.lineWidth = 1.4
  ctx.strokeRect(left, at, width, 19)
  writeAt(view, text, left + 6, at + 14, font, ink.fg0)
  take(taken, left, at, left + width, at + 19)
}
