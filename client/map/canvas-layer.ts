import L from 'leaflet'
import { readInk, watchInk } from './ink.ts'
import { worldSize } from './mercator.ts'
import type { View } from './view.ts'

export interface CanvasLayer {
  /** Paints once in the next animation frame, however often it is called. */
  changed(): void
  /** The view of the last painting; null before the first. */
  view(): View | null
  /** A point of the map's container in the coordinates of the last painting. */
  toCanvas(point: L.Point): { x: number; y: number }
  remove(): void
}

/** Share of the window's size that is painted beyond each edge, so that a short drag shows no blank. */
const padding = 0.15

/**
 * One canvas in a map pane. It moves with the map while Leaflet pans and is scaled with it while Leaflet zooms (as
 * L.Renderer does), and is painted again when the movement ends.
 */
export function createCanvasLayer(map: L.Map, paneName: string, paint: (view: View) => void): CanvasLayer {
  const canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(paneName))
  canvas.style.pointerEvents = 'none'
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D
  let ink = readInk(map.getContainer())
  let frame = 0
  let zooming = false
  let view: View | null = null
  let topLeft = L.point(0, 0)

  function repaint() {
    frame = 0
    if (zooming) return
    const size = map.getSize()
    if (size.x === 0 || size.y === 0) return
    const pad = size.multiplyBy(padding).ceil()
    topLeft = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round()
    const width = size.x + 2 * pad.x
    const height = size.y + 2 * pad.y
    const dpr = window.devicePixelRatio || 1
    if (canvas.width !== Math.round(width * dpr) || canvas.height !== Math.round(height * dpr)) {
      canvas.width = Math.round(width * dpr)
      canvas.height = Math.round(height * dpr)
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    L.DomUtil.setPosition(canvas, topLeft)
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0)
    ctx.clearRect(0, 0, width, height)
    const zoom = map.getZoom()
    const corner = map.getPixelOrigin().add(topLeft)
    view = {
      ctx,
      ink,
      dpr,
      zoom,
      width,
      height,
      scale: worldSize(zoom),
      left: corner.x,
      top: corner.y,
    }
    paint(view)
  }

  function changed() {
    if (frame === 0) frame = requestAnimationFrame(repaint)
  }

  function scaleTo(center: L.LatLng, zoom: number) {
    if (!view) return
    const scale = worldSize(zoom) / view.scale
    const half = map.getSize().divideBy(2)
    const panned = L.DomUtil.getPosition(map.getPane('mapPane') as HTMLElement)
    const origin = map.project(center, zoom).subtract(half).add(panned).round()
    const corner = L.point(view.left, view.top).multiplyBy(scale).subtract(origin)
    L.DomUtil.setTransform(canvas, corner, scale)
  }

  /** A drag longer than the padding would show blank canvas before it ends. */
  function keepCovered() {
    const seen = map.containerPointToLayerPoint([0, 0])
    const size = map.getSize()
    const inside =
      view &&
      seen.x >= topLeft.x &&
      seen.y >= topLeft.y &&
      seen.x + size.x <= topLeft.x + view.width &&
      seen.y + size.y <= topLeft.y + view.height
    if (!inside) changed()
  }

  const handlers: L.LeafletEventHandlerFnMap = {
    viewreset: changed,
    resize: changed,
    moveend: changed,
    move: keepCovered,
    zoom: () => scaleTo(map.getCenter(), map.getZoom()),
    zoomanim: (event) => {
      zooming = true
      scaleTo(event.center, event.zoom)
    },
    zoomend: () => {
      zooming = false
      changed()
    },
  }
  map.on(handlers)
  const unwatch = watchInk(() => {
    ink = readInk(map.getContainer())
    changed()
  })
  changed()

  return {
    changed,
    view: () => view,
    toCanvas(point) {
      const at = map.containerPointToLayerPoint(point).subtract(topLeft)
      return { x: at.x, y: at.y }
    },
    remove() {
      cancelAnimationFrame(frame)
      unwatch()
      map.off(handlers)
      canvas.remove()
    },
  }
}
