import type { Ink } from './ink.ts'
import type { PlaneLine, TileWindow } from './plane-lines.ts'
import { planeLine, touches, traceLine, traceRing } from './plane-lines.ts'

/** client/public/basemap/kz.json as scripts/build-basemap.mjs writes it. */
interface Packed {
  attribution: string
  unit: number
  land: number[][]
  country: number[][]
  lakes: number[][]
  rivers: number[][]
  towns: PackedTown[]
  abroad: PackedTown[]
}
type PackedTown = [x: number, y: number, thousands: number, en: string, kk: string, ru: string]

export interface Town {
  lat: number
  lng: number
  thousands: number
  abroad: boolean
  name: { en: string; kk: string; ru: string }
}

/** Kazakhstan and the land around it, ready to draw. */
export interface Land {
  attribution: string
  land: PlaneLine[]
  country: PlaneLine[]
  lakes: PlaneLine[]
  rivers: PlaneLine[]
  towns: Town[]
}

let loading: Promise<Land> | null = null

/** Fetched once per page, when a map first needs it. */
export function loadLand(): Promise<Land> {
  loading ??= fetch(`${import.meta.env.BASE_URL}basemap/kz.json`)
    .then((answer) => {
      if (!answer.ok) throw new Error(`basemap/kz.json: ${answer.status}`)
      return answer.json() as Promise<Packed>
    })
    .then(unpackLand)
    .catch((reason) => {
      loading = null
      throw reason
    })
  return loading
}

export function unpackLand(packed: Packed): Land {
  const { unit } = packed
  const line = (steps: number[]): PlaneLine => {
    const points = []
    let x = 0
    let y = 0
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i] as number
      y += steps[i + 1] as number
      points.push({ lng: x * unit, lat: y * unit })
    }
    return planeLine(points)
  }
  const town =
    (abroad: boolean) =>
    ([x, y, thousands, en, kk, ru]: PackedTown): Town => ({
      lng: x * unit,
      lat: y * unit,
      thousands,
      abroad,
      name: { en, kk, ru },
    })
  return {
    attribution: packed.attribution,
    land: packed.land.map(line),
    country: packed.country.map(line),
    lakes: packed.lakes.map(line),
    rivers: packed.rivers.map(line),
    towns: [...packed.towns.map(town(false)), ...packed.abroad.map(town(true))],
  }
}

/** Water, land abroad, the country and its border, the lakes and rivers of one tile. */
export function drawLand(
  ctx: CanvasRenderingContext2D,
  ink: Ink,
  land: Land,
  window: TileWindow,
  zoom: number,
): void {
  const fill = (lines: PlaneLine[], colour: string) => {
    ctx.beginPath()
    for (const line of lines) if (touches(line, window, 4)) traceRing(ctx, line, window, 4)
    ctx.fillStyle = colour
    ctx.fill('evenodd')
  }
  ctx.fillStyle = ink.water
  ctx.fillRect(0, 0, window.size, window.size)
  fill(land.land, ink.blk)
  fill(land.country, ink.map)
  // Lakes and rivers come from a coarser scale and would lie beside their beds on a near map.
  if (zoom < 12) {
    fill(land.lakes, ink.water)
    ctx.strokeStyle = ink.water
    ctx.lineWidth = zoom < 7 ? 1 : 1.6
    strokeAll(ctx, land.rivers, window)
  }
  ctx.strokeStyle = ink.map
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  strokeAll(ctx, land.country, window)
  ctx.strokeStyle = ink.ln2
  ctx.lineWidth = 1.3
  strokeAll(ctx, land.country, window)
}

function strokeAll(ctx: CanvasRenderingContext2D, lines: PlaneLine[], window: TileWindow) {
  ctx.beginPath()
  for (const line of lines) if (touches(line, window, 4)) traceLine(ctx, line, window, 4)
  ctx.stroke()
}
