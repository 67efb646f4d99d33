import { strokeWith, tracePath } from './shape-drawing.ts'
import type { LaneShape } from './shapes.ts'
import type { View } from './view.ts'
import { viewX, viewY } from './view.ts'

/** One's own lane is the one thick line of the map, with a head that says which way; the others are thin. */
export function drawLane(view: View, { parts, of }: LaneShape): void {
  const { ink } = view
  for (const part of parts) {
    tracePath(view, part, false)
    if (of === 'own') {
      strokeWith(view, ink.map, 9)
      strokeWith(view, ink.fg0, 5)
    } else if (of === 'own-later') {
      strokeWith(view, ink.map, 4)
      strokeWith(view, ink.fg0, 2, [6, 5])
    } else strokeWith(view, ink.fg2, 1.2)
  }
  const last = parts.at(-1)
  if (of === 'own' && last) drawHead(view, last)
}

/** A filled head at the end of the lane. */
function drawHead(view: View, part: LaneShape['parts'][number]): void {
  const [from, to] = [part.at(-2), part.at(-1)]
  if (!from || !to) return
  const { ctx, ink } = view
  const x = viewX(view, to.lng)
  const y = viewY(view, to.lat)
  const angle = Math.atan2(y - viewY(view, from.lat), x - viewX(view, from.lng))
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(angle)
  ctx.beginPath()
  ctx.moveTo(6, 0)
  ctx.lineTo(-12, -10)
  ctx.lineTo(-12, 10)
  ctx.closePath()
  ctx.lineWidth = 2
  ctx.strokeStyle = ink.map
  ctx.fillStyle = ink.fg0
  ctx.fill()
  ctx.stroke()
  ctx.restore()
}
