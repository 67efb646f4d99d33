import type { Carriers } from './carriers.ts'
import {
  flagAlarm,
  flagBusy,
  flagDimmed,
  flagOffered,
  flagOut,
  flagSelected,
  headingOf,
  isSpecial,
  kindMe,
  kindUnit,
} from './carriers.ts'
import type { Crowd } from './crowd.ts'
import { heapsOf } from './density.ts'
import { fanOut } from './fan.ts'
import { metresPerPixel } from './mercator.ts'
import type { Occupancy } from './occupancy.ts'
import { take } from './occupancy.ts'
import { keptFree } from './paint-words.ts'
import type { Placed } from './placed.ts'
import type { Form, Sprites } from './sprites.ts'
import { dotForm, dotHeading, dotStateOf, dotSteps, lostStep } from './sprites.ts'
import { drawAccuracy, drawBrackets, drawHeading, drawOctagon } from './symbol-marks.ts'
import type { Tone } from './symbols.ts'
import { toneInk } from './symbols.ts'
import { fontOf } from './text.ts'
import type { View } from './view.ts'

/** How the ordinary ones are drawn; whoever is selected, in alarm or out of bounds is a full symbol at any zoom. */
export type Size = 'full' | 'dots' | 'crowd' | 'heaps'

/** More in view than this: dots without their age in steps, written pixel by pixel. */
const many = 1500

export function sizeAt(zoom: number, inView: number): Size {
  if (zoom < 11) return 'heaps'
  if (inView > many) return 'crowd'
  return zoom < 14 ? 'dots' : 'full'
}

const toneOf = (flags: number): Tone =>
  flags & flagAlarm ? 'red' : flags & flagOut ? 'amber' : flags & flagDimmed ? 'dim' : 'plain'

export function paintCarriers(
  view: View,
  of: Carriers,
  placed: Placed,
  sprites: Sprites,
  size: Size,
  scale: number,
  taken: Occupancy,
  crowd: Crowd,
): void {
  const { ctx, ink } = view
  if (size === 'crowd') crowd.draw(ctx)
  const leaders = size === 'full' ? fanOut(placed, of.pairs, scale) : []
  const tethered = paintTethers(view, of, placed, size)
  ctx.strokeStyle = ink.fg2
  ctx.lineWidth = 1
  for (const { index, x, y } of leaders) {
    ctx.beginPath()
    ctx.moveTo(placed.x[index] as number, placed.y[index] as number)
    ctx.lineTo(x, y)
    ctx.stroke()
    ctx.fillStyle = ink.fg1
    ctx.fillRect(x - 1.5, y - 1.5, 3, 3)
  }
  if (size === 'heaps') paintHeaps(view, of, placed, taken)

  const units: number[] = []
  const single = size === 'full' || size === 'dots' ? placed.count : 0
  for (let i = 0; i < single; i++) {
    const no = placed.no[i] as number
    if (isSpecial(of.flags[no] as number)) continue
    if (of.kind[no] === kindUnit) units.push(i)
    else paintOne(i, size)
  }
  for (const i of units) paintOne(i, size)
  // Alarms last: nothing may cover them.
  const raised = [...placed.special].sort(
    (a, b) => rank(of.flags[placed.no[a] as number]) - rank(of.flags[placed.no[b] as number]),
  )
  for (const i of raised) paintOne(i, 'full')

  function paintOne(i: number, as: Size) {
    const no = placed.no[i] as number
    const kind = of.kind[no] as number
    const flags = of.flags[no] as number
    const x = placed.x[i] as number
    const y = placed.y[i] as number
    const step = placed.step[i] as number
    const tone = toneOf(flags)
    const busy = (flags & flagBusy) !== 0
    const reach = as === 'full' ? keptFree(flags, scale) : 4 * scale
    take(taken, x - reach, y - reach, x + reach, y + reach)
    const heading = step === lostStep ? Number.NaN : headingOf(of, no)
    if (as !== 'full') {
      if (!Number.isNaN(heading)) drawHeading(ctx, ink, x, y, heading, dotHeading)
      sprites.put(ctx, dotForm(kind === kindUnit, busy), tone, dotSteps[dotStateOf(step)], x, y)
      return
    }
    if (isSpecial(flags)) {
      const lat = of.table.lat[no] as number
      const radius = (of.table.accuracy[no] as number) / metresPerPixel(lat, view.zoom)
      const least = flags & flagAlarm ? 26 : flags & flagOut ? 15 : 0
      if (least > 0 || radius > 12)
        drawAccuracy(ctx, ink, x, y, Math.max(least, Math.min(radius, 300)), toneInk(ink, tone))
    }
    if (!Number.isNaN(heading)) drawHeading(ctx, ink, x, y, heading, { from: 14 * scale, length: 9 })
    if (flags & flagOffered) {
      ctx.beginPath()
      ctx.arc(x, y, 12 * scale, 0, 2 * Math.PI)
      ctx.strokeStyle = ink.adv
      ctx.lineWidth = 1.5
      ctx.setLineDash([3, 2.5])
      ctx.stroke()
      ctx.setLineDash([])
    }
    sprites.put(ctx, formOf(kind, busy && !tethered.has(i)), tone, step, x, y)
    if (kind === kindUnit) paintNumber(view, of.numberOf(no), x, y, step, scale)
    if (flags & flagAlarm) drawOctagon(ctx, ink, x, y, 19 * scale)
    if (flags & flagSelected) drawBrackets(ctx, ink, x, y, (flags & flagAlarm ? 26 : 18) * scale)
  }
}

