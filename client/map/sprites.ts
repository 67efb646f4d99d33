import type { Ink } from './ink.ts'
import type { Stamp } from './stamp-crowd.ts'
import { drawHeading } from './symbol-marks.ts'
import type { Tone } from './symbols.ts'
import { drawAssistant, drawDot, drawUnit } from './symbols.ts'

const tones: Tone[] = ['plain', 'dim', 'amber', 'red']
/** Steps of the age dial; 120 s / 24 = 5 s each. */
export const dialSteps = 24
/** The step that stands for "contact lost". */
export const lostStep = dialSteps + 1
/** A dot is stale, fresh or lost: the steps that it is drawn with. */
export const dotSteps = [0, dialSteps, lostStep] as const
/** Which of these a step of the dial comes to. */
export const dotStateOf = (step: number): 0 | 1 | 2 => (step === lostStep ? 2 : step > 0 ? 1 : 0)

export type Form = 'unit' | 'assistant' | 'busy' | 'me' | 'unit-dot' | 'dot' | 'busy-dot'
const forms: Form[] = ['unit', 'assistant', 'busy', 'me', 'unit-dot', 'dot', 'busy-dot']

export interface Sprites {
  /** For crowds: the pixels themselves, made anew; `heading` in degrees. */
  stamp(form: Form, tone: Tone, step: number, heading?: number): Stamp
  /** Draws a symbol with its centre at (x, y), on whole device pixels. */
  put(ctx: CanvasRenderingContext2D, form: Form, tone: Tone, step: number, x: number, y: number): void
}

export const dotForm = (unit: boolean, busy: boolean): Form => (unit ? 'unit-dot' : busy ? 'busy-dot' : 'dot')

/** Where the heading of a dot begins and how long it is. */
export const dotHeading = { from: 4, length: 7 }

/** Symbols drawn once per look and then copied: a copy costs a tenth of the paths. */
export function makeSprites(ink: Ink, dpr: number, scale = 1): Sprites {
  const cache: Array<HTMLCanvasElement | undefined> = []
  const half = 16 * scale

  function make(form: Form, tone: Tone, step: number, bare = false, heading?: number): HTMLCanvasElement {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = Math.ceil(2 * half * dpr)
    const ctx = canvas.getContext('2d', { willReadFrequently: bare }) as CanvasRenderingContext2D
    ctx.setTransform(dpr * scale, 0, 0, dpr * scale, canvas.width / 2, canvas.height / 2)
    const left = step === lostStep ? null : step / dialSteps
    if (heading !== undefined) drawHeading(ctx, ink, 0, 0, heading, dotHeading)
    if (form === 'unit') drawUnit(ctx, ink, tone, left)
    else if (form === 'unit-dot' || form === 'dot' || form === 'busy-dot')
      drawDot(ctx, ink, tone, form === 'unit-dot', left, form === 'busy-dot', bare)
    else drawAssistant(ctx, ink, tone, left, form === 'assistant' ? '' : form)
    return canvas
  }

  const indexOf = (form: Form, tone: Tone, step: number) =>
    (forms.indexOf(form) * tones.length + tones.indexOf(tone)) * (lostStep + 1) + step

  return {
    stamp: (form, tone, step, heading) => inkOf(make(form, tone, step, true, heading)),
    put(ctx, form, tone, step, x, y) {
      const index = indexOf(form, tone, step)
      const sprite = cache[index] ?? make(form, tone, step)
      cache[index] = sprite
      const left = Math.round((x - half) * dpr) / dpr
      const top = Math.round((y - half) * dpr) / dpr
      ctx.drawImage(sprite, left, top, sprite.width / dpr, sprite.height / dpr)
    },
  }
}

function inkOf(canvas: HTMLCanvasElement): Stamp {
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D
  const { data, width, height } = ctx.getImageData(0, 0, canvas.width, canvas.height)
  const pixels = new Uint32Array(data.buffer)
  const inked: number[] = []
  for (let i = 0; i < pixels.length; i++) if ((data[4 * i + 3] as number) > 110) inked.push(i)
  return {
    dx: Int8Array.from(inked, (i) => (i % width) - (width >> 1)),
    dy: Int8Array.from(inked, (i) => Math.floor(i / width) - (height >> 1)),
    rgba: Uint32Array.from(inked, (i) => pixels[i] as number),
  }
}
