import { metresPerPixel } from './mercator.ts'
import type { Surface } from './shapes.ts'
import type { View } from './view.ts'
import { viewX, viewY } from './view.ts'

/** Each annulus in one strength: the same probability everywhere in it. Under everything else. */
export function drawSurface(view: View, { at, bands }: Surface): void {
  const { ctx, ink } = view
  const x = viewX(view, at.lng)
  const y = viewY(view, at.lat)
  const pixel = metresPerPixel(at.lat, view.zoom)
  ctx.save()
  ctx.fillStyle = ink.adv
  bands.forEach(({ metres, strength }, i) => {
    const inner = (bands[i - 1]?.metres ?? 0) / pixel
    ctx.globalAlpha = strength
    ctx.beginPath()
    ctx.arc(x, y, metres / pixel, 0, 2 * Math.PI)
    if (inner > 0) ctx.arc(x, y, inner, 0, 2 * Math.PI, true)
    ctx.fill()
  })
  ctx.restore()
}
