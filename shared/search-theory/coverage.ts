/** In metres and square metres. `effort` is the way walked in the segment, summed over every searcher. */
export function coverage(sweepWidth: number, effort: number, area: number): number {
  return (sweepWidth * effort) / area
}

/** Coverage of parallel tracks this far apart. */
export function coverageOfSpacing(sweepWidth: number, spacing: number): number {
  return sweepWidth / spacing
}

/**
 * Square metres within half the sweep width of one straight way, its round ends included; those of a bent way are never
 * more.
 */
export function bandArea(sweepWidth: number, length: number): number {
  return sweepWidth * length + Math.PI * (sweepWidth / 2) ** 2
}
