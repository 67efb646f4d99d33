import type { CityGeometry, Indexed } from './city-geometry.ts'
import { housesOf, seenIn, sidesOf } from './city-geometry.ts'
import type { Ink } from './ink.ts'
import type { PlaneLine, TileWindow } from './plane-lines.ts'
import { touches, traceLine } from './plane-lines.ts'

type Ctx = CanvasRenderingContext2D

/** Pixels that a street of so many metres is wide, never thinner than `least`. */
const broad = (metres: number, zoom: number, least: number): number =>
  Math.max(least, (metres * 2 ** zoom) / 114_000)

const avenueWidth = (zoom: number): number => broad(20, zoom, zoom < 12 ? 1 : zoom < 14 ? 2 : 4.5)
const streetWidth = (zoom: number): number => broad(19, zoom, zoom < 12 ? 0.8 : zoom < 14 ? 1.2 : 3)
const laneWidth = (zoom: number): number => broad(11, zoom, zoom < 14 ? 0.7 : 1.4)

/** Blocks, parks, houses, rivers and streets of one tile; the labels are drawn over it. */
export function drawCity(ctx: Ctx, ink: Ink, geometry: CityGeometry, window: TileWindow, zoom: number): void {
  if (zoom >= 13) {
    const seen = seenIn(geometry.blocks, window, 0)
    fillRings(ctx, ink.blk, geometry.blocks.lines, seen, window)
    if (zoom >= 15) drawHouses(ctx, ink, geometry, seen, window)
  }
  for (const park of geometry.parks) if (touches(park, window, 0)) drawPark(ctx, ink, park, window)
  ctx.lineJoin = 'round'
  ctx.lineCap = 'butt'
  stroke(ctx, ink.water, broad(11, zoom, 1), geometry.rivers, null, window)
  if (zoom >= 13) lines(ctx, ink.st1, laneWidth(zoom), geometry.lanes, window)
  if (zoom >= 14) {
    lines(ctx, ink.st2c, streetWidth(zoom) + 2.8, geometry.streets, window)
    lines(ctx, ink.st2c, avenueWidth(zoom) + 2.8, geometry.avenues, window)
  }
  lines(ctx, zoom < 14 ? ink.st1 : ink.st2, streetWidth(zoom), geometry.streets, window)
  lines(ctx, ink.st2, avenueWidth(zoom), geometry.avenues, window)
}

function lines(ctx: Ctx, colour: string, width: number, of: Indexed, window: TileWindow) {
  stroke(ctx, colour, width, of.lines, seenIn(of, window, width), window)
}

function stroke(
  ctx: Ctx,
  colour: string,
  width: number,
  of: PlaneLine[],
  seen: number[] | null,
  window: TileWindow,
): void {
  ctx.beginPath()
  if (seen) for (const i of seen) traceLine(ctx, of[i] as PlaneLine, window, width)
  else for (const line of of) if (touches(line, window, width)) traceLine(ctx, line, window, width)
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.stroke()
}

function fillRings(
  ctx: Ctx,
  colour: string,
  of: PlaneLine[],
  seen: number[],
  { scale, left, top }: TileWindow,
) {
  ctx.beginPath()
  for (const i of seen) {
    const { xy } = of[i] as PlaneLine
    for (let k = 0; k < xy.length; k += 2) {
      const x = (xy[k] as number) * scale - left
      const y = (xy[k + 1] as number) * scale - top
      if (k === 0) ctx.moveTo(x, y)
      else ctx.lineTo(x, y)
    }
    ctx.closePath()
  }
  ctx.fillStyle = colour
  ctx.fill()
}

function drawHouses(ctx: Ctx, ink: Ink, { city, blocks }: CityGeometry, seen: number[], window: TileWindow) {
  const { scale, left, top } = window
  ctx.beginPath()
  for (const i of seen) {
    const { width, height } = sidesOf(city.blocks[i] as (typeof city.blocks)[number])
    const { xy } = blocks.lines[i] as PlaneLine
    const corner = (k: number) => (xy[k] as number) * scale - (k % 2 === 0 ? left : top)
    const [ax, ay, ux, uy] = [corner(0), corner(1), corner(2) - corner(0), corner(3) - corner(1)]
    const [vx, vy] = [corner(6) - corner(0), corner(7) - corner(1)]
    for (const [u0, v0, u1, v1] of housesOf(i, width, height)) {
      ctx.moveTo(ax + ux * u0 + vx * v0, ay + uy * u0 + vy * v0)
      ctx.lineTo(ax + ux * u1 + vx * v0, ay + uy * u1 + vy * v0)
      ctx.lineTo(ax + ux * u1 + vx * v1, ay + uy * u1 + vy * v1)
      ctx.lineTo(ax + ux * u0 + vx * v1, ay + uy * u0 + vy * v1)
      ctx.closePath()
    }
  }
  ctx.fillStyle = ink.bld
  ctx.fill()
}

/** Green ground with the design's dots, which are anchored to the ground so that they fit across tiles. */
function drawPark(ctx: Ctx, ink: Ink, park: PlaneLine, window: TileWindow) {
  ctx.save()
  fillRings(ctx, ink.park, [park], [0], window)
  ctx.clip()
  const step = 6
  const from = (edge: number, origin: number) => Math.floor((Math.max(edge, origin) - origin) / step) * step
  const startX = from(park.west * window.scale, window.left) - (window.left % step)
  const startY = from(park.north * window.scale, window.top) - (window.top % step)
  const endX = Math.min(window.size, park.east * window.scale - window.left)
  const endY = Math.min(window.size, park.south * window.scale - window.top)
  ctx.fillStyle = ink.st1
  for (let y = startY; y < endY; y += step)
    for (let x = startX; x < endX; x += step) ctx.fillRect(x, y, 1.5, 1.5)
  ctx.restore()
}
