import type { Ink } from './ink.ts'

/** Drawn around the origin of a context in CSS pixels. The sizes are the design's and the same at every zoom. */
type Ctx = CanvasRenderingContext2D

/** What colours a symbol's outline: nothing unusual, dimmed, amber (out of bounds), red (alarm). */
export type Tone = 'plain' | 'dim' | 'amber' | 'red'

export const toneInk = (ink: Ink, tone: Tone): string =>
  tone === 'red' ? ink.a1 : tone === 'amber' ? ink.a2 : tone === 'dim' ? ink.fg2 : ink.fg0

export function platePath(ctx: Ctx): void {
  ctx.beginPath()
  ctx.moveTo(0, 11)
  ctx.lineTo(-10, 4)
  ctx.lineTo(-10, -9)
  ctx.lineTo(10, -9)
  ctx.lineTo(10, 4)
  ctx.closePath()
}
/** Length of that path, for the dial that empties along it. */
const plateLength = 2 * Math.hypot(10, 7) + 13 + 20 + 13

function hatch(ctx: Ctx, ink: Ink, reach: number): void {
  ctx.save()
  ctx.clip()
  ctx.fillStyle = ink.map
  ctx.fillRect(-reach, -reach, 2 * reach, 2 * reach)
  ctx.strokeStyle = ink.fg1
  ctx.lineWidth = 2
  ctx.setLineDash([])
  ctx.beginPath()
  for (let at = -3 * reach; at <= 3 * reach; at += 5) {
    ctx.moveTo(at - reach, reach)
    ctx.lineTo(at + reach, -reach)
  }
  ctx.stroke()
  ctx.restore()
}

/** A police unit's plate; `left` = share of the 120 s that the dial still shows, null = contact lost. */
export function drawUnit(ctx: Ctx, ink: Ink, tone: Tone, left: number | null): void {
  ctx.lineJoin = 'miter'
  platePath(ctx)
  ctx.strokeStyle = ink.map
  ctx.lineWidth = 4.5
  ctx.stroke()
  if (left === null) {
    platePath(ctx)
    hatch(ctx, ink, 12)
    platePath(ctx)
    ctx.strokeStyle = tone === 'plain' ? ink.fg1 : toneInk(ink, tone)
    ctx.lineWidth = 1.2
    ctx.setLineDash([3, 2.5])
    ctx.stroke()
    ctx.setLineDash([])
    return
  }
  platePath(ctx)
  ctx.fillStyle = ink.unit
  ctx.fill()
  ctx.strokeStyle = ink.ln2
  ctx.lineWidth = 2.4
  ctx.stroke()
  platePath(ctx)
  ctx.strokeStyle = toneInk(ink, tone)
  ctx.setLineDash([plateLength * left, 200])
  ctx.stroke()
  ctx.setLineDash([])
}

/** The circle of an assistant; `me` is one's own, with a point in it; `busy` the same, smaller. */
export function drawAssistant(
  ctx: Ctx,
  ink: Ink,
  tone: Tone,
  left: number | null,
  dot: '' | 'busy' | 'me',
): void {
  const circle = (r: number) => {
    ctx.beginPath()
    ctx.arc(0, 0, r, 0, 2 * Math.PI)
  }
  circle(9)
  ctx.fillStyle = ink.map
  ctx.fill()
  if (left === null) {
    circle(7)
    hatch(ctx, ink, 8)
    circle(7)
    ctx.strokeStyle = tone === 'plain' || tone === 'dim' ? ink.ln2 : toneInk(ink, tone)
    ctx.lineWidth = 1.4
    ctx.setLineDash([2.5, 2])
    ctx.stroke()
    ctx.setLineDash([])
    return
  }
  circle(7)
  ctx.strokeStyle = ink.ln2
  ctx.lineWidth = 2.8
  ctx.globalAlpha = 0.55
  ctx.stroke()
  ctx.globalAlpha = 1
  if (left > 0) {
    ctx.beginPath()
    ctx.arc(0, 0, 7, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * left)
    ctx.strokeStyle = toneInk(ink, tone)
    ctx.lineWidth = 2.6
    ctx.stroke()
  }
  if (dot !== '') {
    circle(dot === 'me' ? 3 : 2.2)
    ctx.fillStyle = toneInk(ink, tone)
    ctx.fill()
  }
}

/**
 * From afar: a small plate or circle, filled when busy, grey when stale, with a stroke through it when lost. `bare`
 * leaves out the rim that parts it from its neighbours.
 */
export function drawDot(
  ctx: Ctx,
  ink: Ink,
  tone: Tone,
  unit: boolean,
  left: number | null,
  busy: boolean,
  bare = false,
): void {
  const quiet = left === null || left === 0 ? ink.fg2 : unit ? ink.fg0 : ink.fg1
  const colour = tone === 'plain' ? quiet : toneInk(ink, tone)
  ctx.beginPath()
  if (unit) {
    ctx.moveTo(0, 5.5)
    ctx.lineTo(-4.5, 2)
    ctx.lineTo(-4.5, -4.5)
    ctx.lineTo(4.5, -4.5)
    ctx.lineTo(4.5, 2)
    ctx.closePath()
  } else ctx.arc(0, 0, 2.7, 0, 2 * Math.PI)
  ctx.strokeStyle = ink.map
  ctx.lineWidth = 3.4
  if (!bare) ctx.stroke()
  ctx.fillStyle = unit ? ink.unit : busy ? colour : ink.map
  if (!bare || unit || busy) ctx.fill()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.3
  ctx.stroke()
  if (left === null) {
    ctx.beginPath()
    ctx.moveTo(-5, 5)
    ctx.lineTo(5, -5)
    ctx.stroke()
  }
}
