/**
 * Coverage and effort, all in metres, square metres, metres per second and seconds. `effort` is the way walked in the
 * segment, summed over every searcher.
 */
export function coverage(sweepWidth: number, effort: number, area: number): number {
  return (sweepWidth * effort) / area
}

/** Coverage of parallel tracks this far apart. */
export function coverageOfSpacing(sweepWidth: number, spacing: number): number {
  return sweepWidth / spacing
}

/** Metres of way that `searchers` walk together. */
export function effortOf(searchers: number, speed: number, seconds: number): number {
  return searchers * speed * seconds
}

/** Metres of way to sweep an area once at a spacing. */
export function effortForSpacing(area: number, spacing: number): number {
  return area / spacing
}

/** Seconds that `searchers` need to reach a coverage. */
export function secondsFor(
  wanted: number,
  {
    sweepWidth,
    area,
    searchers,
    speed,
  }: { sweepWidth: number; area: number; searchers: number; speed: number },
): number {
  return (wanted * area) / (sweepWidth * searchers * speed)
}
