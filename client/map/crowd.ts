import type { Carriers } from './carriers.ts'
import { flagBusy, flagDimmed, headingOf, isSpecial, kindUnit } from './carriers.ts'
import type { Placed } from './placed.ts'
import type { Sprites } from './sprites.ts'
import { dotForm, dotStateOf, dotSteps, lostStep } from './sprites.ts'
import type { Dots, Stamp } from './stamp-crowd.ts'
import { stampCrowd, unitLook } from './stamp-crowd.ts'
import type { View } from './view.ts'

export interface CrowdRequest {
  /** Pixels of one row, and room for all of them; both come back. */
  width: number
  picture: ArrayBuffer
  dots: Dots
  /** Stamps that the worker has not got yet, by look. */
  fresh: Array<[look: number, stamp: Stamp]>
}
export interface CrowdPicture {
  picture: ArrayBuffer
}

/** Dots of everybody in view who is not special, painted by a worker; here while there is none. */
export interface Crowd {
  /** Begins the picture of a view. Null: it is ready; else ready when the promise is. One at a time. */
  begin(view: View, of: Carriers, placed: Placed, sprites: Sprites): Promise<void> | null
  /** Replaces what the context shows, so it comes before all other drawing. */
  draw(ctx: CanvasRenderingContext2D): void
  remove(): void
}

/** A unit's heading is shown in so many directions. */
const directions = 16

export function makeCrowd(): Crowd {
  let worker: Worker | null = null
  let ready = false
  let width = 1
  let picture = new ArrayBuffer(4)
  let stamps: Stamp[] = []
  let looks: Sprites | null = null
  let fresh: CrowdRequest['fresh'] = []
  let done: ((picture: ArrayBuffer | null) => void) | null = null

  /** Without a link the worker's file may not come: then the page goes on painting. */
  function hire(): Worker {
    const hired = new Worker(new URL('./crowd-worker.ts', import.meta.url), { type: 'module' })
    hired.onmessage = ({ data }: MessageEvent<'ready' | CrowdPicture>) => {
      if (data === 'ready') ready = true
      else done?.(data.picture)
    }
    hired.onerror = () => {
      ready = false
      done?.(null)
    }
    return hired
  }

  function dotsOf({ dpr }: View, of: Carriers, placed: Placed, sprites: Sprites): Dots {
    const { count } = placed
    const x = new Int16Array(count)
    const y = new Int16Array(count)
    const look = new Uint16Array(count)
    let dots = 0
    for (let i = 0; i < count; i++) {
      const no = placed.no[i] as number
      const flags = of.flags[no] as number
      if (isSpecial(flags)) continue
      const step = placed.step[i] as number
      const at = lookOf(of, no, flags, step)
      if (!stamps[at]) {
        stamps[at] = stampOf(at, sprites)
        fresh.push([at, stamps[at]])
      }
      x[dots] = Math.round((placed.x[i] as number) * dpr)
      y[dots] = Math.round((placed.y[i] as number) * dpr)
      look[dots++] = at
    }
    return { x: x.subarray(0, dots), y: y.subarray(0, dots), look: look.subarray(0, dots) }
  }

  return {
    begin(view, of, placed, sprites) {
      worker ??= hire()
      if (looks !== sprites) {
        looks = sprites
        stamps = []
        fresh = []
      }
      width = Math.round(view.width * view.dpr)
      const bytes = 4 * width * Math.round(view.height * view.dpr)
      if (picture.byteLength !== bytes) picture = new ArrayBuffer(bytes)
      const dots = dotsOf(view, of, placed, sprites)
      if (!ready) {
        stampCrowd(new Uint32Array(picture), width, dots, stamps)
        return null
      }
      const request: CrowdRequest = { width, picture, dots, fresh }
      fresh = []
      worker.postMessage(request, [picture, dots.x.buffer, dots.y.buffer, dots.look.buffer])
      return new Promise((resolve) => {
        done = (painted) => {
          done = null
          picture = painted ?? new ArrayBuffer(bytes)
          resolve()
        }
      })
    },
    draw(ctx) {
      const pixels = new Uint8ClampedArray(picture)
      if (pixels.length >= 4 * width) ctx.putImageData(new ImageData(pixels, width), 0, 0)
    },
    remove() {
      worker?.terminate()
    },
  }
}

/** A dot's state; busy; not looked at; and which way a unit goes. */
function lookOf(of: Carriers, no: number, flags: number, step: number): number {
  const look = (dotStateOf(step) << 2) | (flags & flagBusy ? 2 : 0) | (flags & flagDimmed ? 1 : 0)
  if (of.kind[no] !== kindUnit) return look
  const heading = step === lostStep ? Number.NaN : headingOf(of, no)
  const way = Number.isNaN(heading) ? 0 : 1 + (Math.round((heading / 360) * directions) % directions)
  return look | unitLook | (way << 5)
}

function stampOf(look: number, sprites: Sprites): Stamp {
  const step = dotSteps[(look >> 2) & 3] as number
  const way = look >> 5
  const form = dotForm((look & unitLook) !== 0, (look & 2) !== 0)
  const heading = way === 0 ? undefined : ((way - 1) / directions) * 360
  return sprites.stamp(form, look & 1 ? 'dim' : 'plain', step, heading)
}
