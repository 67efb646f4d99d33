import { fanReach } from './fan.ts'
import { take } from './occupancy.ts'
import type { Words } from './shape-drawing.ts'
import { labelBeside, strokeWith, takeAround } from './shape-drawing.ts'
import type { Clue, Ghost, Mark, Pin, Post, Sos } from './shapes.ts'
import { drawAccuracy, drawBrackets, drawOctagon } from './symbol-marks.ts'
import { drawAssistant, platePath } from './symbols.ts'
import { drawTag, fontOf, textWidth } from './text.ts'
import type { View } from './view.ts'
import { viewX, viewY } from './view.ts'

/** What stands at one point: drawn at the same size at every zoom. */

export function drawPost(view: View, shape: Post, words: Words): void {
  const { ctx, ink } = view
  const x = Math.round(viewX(view, shape.at.lng))
  const y = Math.round(viewY(view, shape.at.lat))
  const coming = shape.coming ?? 0
  const short = shape.have < shape.need
  const missing = shape.have + coming < shape.need
  ctx.fillStyle = ink.map
  ctx.fillRect(x - 12, y - 12, 24, 24)
  ctx.fillStyle = missing ? ink.a2bg : ink.map
  ctx.fillRect(x - 10, y - 10, 20, 20)
  ctx.strokeStyle = missing ? ink.a2 : ink.fg1
  ctx.lineWidth = missing ? 2 : 1.3
  ctx.strokeRect(x - 10, y - 10, 20, 20)
  ctx.font = fontOf(ink, shape.number.length > 2 ? 9 : 11, 600)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.fillStyle = ink.fg0
  ctx.fillText(shape.number, x, y + 2)
  ctx.textAlign = 'left'
  drawPips(view, shape, x, y + 5, short)
  if (shape.selected) drawBrackets(ctx, ink, x, y)
  takeAround(words.taken, x, y, 12)
  labelBeside(words, shape, x, y, 15)
}

/** One per needed person: filled is there, with a point is on the way, hollow with an amber edge is missing. */
function drawPips(view: View, shape: Post, x: number, y: number, short: boolean) {
  const { ctx, ink } = view
  const shown = Math.min(shape.need, 4)
  const from = x - (shown * 5 - 1) / 2
  for (let i = 0; i < shown; i++) {
    const left = from + i * 5
    const there = shape.need > 4 ? shape.have / shape.need > i / 4 : i < shape.have
    if (there) {
      ctx.fillStyle = ink.fg1
      ctx.fillRect(left, y, 4, 3)
      continue
    }
    const onWay = i < shape.have + (shape.coming ?? 0)
    ctx.strokeStyle = onWay || !short ? ink.fg1 : ink.a2
    ctx.lineWidth = 1.1
    ctx.strokeRect(left + 0.5, y + 0.5, 3, 2.5)
  }
}

/** IPP: cross-hair over a disc; LKP: an open ring with four ticks. */
export function drawMark(view: View, shape: Mark, words: Words): void {
  const { ctx, ink } = view
  const x = viewX(view, shape.at.lng)
  const y = viewY(view, shape.at.lat)
  const inner = shape.kind === 'ipp' ? 0 : 8
  const ticks = () => {
    ctx.beginPath()
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      ctx.moveTo(x + dx * inner, y + dy * inner)
      ctx.lineTo(x + dx * 19, y + dy * 19)
    }
  }
  ctx.beginPath()
  ctx.arc(x, y, 13, 0, 2 * Math.PI)
  if (shape.kind === 'ipp') {
    ctx.fillStyle = ink.map
    ctx.fill()
  }
  strokeWith(view, ink.map, 4.6)
  ctx.beginPath()
  ctx.arc(x, y, 13, 0, 2 * Math.PI)
  strokeWith(view, ink.fg0, 1.6, shape.kind === 'ipp' ? [] : [4, 2.5])
  ticks()
  strokeWith(view, ink.map, 4.6)
  ticks()
  strokeWith(view, ink.fg0, 1.6)
  if (shape.selected) drawBrackets(ctx, ink, x, y, 24)
  takeAround(words.taken, x, y, 19)
  labelBeside(words, shape, x, y, 26)
}

export function drawClue(view: View, shape: Clue, words: Words): void {
  const { ctx, ink } = view
  const x = viewX(view, shape.at.lng)
  const y = viewY(view, shape.at.lat)
  const triangle = () => {
    ctx.beginPath()
    ctx.moveTo(x, y)
    ctx.lineTo(x - 9, y - 16)
    ctx.lineTo(x + 9, y - 16)
    ctx.closePath()
  }
  triangle()
  strokeWith(view, ink.map, 4.6)
  triangle()
  ctx.fillStyle = ink.map
  ctx.fill()
  strokeWith(view, ink.fg0, 1.6)
  ctx.font = fontOf(ink, 10, 700)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.fillStyle = ink.fg0
  ctx.fillText(shape.letter ?? '', x, y - 7)
  ctx.textAlign = 'left'
  if (shape.selected) drawBrackets(ctx, ink, x, y - 10)
  take(words.taken, x - 10, y - 18, x + 10, y + 2)
  labelBeside(words, shape, x, y - 10, 13)
}

