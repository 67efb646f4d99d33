/** The longest bar of at most `most` pixels whose length on the ground is 1, 2 or 5 times a power of ten metres. */
export function roundScale(metresPerPixel: number, most = 70): { metres: number; pixels: number } {
  const limit = metresPerPixel * most
  const power = 10 ** Math.floor(Math.log10(limit))
  const metres = ([5, 2, 1].find((factor) => factor * power <= limit) ?? 1) * power
  return { metres, pixels: Math.round(metres / metresPerPixel) }
}
