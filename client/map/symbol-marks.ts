import type { Ink } from './ink.ts'

/** What stands around a symbol, in CSS pixels around (x, y); the sizes are the same at every zoom. */
type Ctx = CanvasRenderingContext2D

/** A bar that points where the unit or assistant is heading; degrees clockwise from north. */
export function drawHeading(
  ctx: Ctx,
  ink: Ink,
  x: number,
  y: number,
  degrees: number,
  { from, length }: { from: number; length: number },
): void {
  const angle = (degrees * Math.PI) / 180
  const dx = Math.sin(angle)
  const dy = -Math.cos(angle)
  ctx.strokeStyle = ink.fg1
  ctx.lineWidth = 2
  ctx.beginPath()
  ctx.moveTo(x + dx * from, y + dy * from)
  ctx.lineTo(x + dx * (from + length), y + dy * (from + length))
  ctx.stroke()
}

/** The four corners of a selection; never a colour. */
export function drawBrackets(ctx: Ctx, ink: Ink, x: number, y: number, reach = 18): void {
  const arm = 6
  for (const [colour, width] of [
    [ink.map, 4],
    [ink.fg0, 1.6],
  ] as const) {
    ctx.strokeStyle = colour
    ctx.lineWidth = width
    ctx.lineJoin = 'miter'
    ctx.beginPath()
    for (const [sx, sy] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      ctx.moveTo(x + sx * reach, y + sy * (reach - arm))
      ctx.lineTo(x + sx * reach, y + sy * reach)
      ctx.lineTo(x + sx * (reach - arm), y + sy * reach)
    }
    ctx.stroke()
  }
}

/** The octagon around somebody who called for help. */
export function drawOctagon(ctx: Ctx, ink: Ink, x: number, y: number, r = 19): void {
  for (const [colour, width] of [
    [ink.map, 6],
    [ink.a1f, 3],
  ] as const) {
    ctx.beginPath()
    for (let corner = 0; corner < 8; corner++) {
      const angle = Math.PI / 8 + (corner * Math.PI) / 4
      const reach = r / Math.cos(Math.PI / 8)
      ctx.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle))
    }
    ctx.closePath()
    ctx.strokeStyle = colour
    ctx.lineWidth = width
    ctx.stroke()
  }
}

/** The circle of a fix's accuracy, radius in pixels. */
export function drawAccuracy(ctx: Ctx, ink: Ink, x: number, y: number, radius: number, colour: string): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.globalAlpha = 0.1
  ctx.fillStyle = colour
  ctx.fill()
  ctx.globalAlpha = 0.5
  ctx.strokeStyle = ink.fg2
  ctx.lineWidth = 1
  ctx.stroke()
  ctx.globalAlpha = 1
}
