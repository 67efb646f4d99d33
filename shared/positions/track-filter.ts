import { distance, polylineLength } from '../geo/distance.ts'
import type { LatLng } from '../geo/lat-lng.ts'
import type { Millis } from '../kernel/ids.ts'

export type Pace = 'foot' | 'dog' | 'rider' | 'vehicle'

/** Metres per second above which a step is not searching (for people on foot 7 km/h; the others are our own choice). */
export const paceLimits: Record<Pace, number> = {
  foot: 7 / 3.6,
  dog: 12 / 3.6,
  rider: 16 / 3.6,
  vehicle: 40 / 3.6,
}

export const trackRules = {
  /** Metres: a fix less certain than this is dropped. */
  mostAccuracy: 30,
  /** Milliseconds without a fix that break the line. */
  gap: 60_000,
  /** Metres: steps are at least this long, and at least twice the accuracy. */
  leastStep: 5,
  /** Milliseconds before and after a fix whose fixes smooth it. */
  smoothing: 10_000,
}

export interface TrackFix extends LatLng {
  at: Millis
  /** Metres (68 %). */
  accuracy: number
}

export type DropReason = 'accuracy' | 'gap' | 'speed' | 'jitter'

export interface FilteredTrack {
  /** What counts as walked, broken where it is not known or not searched. */
  lines: (LatLng & { at: Millis })[][]
  /** Metres of the lines. */
  kept: number
  /** Metres of the raw track that do not count, by reason; with `kept` they make up the whole. */
  dropped: Record<DropReason, number>
}

/**
 * The one filter between fixes and lengths. In this order: fixes that are too uncertain go; gaps break the line; each fix
 * moves to the median of its neighbours in time (a lone outlier vanishes); steps shorter than the uncertainty do not
 * count, so that a phone that lies still walks nowhere; steps faster than the pace break the line. Fixes may come in any
 * order; of two at one time the first counts.
 */
export function filterTrack(fixes: TrackFix[], pace: Pace = 'foot'): FilteredTrack {
  const dropped: Record<DropReason, number> = { accuracy: 0, gap: 0, speed: 0, jitter: 0 }
  const ordered = fixes
    .toSorted((a, b) => a.at - b.at)
    .filter((fix, i, all) => i === 0 || fix.at !== all[i - 1]?.at)
  const certain = ordered.filter(({ accuracy }) => accuracy <= trackRules.mostAccuracy)
  dropped.accuracy = polylineLength(ordered) - polylineLength(certain)

  const lines: FilteredTrack['lines'] = []
  let kept = 0
  for (const run of runsOf(certain, (metres) => {
    dropped.gap += metres
  })) {
    let tooFast = 0
    let walked = 0
    let line = [] as FilteredTrack['lines'][number]
    for (const fix of smooth(run)) {
      const before = line.at(-1)
      if (before) {
        const { step, kind } = judgeStep(before, fix, pace)
        if (kind === 'short') continue
        if (kind === 'fast') {
          tooFast += step
          if (line.length > 1) lines.push(line)
          line = []
        } else walked += step
      }
      line.push({ lat: fix.lat, lng: fix.lng, at: fix.at })
    }
    if (line.length > 1) lines.push(line)
    kept += walked
    dropped.speed += tooFast
    dropped.jitter += Math.max(0, polylineLength(run) - walked - tooFast)
  }
  return { lines, kept, dropped }
}

/** What a step is: too short to be known, too fast to be a search, or walked. */
export function judgeStep(
  before: LatLng & { at: Millis },
  fix: TrackFix,
  pace: Pace,
): { step: number; kind: 'short' | 'fast' | 'walked' } {
  const step = distance(before, fix)
  if (step < Math.max(trackRules.leastStep, 2 * fix.accuracy)) return { step, kind: 'short' }
  // Only what is surely too fast: at walking pace the uncertainty of two fixes is as long as the step.
  const fast = step - fix.accuracy > (paceLimits[pace] * (fix.at - before.at)) / 1000
  return { step, kind: fast ? 'fast' : 'walked' }
}

/** Cuts where the time between two fixes is too long, and says how many metres lie in each cut. */
function runsOf(fixes: TrackFix[], cut: (metres: number) => void): TrackFix[][] {
  const runs: TrackFix[][] = []
  for (const fix of fixes) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && fix.at - before.at <= trackRules.gap) run.push(fix)
    else {
      if (before) cut(distance(before, fix))
      runs.push([fix])
    }
  }
  return runs
}

/** Each fix at the median latitude and longitude of those around it in time, as many before it as after it. */
function smooth(run: TrackFix[]): TrackFix[] {
  let first = 0
  let last = 0
  return run.map((fix, i) => {
    while ((run[first] as TrackFix).at < fix.at - trackRules.smoothing) first++
    while (last + 1 < run.length && (run[last + 1] as TrackFix).at <= fix.at + trackRules.smoothing) last++
    return smoothed(run, i, Math.min(i - first, last - i))
  })
}

/** A fix at the median of so many before it and after it as there are within the time, on both sides the same. */
export function smoothed(run: readonly TrackFix[], i: number, within: number): TrackFix {
  // A lopsided window would pull the ends of a walk inwards.
  const reach = Math.min(Math.max(1, within), i, run.length - 1 - i)
  const around = run.slice(i - reach, i + reach + 1)
  const { at, accuracy } = run[i] as TrackFix
  return {
    lat: median(around.map(({ lat }) => lat)),
    lng: median(around.map(({ lng }) => lng)),
    at,
    accuracy,
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] as number
}
