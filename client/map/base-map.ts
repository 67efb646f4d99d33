import L from 'leaflet'
import type { City } from '../../shared/city/city.ts'
import type { BaseLabel, LabelStyle, Locale } from './base-labels.ts'
import { placeCityLabels, placeTownLabels } from './base-labels.ts'
import { cityGeometry } from './city-geometry.ts'
import { drawCity } from './draw-city.ts'
import type { Ink } from './ink.ts'
import { readInk, watchInk } from './ink.ts'
import type { Land } from './land.ts'
import { drawLand, loadLand } from './land.ts'
import { worldSize } from './mercator.ts'
import type { TileWindow } from './plane-lines.ts'
import { fontOf, forgetWidths, textWidth } from './text.ts'

const tileSize = 512
/** Labels reach this far beyond their middle at most. */
const labelReach = 140

export interface BaseMapOptions {
  locale: Locale
  /** The rehearsal's made-up city, or none. */
  city: City | null
}

/** The ground that works without any internet: Kazakhstan and, in a rehearsal, its city, drawn into canvas tiles. */
export function createBaseMap(map: L.Map, { locale, city }: BaseMapOptions): L.GridLayer {
  const geometry = city ? cityGeometry(city) : null
  let land: Land | null = null
  let ink = readInk(map.getContainer())
  const ruler = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  const labels = new Map<number, BaseLabel[]>()

  function labelsAt(zoom: number): BaseLabel[] {
    const known = labels.get(zoom)
    if (known) return known
    const measure = (text: string, style: LabelStyle) => {
      ruler.letterSpacing = letterSpacing(style)
      return textWidth(ruler, fontFor(ink, style), text)
    }
    const placed = [
      ...(city ? placeCityLabels(city, zoom, locale, measure) : []),
      ...(land ? placeTownLabels(land.towns, zoom, locale, measure) : []),
    ]
    labels.set(zoom, placed)
    return placed
  }

  function draw(canvas: HTMLCanvasElement, coords: L.Coords) {
    const dpr = window.devicePixelRatio || 1
    canvas.width = canvas.height = tileSize * dpr
    const ctx = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0)
    const view: TileWindow = {
      left: coords.x * tileSize,
      top: coords.y * tileSize,
      size: tileSize,
      scale: worldSize(coords.z),
    }
    ctx.fillStyle = ink.map
    ctx.fillRect(0, 0, tileSize, tileSize)
    if (land) drawLand(ctx, ink, land, view, coords.z)
    if (geometry && coords.z >= 10) drawCity(ctx, ink, geometry, view, coords.z)
    for (const label of labelsAt(coords.z)) {
      const x = label.x - view.left
      const y = label.y - view.top
      if (Math.max(-x, -y, x - tileSize, y - tileSize) < labelReach)
        drawLabel(ctx, ink, label, x, y, coords.z)
    }
  }

  const Tiles = L.GridLayer.extend({
    createTile(coords: L.Coords) {
      const canvas = document.createElement('canvas')
      draw(canvas, coords)
      return canvas
    },
  })
  const layer: L.GridLayer = new (Tiles as unknown as new (options: L.GridLayerOptions) => L.GridLayer)({
    tileSize,
    minZoom: 3,
    maxZoom: 19,
    keepBuffer: 1,
    className: 'base-map',
  })
  function again() {
    labels.clear()
    forgetWidths()
    ink = readInk(map.getContainer())
    layer.redraw()
  }
  let unwatch = () => {}
  let onMap = false
  let named = false
  const credit = () => {
    if (!land || named || !onMap) return
    map.attributionControl?.addAttribution(land.attribution)
    named = true
  }
  layer.on('add', () => {
    onMap = true
    unwatch = watchInk(again)
    credit()
  })
  layer.on('remove', () => {
    onMap = false
    unwatch()
    if (land && named) map.attributionControl?.removeAttribution(land.attribution)
    named = false
  })
  loadLand().then(
    (loaded) => {
      land = loaded
      // The map may be gone: the page went on while the file came.
      if (!onMap) return
      credit()
      again()
    },
    (reason: unknown) => console.error('The offline map cannot be read.', reason),
  )
  return layer
}

const letterSpacing = (style: LabelStyle): string =>
  style === 'avenue' || style === 'street' ? '0.5px' : '0px'

function fontFor(ink: Ink, style: LabelStyle): string {
  if (style === 'water') return fontOf(ink, 10, 400, 'italic')
  if (style === 'city') return fontOf(ink, 13, 600)
  if (style === 'town') return fontOf(ink, 11, 400)
  if (style === 'place' || style === 'park') return fontOf(ink, 11, 400)
  return fontOf(ink, 10.5, 400)
}

function drawLabel(
  ctx: CanvasRenderingContext2D,
  ink: Ink,
  label: BaseLabel,
  x: number,
  y: number,
  zoom: number,
) {
  const { text, style, angle } = label
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(angle)
  ctx.font = fontFor(ink, style)
  ctx.letterSpacing = letterSpacing(style)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  // A street that is broader than its letters needs no halo; a narrow one would show through them.
  const street = style === 'avenue' || style === 'street'
  if (!street || zoom < 16) {
    ctx.lineJoin = 'round'
    ctx.lineWidth = 3
    ctx.strokeStyle = street || style === 'town' || style === 'city' ? ink.map : ink.halo
    ctx.strokeText(text, 0, 0.5)
  }
  ctx.fillStyle = style === 'city' ? ink.fg1 : ink.mlab
  ctx.fillText(text, 0, 0.5)
  if (style === 'place' || style === 'town' || style === 'city') {
    const flat = style === 'place'
    ctx.fillRect(flat ? -2 : -label.width / 2 - 9, flat ? -14 : -2, 4, 4)
  }
  ctx.restore()
}
