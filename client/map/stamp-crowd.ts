/** A small symbol as its inked pixels, relative to its centre, in device pixels; colours as ImageData holds them. */
export interface Stamp {
  dx: Int8Array
  dy: Int8Array
  rgba: Uint32Array
}

/** Widest half of a stamp in device pixels: whoever is nearer to the picture's edge is left out. */
export const widestStamp = 48

/** Thousands of small symbols: where each one's centre is in device pixels, and which look it has. */
export interface Dots {
  x: Int16Array
  y: Int16Array
  look: Uint16Array
}

/** This bit of a look is a unit's: units lie over the assistants. */
export const unitLook = 16

/**
 * Writes dots into a picture of `width` pixels a row, which it empties first. Pixel by pixel, because copying an image
 * per dot would take a tenth of a second.
 */
export function stampCrowd(pixels: Uint32Array, width: number, dots: Dots, stamps: readonly Stamp[]): void {
  pixels.fill(0)
  const height = pixels.length / width
  const ways = stamps.map((stamp) =>
    Int32Array.from(stamp.dx, (dx, i) => (stamp.dy[i] as number) * width + dx),
  )
  const { x, y, look } = dots
  for (const level of [0, unitLook])
    for (let dot = 0; dot < look.length; dot++) {
      const of = look[dot] as number
      if ((of & unitLook) !== level) continue
      const cx = x[dot] as number
      const cy = y[dot] as number
      if (cx < widestStamp || cy < widestStamp || cx >= width - widestStamp || cy >= height - widestStamp)
        continue
      const way = ways[of] as Int32Array
      const { rgba } = stamps[of] as Stamp
      const centre = cy * width + cx
      for (let i = 0; i < rgba.length; i++) pixels[centre + (way[i] as number)] = rgba[i] as number
    }
}
