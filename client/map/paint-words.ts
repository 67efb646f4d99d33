import { ageingFor } from '../../shared/positions/age.ts'
import type { Carriers } from './carriers.ts'
import { flagAlarm, flagOut, flagSelected, kindUnit } from './carriers.ts'
import type { Occupancy } from './occupancy.ts'
import { claim, isFree, makeOccupancy, take } from './occupancy.ts'
import type { Size } from './paint-carriers.ts'
import type { Placed } from './placed.ts'
import { lostStep } from './sprites.ts'
import { drawTag, drawText, fontOf, textWidth } from './text.ts'
import type { View } from './view.ts'

/** Labels asked for in one painting; beyond it the map is too full to read any. */
const most = 300
const lineHeight = 14

/** Pixels between a full symbol's middle and its words. */
export const wordsFrom = (flags: number, scale: number): number =>
  (flags & flagAlarm ? 25 : flags & flagSelected ? 21 : 14) * scale

/** What a full symbol keeps free of words; a cell of the occupancy less, so that its own words have room anywhere. */
export const keptFree = (flags: number, scale: number): number => wordsFrom(flags, scale) - 7

/** Tags and names beside the symbols: the urgent first, each where it covers nothing, otherwise not at all. */
export function paintWords(
  view: View,
  of: Carriers,
  placed: Placed,
  size: Size,
  scale: number,
  taken: Occupancy,
): void {
  const order = size === 'full' ? Array.from({ length: placed.count }, (_, i) => i) : [...placed.special]
  order.sort((a, b) => urgency(of, placed, b) - urgency(of, placed, a))
  const now = of.now()
  const tags = makeOccupancy(view.width, view.height, 6)
  for (const i of order.slice(0, most)) {
    const no = placed.no[i] as number
    const flags = of.flags[no] as number
    const tag = flags & (flagAlarm | flagOut) ? of.tagOf(no) : null
    if (tag !== null) placeTag(view, tag, flags, placed.x[i] as number, placed.y[i] as number, taken, tags)
    const words = [of.labelOf(no, view.zoom)]
    if (placed.step[i] === lostStep) {
      const age = now - (of.table.at[no] as number)
      if (age > ageingFor) words.push(of.lostLabelOf(no, age))
    }
    const lines = words.filter((line) => line !== null && line !== '').join('\n')
    const beside = wordsFrom(flags, scale)
    if (lines !== '')
      placeLines(view, lines.split('\n'), placed.x[i] as number, placed.y[i] as number, beside, taken)
  }
}

function urgency(of: Carriers, placed: Placed, i: number): number {
  const no = placed.no[i] as number
  const flags = of.flags[no] as number
  return (
    (flags & flagAlarm ? 16 : 0) +
    (flags & flagSelected ? 8 : 0) +
    (flags & flagOut ? 4 : 0) +
    (placed.step[i] === lostStep ? 2 : 0) +
    (of.kind[no] === kindUnit ? 1 : 0)
  )
}

/** A tag always stands, even when it must cover something other than a tag: it says what is wrong. */
function placeTag(
  view: View,
  text: string,
  flags: number,
  x: number,
  y: number,
  taken: Occupancy,
  tags: Occupancy,
) {
  const tone = flags & flagAlarm ? 'red' : 'amber'
  const width = Math.ceil(textWidth(view.ctx, fontOf(view.ink, 11.5, 700), text)) + 18
  const lift = flags & flagAlarm ? 27 : 16
  const spots: Array<[number, number]> = []
  for (const away of [0, 20, 40])
    for (const top of [y - lift - 11 - away, y + lift - 6 + away])
      spots.push([x + 12, top], [x - 12 - width, top])
  const free = (of: Occupancy) => spots.find(([sx, sy]) => isFree(of, sx, sy, sx + width, sy + 18))
  const spot = free(taken) ?? free(tags)
  const [left, top] = spot ?? [x + 12, y - lift - 11]
  take(taken, left, top, left + width, top + 18)
  take(tags, left, top, left + width, top + 18)
  drawTag(view.ctx, view.ink, tone, text, Math.round(left), Math.round(top))
}

function placeLines(view: View, lines: string[], x: number, y: number, beside: number, taken: Occupancy) {
  const { ctx, ink } = view
  const first = fontOf(ink, 11.5, 500)
  const second = fontOf(ink, 11.5, 400)
  const width = Math.max(...lines.map((line, i) => textWidth(ctx, i === 0 ? first : second, line)))
  const height = lines.length * lineHeight
  const top = y - height / 2
  const spots = [
    [x + beside, top],
    [x - beside - width, top],
    [x - width / 2, y - beside - height],
    [x - width / 2, y + beside],
  ] as const
  const spot = spots.find(([sx, sy]) => claim(taken, sx, sy + 1, sx + width, sy + height - 1))
  if (!spot) return
  ctx.textBaseline = 'alphabetic'
  ctx.textAlign = 'left'
  lines.forEach((line, i) => {
    ctx.font = i === 0 ? first : second
    const baseline = Math.round(spot[1] + i * lineHeight + 11)
    drawText(ctx, ink, line, Math.round(spot[0]), baseline, i === 0 ? ink.fg0 : ink.fg1)
  })
}