const rank = (flags = 0): number =>
  (flags & flagAlarm ? 4 : 0) + (flags & flagOut ? 2 : 0) + (flags & flagSelected)

function formOf(kind: number, busy: boolean): Form {
  if (kind === kindUnit) return 'unit'
  if (kind === kindMe) return 'me'
  return busy ? 'busy' : 'assistant'
}

function paintNumber(view: View, text: string, x: number, y: number, step: number, scale: number) {
  const { ctx, ink } = view
  ctx.font = fontOf(ink, (text.length > 2 ? 9 : 11.5) * scale, 700)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  const at = y + (text.length > 2 ? 3 : 4) * scale
  if (step === lostStep) {
    ctx.lineWidth = 3
    ctx.strokeStyle = ink.map
    ctx.strokeText(text, x, at)
  }
  ctx.fillStyle = step === lostStep ? ink.fg0 : ink.unitk
  ctx.fillText(text, x, at)
  ctx.textAlign = 'left'
}

/** Lines between units and their assistants; returns who has one. Calm ones only where single symbols are drawn. */
function paintTethers(view: View, of: Carriers, placed: Placed, size: Size): Set<number> {
  const { ctx, ink } = view
  const tethered = new Set<number>()
  for (const [unit, assistant, apart] of of.pairs) {
    const from = placed.at[unit] ?? -1
    const to = placed.at[assistant] ?? -1
    if (from < 0 || to < 0) continue
    const flags = of.flags[assistant] as number
    const loud = apart || (flags & (flagAlarm | flagOut)) !== 0
    if (size !== 'full' && !loud) continue
    tethered.add(to)
    ctx.beginPath()
    ctx.moveTo(placed.x[from] as number, placed.y[from] as number)
    ctx.lineTo(placed.x[to] as number, placed.y[to] as number)
    if (loud) {
      ctx.strokeStyle = flags & flagAlarm ? ink.a1 : ink.a2
      ctx.lineWidth = 2.2
      ctx.setLineDash([6, 4])
    } else {
      ctx.strokeStyle = ink.fg1
      ctx.lineWidth = 1.4
    }
    ctx.stroke()
    ctx.setLineDash([])
  }
  return tethered
}

function paintHeaps(view: View, of: Carriers, placed: Placed, taken: Occupancy) {
  const { ctx, ink } = view
  const heaps = heapsOf(placed, view.left, view.top, 72, (i) =>
    isSpecial(of.flags[placed.no[i] as number] as number),
  )
  ctx.font = fontOf(ink, 11.5, 600)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  for (const { x, y, count } of heaps) {
    const text = String(count)
    const half = Math.max(9, 5 + text.length * 4)
    ctx.fillStyle = ink.bg1
    ctx.fillRect(x - half, y - 9, 2 * half, 18)
    ctx.strokeStyle = ink.ln2
    ctx.lineWidth = 1
    ctx.strokeRect(Math.round(x - half) + 0.5, Math.round(y - 9) + 0.5, 2 * half, 18)
    ctx.fillStyle = ink.fg0
    ctx.fillText(text, Math.round(x), Math.round(y) + 4)
    take(taken, x - half, y - 9, x + half, y + 9)
  }
  ctx.textAlign = 'left'
}
