import type { Stamp } from './sprites.ts'
import type { View } from './view.ts'

/** Pixels for thousands of dots, written by hand: copying an image per dot would take a tenth of a second. */
export interface Crowd {
  /** Begins an empty picture of the view's size. */
  begin(view: View): void
  put(stamp: Stamp, x: number, y: number): void
  /** Replaces what the context shows, so it comes before all other drawing. */
  end(view: View): void
}

/** Widest half of a stamp in device pixels that stays inside the picture. */
const edge = 24

export function makeCrowd(): Crowd {
  let image = new ImageData(1, 1)
  let pixels = new Uint32Array(image.data.buffer)
  let ratio = 1

  return {
    begin({ ctx, dpr }) {
      const { width, height } = ctx.canvas
      ratio = dpr
      if (image.width !== width || image.height !== height) {
        image = new ImageData(width, height)
        pixels = new Uint32Array(image.data.buffer)
      } else pixels.fill(0)
    },
    put({ dx, dy, rgba }, x, y) {
      const { width, height } = image
      const cx = Math.round(x * ratio)
      const cy = Math.round(y * ratio)
      if (cx < edge || cy < edge || cx >= width - edge || cy >= height - edge) return
      const centre = cy * width + cx
      for (let i = 0; i < rgba.length; i++)
        pixels[centre + (dy[i] as number) * width + (dx[i] as number)] = rgba[i] as number
    },
    end: ({ ctx }) => ctx.putImageData(image, 0, 0),
  }
}
