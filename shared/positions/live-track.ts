import { judgeStep, type Pace, smoothed, type TrackFix, trackRules } from './track-filter.ts'

/** A straight part of a walk that counts. */
export interface Step {
  from: TrackFix
  to: TrackFix
}

export interface LiveTrack {
  /**
   * Takes one more fix in. `steps` are those for good; `open` are all that may still change with the next fix, in place
   * of the open ones before. False for a fix that is older than the last: then only a new start is right.
   */
  add(fix: TrackFix): { steps: Step[]; open: Step[] } | false
}

/**
 * The filter of tracks fix by fix: after every fix the steps for good and the open ones together are those of
 * `filterTrack` over all fixes so far. A fix is smoothed by those around it in time, so the last seconds stay open.
 */
export function liveTrack(pace: Pace = 'foot'): LiveTrack {
  let run: TrackFix[] = []
  /** How many of the run are for good, and where the last point of the line is then. */
  let settled = 0
  let before: TrackFix | null = null
  let lastAt = -Infinity

  /** Steps of the fixes from `settled` up to `end`, from where the line stands. */
  function steps(end: number): { steps: Step[]; before: TrackFix | null } {
    const found: Step[] = []
    let last = before
    for (let i = settled; i < end; i++) {
      const fix = smoothed(run, i, within(run, i))
      const kind = last ? judgeStep(last, fix, pace).kind : 'fast'
      if (kind === 'short') continue
      if (last && kind === 'walked') found.push({ from: last, to: fix })
      last = fix
    }
    return { steps: found, before: last }
  }

  return {
    add(fix) {
      if (fix.at <= lastAt) return false
      lastAt = fix.at
      const done: Step[] = []
      if (fix.accuracy > trackRules.mostAccuracy) return { steps: done, open: steps(run.length).steps }
      const newest = run.at(-1)
      if (newest && fix.at - newest.at > trackRules.gap) {
        done.push(...steps(run.length).steps)
        run = []
        settled = 0
        before = null
      }
      run.push(fix)
      let end = settled
      while (end < run.length && (run[end] as TrackFix).at + trackRules.smoothing < fix.at) end++
      const closed = steps(end)
      done.push(...closed.steps)
      before = closed.before
      settled = end
      trim()
      return { steps: done, open: steps(run.length).steps }
    },
  }

  /** What no window reaches any more goes; a fix in front stays as the mark that the run did not begin here. */
  function trim(): void {
    const first = run[settled]
    if (!first || settled < 200) return
    const keep = run.findIndex(({ at }) => at >= first.at - trackRules.smoothing)
    const cut = Math.max(0, Math.min(keep, settled) - 1)
    run = run.slice(cut)
    settled -= cut
  }
}

/** The lesser number of fixes before and after within the smoothing's time. */
function within(run: readonly TrackFix[], i: number): number {
  const { at } = run[i] as TrackFix
  let earlier = 0
  while (i - earlier - 1 >= 0 && (run[i - earlier - 1] as TrackFix).at >= at - trackRules.smoothing) earlier++
  let later = 0
  while (i + later + 1 < run.length && (run[i + later + 1] as TrackFix).at <= at + trackRules.smoothing)
    later++
  return Math.min(earlier, later)
}
