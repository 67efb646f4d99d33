import { worldX, worldY } from './mercator.ts'

/** Points of a line or ring on the Mercator square, x and y in turn, with its box. */
export interface PlaneLine {
  xy: Float64Array
  west: number
  north: number
  east: number
  south: number
}

/** A window of the world in pixels at some zoom: what a tile shows. */
export interface TileWindow {
  left: number
  top: number
  size: number
  /** Pixels per unit of the Mercator square. */
  scale: number
}

export function planeLine(points: ReadonlyArray<{ lat: number; lng: number }>): PlaneLine {
  const line = { xy: new Float64Array(points.length * 2), west: 2, north: 2, east: -1, south: -1 }
  points.forEach(({ lat, lng }, i) => {
    const x = worldX(lng)
    const y = worldY(lat)
    line.xy[2 * i] = x
    line.xy[2 * i + 1] = y
    line.west = Math.min(line.west, x)
    line.east = Math.max(line.east, x)
    line.north = Math.min(line.north, y)
    line.south = Math.max(line.south, y)
  })
  return line
}

/** Whether any of it can show in the window widened by `margin` pixels. */
export function touches(line: PlaneLine, { left, top, size, scale }: TileWindow, margin: number): boolean {
  return (
    line.east * scale > left - margin &&
    line.west * scale < left + size + margin &&
    line.south * scale > top - margin &&
    line.north * scale < top + size + margin
  )
}

/** Adds the line to the context's path; pieces far outside the window are left out. */
export function traceLine(
  ctx: CanvasRenderingContext2D,
  line: PlaneLine,
  window: TileWindow,
  margin: number,
): void {
  const { xy } = line
  const { left, top, size, scale } = window
  const low = -margin
  const high = size + margin
  let drawing = false
  for (let i = 2; i < xy.length; i += 2) {
    const ax = (xy[i - 2] as number) * scale - left
    const ay = (xy[i - 1] as number) * scale - top
    const bx = (xy[i] as number) * scale - left
    const by = (xy[i + 1] as number) * scale - top
    const outside =
      (ax < low && bx < low) || (ax > high && bx > high) || (ay < low && by < low) || (ay > high && by > high)
    if (!outside) {
      if (!drawing) ctx.moveTo(ax, ay)
      ctx.lineTo(bx, by)
    }
    drawing = !outside
  }
}

/**
 * Adds the ring to the path, cut to the window (Sutherland–Hodgman): a coast of the whole country in pixels of a near
 * zoom would leave the range in which a canvas fills exactly.
 */
export function traceRing(
  ctx: CanvasRenderingContext2D,
  line: PlaneLine,
  window: TileWindow,
  margin: number,
): void {
  let points: number[] = []
  for (let i = 0; i < line.xy.length; i += 2)
    points.push(
      (line.xy[i] as number) * window.scale - window.left,
      (line.xy[i + 1] as number) * window.scale - window.top,
    )
  const limits = [
    [0, -margin, 1],
    [0, window.size + margin, -1],
    [1, -margin, 1],
    [1, window.size + margin, -1],
  ] as const
  for (const [axis, limit, sign] of limits) points = cut(points, axis, limit, sign)
  for (let i = 0; i < points.length; i += 2)
    if (i === 0) ctx.moveTo(points[0] as number, points[1] as number)
    else ctx.lineTo(points[i] as number, points[i + 1] as number)
  if (points.length > 0) ctx.closePath()
}

function cut(points: number[], axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const kept: number[] = []
  const count = points.length
  for (let i = 0; i < count; i += 2) {
    const x = points[i] as number
    const y = points[i + 1] as number
    const beforeX = points[(i + count - 2) % count] as number
    const beforeY = points[(i + count - 1) % count] as number
    const here = ((axis === 0 ? x : y) - limit) * sign
    const there = ((axis === 0 ? beforeX : beforeY) - limit) * sign
    if (here >= 0 !== there >= 0) {
      const share = there / (there - here)
      kept.push(beforeX + (x - beforeX) * share, beforeY + (y - beforeY) * share)
    }
    if (here >= 0) kept.push(x, y)
  }
  return kept
}
