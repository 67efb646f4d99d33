import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Occupancy } from './occupancy.ts'
import { claim, take } from './occupancy.ts'
import type { Named } from './shapes.ts'
import { drawText, fontOf, textWidth } from './text.ts'
import type { View } from './view.ts'
import { viewX, viewY } from './view.ts'

/** Traces points in canvas pixels; a ring is closed. */
export function tracePath(view: View, points: readonly LatLng[], close: boolean): void {
  const { ctx } = view
  ctx.beginPath()
  points.forEach(({ lat, lng }, i) => {
    const x = viewX(view, lng)
    const y = viewY(view, lat)
    if (i === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  })
  if (close) ctx.closePath()
}

export function strokeWith(view: View, colour: string, width: number, dash: number[] = []): void {
  const { ctx } = view
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.lineJoin = 'miter'
  ctx.setLineDash(dash)
  ctx.stroke()
  ctx.setLineDash([])
}

/** What a painting of shapes leaves for the words: covered boxes, and the labels still to be placed. */
export interface Words {
  taken: Occupancy
  labels: Array<{ id: string; text: string; x: number; y: number; beside: number }>
}

/** Asks for the shape's label beside a point; it is placed when the people are drawn, so that it stands clear of them. */
export function labelBeside(words: Words, shape: Named, x: number, y: number, beside: number): void {
  if (shape.label) words.labels.push({ id: shape.id, text: shape.label, x, y, beside })
}

/**
 * Writes the labels where they cover nothing, or not at all. `spots` remembers where each stood: it moves only when it
 * must.
 */
export function placeLabels(
  view: View,
  labels: Words['labels'],
  taken: Occupancy,
  spots: Map<string, number>,
): void {
  const { ctx, ink } = view
  const font = fontOf(ink, 11.5, 500)
  for (const { id, text, x, y, beside } of labels) {
    const width = textWidth(ctx, font, text)
    const sides = [
      [x + beside, y - 7],
      [x - beside - width, y - 7],
      [x - width / 2, y + beside],
      [x - width / 2, y - beside - 14],
    ] as const
    const before = spots.get(id) ?? 0
    for (const side of [before, 0, 1, 2, 3]) {
      const [left, top] = sides[side] as (typeof sides)[number]
      if (!claim(taken, left, top + 1, left + width, top + 13)) continue
      spots.set(id, side)
      writeAt(view, text, left, top + 11, font, ink.fg0)
      break
    }
  }
}

/** A line's name at a fixed spot, in the second ink; kept although it may cover something below. */
export function writeAt(view: View, text: string, x: number, y: number, font: string, colour: string): void {
  const { ctx, ink } = view
  ctx.font = font
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  drawText(ctx, ink, text, Math.round(x), Math.round(y), colour)
}

export function takeAround(taken: Occupancy, x: number, y: number, reach: number): void {
  take(taken, x - reach, y - reach, x + reach, y + reach)
}
