import L from 'leaflet'
import { readInk, watchInk } from './ink.ts'
import { worldSize } from './mercator.ts'
import type { View } from './view.ts'

export interface CanvasLayer {
  /** Paints once in the next animation frame, however often it is called. */
  changed(): void
  /** The view of the last painting; null before the first. */
  view(): View | null
  /** A point of the map's container in the coordinates of a view of this layer. */
  toCanvas(point: L.Point, of: View): { x: number; y: number }
  remove(): void
}

/** Share of the window's size that is painted beyond each edge, so that a short drag shows no blank. */
const padding = 0.15

/**
 * One canvas in a map pane. It moves with the map while Leaflet pans and is scaled with it while Leaflet zooms (as
 * L.Renderer does), and is painted again when the movement ends. `prepare` begins what a painting needs and takes its
 * time for; until then the last picture stays, and further calls wait.
 */
export function createCanvasLayer(
  map: L.Map,
  paneName: string,
  paint: (view: View) => void,
  prepare: (view: View) => Promise<void> | null = () => null,
): CanvasLayer {
  const canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(paneName))
  canvas.style.pointerEvents = 'none'
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D
  let ink = readInk(map.getContainer())
  let frame = 0
  let zooming = false
  /** While something is being prepared: whether a further painting has been asked for since. */
  let waiting: { again: boolean } | null = null
  let view: View | null = null
  let topLeft = L.point(0, 0)

  function viewNow(): View | null {
    const size = map.getSize()
    if (size.x === 0 || size.y === 0) return null
    const pad = size.multiplyBy(padding).ceil()
    const zoom = map.getZoom()
    const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint(pad.multiplyBy(-1)).round())
    return {
      ctx,
      ink,
      dpr: window.devicePixelRatio || 1,
      zoom,
      width: size.x + 2 * pad.x,
      height: size.y + 2 * pad.y,
      scale: worldSize(zoom),
      left: corner.x,
      top: corner.y,
    }
  }

  function repaint() {
    frame = 0
    if (waiting) waiting.again = true
    if (zooming || waiting) return
    const next = viewNow()
    if (!next) return
    const ready = prepare(next)
    if (!ready) return show(next)
    const own = { again: false }
    waiting = own
    void ready.then(() => {
      if (waiting !== own) return
      waiting = null
      const stale = next.zoom !== map.getZoom()
      if (!zooming && !stale) show(next)
      if (own.again || stale) changed()
    })
  }

  function show(next: View) {
    const { width, height, dpr } = next
    topLeft = L.point(next.left, next.top).subtract(map.getPixelOrigin())
    if (canvas.width !== Math.round(width * dpr) || canvas.height !== Math.round(height * dpr)) {
      canvas.width = Math.round(width * dpr)
      canvas.height = Math.round(height * dpr)
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    L.DomUtil.setPosition(canvas, topLeft)
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0)
    ctx.clearRect(0, 0, width, height)
    view = next
    paint(next)
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
    toCanvas(point, of) {
      const at = map.containerPointToLayerPoint(point).add(map.getPixelOrigin())
      return { x: at.x - of.left, y: at.y - of.top }
    },
    remove() {
      waiting = null
      cancelAnimationFrame(frame)
      unwatch()
      map.off(handlers)
      canvas.remove()
    },
  }
}