/** Same forms as the people, dashed and in the colour of advice: it is not an order yet, and it has no age. */
export function drawGhost(view: View, shape: Ghost, words: Words): void {
  const { ctx, ink } = view
  const x = viewX(view, shape.at.lng)
  const y = viewY(view, shape.at.lat)
  for (let i = 0; i < shape.members; i++) {
    const angle = Math.PI / 2 + ((i - (shape.members - 1) / 2) * 56 * Math.PI) / 180
    const mx = x - fanReach * Math.cos(angle)
    const my = y + fanReach * Math.sin(angle)
    ctx.beginPath()
    ctx.moveTo(x, y)
    ctx.lineTo(mx, my)
    strokeWith(view, ink.adv, 1, [3, 2])
    ctx.beginPath()
    ctx.arc(mx, my, 9, 0, 2 * Math.PI)
    ctx.fillStyle = ink.map
    ctx.fill()
    ctx.beginPath()
    ctx.arc(mx, my, 7, 0, 2 * Math.PI)
    ctx.fillStyle = ink.advbg
    ctx.fill()
    strokeWith(view, ink.adv, 1.4, [2.5, 2])
    takeAround(words.taken, mx, my, 8)
  }
  ctx.save()
  ctx.translate(x, y)
  platePath(ctx)
  strokeWith(view, ink.map, 4.5)
  platePath(ctx)
  ctx.fillStyle = ink.advbg
  ctx.fill()
  strokeWith(view, ink.adv, 1.5, [3, 2.5])
  ctx.font = fontOf(ink, 11.5, 700)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.fillStyle = ink.adv
  ctx.fillText(shape.number, 0, 4)
  ctx.restore()
  if (shape.selected) drawBrackets(ctx, ink, x, y)
  takeAround(words.taken, x, y, 11)
  labelBeside(words, shape, x, y, 20)
}

/** A call for help without a carrier in the table: circle, octagon, tag and name. */
export function drawSos(view: View, shape: Sos, words: Words): void {
  const { ctx, ink } = view
  const x = viewX(view, shape.at.lng)
  const y = viewY(view, shape.at.lat)
  drawAccuracy(ctx, ink, x, y, 26, ink.a1)
  ctx.save()
  ctx.translate(x, y)
  drawAssistant(ctx, ink, 'red', 1, '')
  ctx.restore()
  drawOctagon(ctx, ink, x, y)
  if (shape.selected) drawBrackets(ctx, ink, x, y, 26)
  takeAround(words.taken, x, y, 22)
  const width = textWidth(ctx, fontOf(ink, 11.5, 700), shape.tag) + 18
  take(words.taken, x - 24 - width, y - 30, x - 24, y - 10)
  drawTag(ctx, ink, 'red', shape.tag, Math.round(x - 24 - width), Math.round(y - 30))
  labelBeside(words, shape, x, y, 25)
}

/** Incident: a square on its corner with a point; meeting point: a flag; found: a filled square on its corner. */
export function drawPin(view: View, shape: Pin, words: Words): void {
  const { ctx, ink } = view
  const x = viewX(view, shape.at.lng)
  const y = viewY(view, shape.at.lat)
  const trace = () => {
    ctx.beginPath()
    if (shape.kind === 'meeting') {
      ctx.moveTo(x, y)
      ctx.lineTo(x, y - 18)
      ctx.lineTo(x + 12, y - 14)
      ctx.lineTo(x, y - 10)
      return
    }
    ctx.moveTo(x, y - 10)
    ctx.lineTo(x + 10, y)
    ctx.lineTo(x, y + 10)
    ctx.lineTo(x - 10, y)
    ctx.closePath()
  }
  trace()
  strokeWith(view, ink.map, 5)
  trace()
  ctx.fillStyle = shape.kind === 'found' ? ink.fg0 : ink.map
  ctx.fill()
  strokeWith(view, ink.fg0, 1.6)
  if (shape.kind === 'incident') {
    ctx.fillStyle = ink.fg0
    ctx.fillRect(x - 1, y - 5, 2, 6)
    ctx.fillRect(x - 1, y + 3, 2, 2)
  }
  if (shape.selected) drawBrackets(ctx, ink, x, y - (shape.kind === 'meeting' ? 9 : 0))
  takeAround(words.taken, x, y, 11)
  labelBeside(words, shape, x, y, 14)
}
