import L from 'leaflet'
import { isDrawing } from './draw.ts'

export interface Lasso {
  /**
   * The next drag draws, by mouse, pen or finger, until it is done or Escape; Enter takes all that the map shows.
   * Resolves when that is over; asked again meanwhile, it is.
   */
  arm(): Promise<void>
  armed(): boolean
  /** Off at first. */
  allow(on: boolean): void
  remove(): void
}

/** Pixels of a drag that is no more than a click with a shaking hand. */
const least = 8

/** Drawing around people: with Shift held (mouse, pen), or after `arm`. `done` gets the line in the container's pixels. */
export function createLasso(map: L.Map, done: (ring: readonly L.Point[]) => void): Lasso {
  const box = map.getContainer()
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  picture.classList.add('serik-lasso')
  const line = picture.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'polygon'))
  let ring: L.Point[] | null = null
  let disarm: (() => void) | null = null
  let allowed = false
  // Shift and drag are this gesture's; closer looks come by wheel and double click.
  map.boxZoom.disable()

  function down(event: PointerEvent) {
    const asked = disarm !== null || (event.shiftKey && event.pointerType !== 'touch')
    const control = event.target instanceof Element && event.target.closest('.leaflet-control')
    if (!allowed || !asked || control || isDrawing(map)) return
    // A second finger is a pinch.
    if (!event.isPrimary || event.button !== 0) return end()
    box.setPointerCapture(event.pointerId)
    map.dragging.disable()
    L.DomUtil.disableTextSelection()
    ring = [map.mouseEventToContainerPoint(event)]
    box.append(picture)
  }

  function move(event: PointerEvent) {
    if (!ring || !event.isPrimary) return
    for (const one of event.getCoalescedEvents?.() ?? [event]) ring.push(map.mouseEventToContainerPoint(one))
    line.setAttribute('points', ring.map(({ x, y }) => `${x},${y}`).join(' '))
  }

  function up(event: PointerEvent) {
    if (!ring || !event.isPrimary) return
    const drawn = ring
    const size = L.bounds(drawn).getSize()
    end()
    if (Math.max(size.x, size.y) < least) return
    disarm?.()
    // The click that ends the drag is no click on the ground.
    const swallow = (click: Event) => click.stopImmediatePropagation()
    box.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => box.removeEventListener('click', swallow, { capture: true }))
    done(drawn)
  }

  function end() {
    if (!ring) return
    ring = null
    picture.remove()
    line.removeAttribute('points')
    L.DomUtil.enableTextSelection()
    if (!disarm) map.dragging.enable()
  }

  function byKey(event: KeyboardEvent) {
    if ((!disarm && !ring) || (event.key !== 'Escape' && event.key !== 'Enter')) return
    event.preventDefault()
    event.stopPropagation()
    const all = event.key === 'Enter' && disarm !== null
    end()
    disarm?.()
    if (!all) return
    const { x, y } = map.getSize()
    done([L.point(0, 0), L.point(x, 0), L.point(x, y), L.point(0, y)])
  }

  const listeners = { pointermove: move, pointerup: up, pointercancel: end } as const
  box.addEventListener('pointerdown', down, true)
  for (const [name, listen] of Object.entries(listeners)) box.addEventListener(name, listen as EventListener)
  window.addEventListener('keydown', byKey, true)

  return {
    arm() {
      if (disarm) {
        disarm()
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const { cursor } = box.style
        box.style.cursor = 'crosshair'
        // Leaflet leaves fingers to the browser while its own dragging rests.
        box.style.touchAction = 'none'
        map.dragging.disable()
        disarm = () => {
          disarm = null
          box.style.cursor = cursor
          box.style.touchAction = ''
          map.dragging.enable()
          resolve()
        }
      })
    },
    armed: () => disarm !== null,
    allow(on) {
      allowed = on
      if (on) return
      end()
      disarm?.()
    },
    remove() {
      end()
      disarm?.()
      box.removeEventListener('pointerdown', down, true)
      for (const [name, listen] of Object.entries(listeners))
        box.removeEventListener(name, listen as EventListener)
      window.removeEventListener('keydown', byKey, true)
    },
  }
}
