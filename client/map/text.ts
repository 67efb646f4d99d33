import type { Ink } from './ink.ts'

/** A canvas knows the width axis only by keyword: 87.5 % is the nearest to the design's 84 %. */
export const fontOf = (ink: Ink, px: number, weight = 400, style = ''): string =>
  `${style} ${weight} semi-condensed ${px}px ${ink.family}`

const widths = new Map<string, number>()

/** Width in CSS pixels; remembered, because measuring costs more than drawing. */
export function textWidth(ctx: CanvasRenderingContext2D, font: string, text: string): number {
  const key = font + text
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size > 5000) widths.clear()
  ctx.font = font
  const width = ctx.measureText(text).width
  widths.set(key, width)
  return width
}

/** Forget the widths: they were measured before the font's file had come. */
export const forgetWidths = (): void => widths.clear()

/** Text with a halo of the ground's colour, so that it reads over any ink. */
export function drawText(
  ctx: CanvasRenderingContext2D,
  ink: Ink,
  text: string,
  x: number,
  y: number,
  colour: string = ink.fg0,
): void {
  ctx.lineJoin = 'round'
  ctx.lineWidth = 3
  ctx.strokeStyle = ink.halo
  ctx.strokeText(text, x, y)
  ctx.fillStyle = colour
  ctx.fillText(text, x, y)
}

/** A filled tag, 18 high, with its left end at (x, y): only for what is abnormal. Returns its width. */
export function drawTag(
  ctx: CanvasRenderingContext2D,
  ink: Ink,
  tone: 'red' | 'amber',
  text: string,
  x: number,
  y: number,
): number {
  const font = fontOf(ink, 11.5, 700)
  const width = Math.ceil(textWidth(ctx, font, text)) + 18
  // Amber alone is too pale on a light map: there the fill needs its dark edge.
  ctx.fillStyle = tone === 'amber' && ink.a2 !== ink.a2f ? ink.a2 : ink.map
  ctx.fillRect(x - 1, y - 1, width + 2, 20)
  ctx.fillStyle = tone === 'red' ? ink.a1f : ink.a2f
  ctx.fillRect(x, y, width, 18)
  ctx.font = font
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.fillStyle = tone === 'red' ? ink.a1k : ink.a2k
  ctx.fillText(text, x + width / 2, y + 13)
  ctx.textAlign = 'left'
  return width
}
