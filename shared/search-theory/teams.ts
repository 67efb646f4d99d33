/** What each team would detect in each segment, if the subject is there: a row per team, a POD per segment. */
export type TeamPods = readonly (readonly number[])[]

/** Beyond so many combinations the best one is looked for by steps. */
const tryAll = 60_000

/**
 * A segment for every whole team, so that together they are likeliest to find the subject; two teams may share one. Few
 * teams are tried in every way. Many begin with the best next step of each and then change places as long as that helps.
 */
export function assignTeams(masses: readonly number[], pods: TeamPods): number[] {
  if (masses.length === 0) return []
  return masses.length ** pods.length <= tryAll ? best(masses, pods) : improved(masses, pods)
}

/** What an assignment adds to the overall probability of success. */
export function assignedSuccess(
  masses: readonly number[],
  pods: TeamPods,
  to: readonly (number | undefined)[],
): number {
  return masses.reduce((sum, mass, segment) => {
    let missed = 1
    to.forEach((of, team) => {
      if (of === segment) missed *= 1 - (pods[team]?.[segment] ?? 0)
    })
    return sum + mass * (1 - missed)
  }, 0)
}

/** What one team adds to all the others: the success with it less the success without it. */
export function gainOfTeam(
  masses: readonly number[],
  pods: TeamPods,
  to: readonly number[],
  team: number,
): number {
  const without = to.map((segment, other) => (other === team ? undefined : segment))
  return assignedSuccess(masses, pods, to) - assignedSuccess(masses, pods, without)
}

/** Depth first with the residual masses; the order of the teams does not matter to the result. */
function best(masses: readonly number[], pods: TeamPods): number[] {
  let found: number[] = pods.map(() => 0)
  let least = Infinity
  const to: number[] = []
  const go = (left: readonly number[]) => {
    const row = pods[to.length]
    if (!row) {
      const missed = left.reduce((sum, mass) => sum + mass, 0)
      // Rounding must not prefer a later one of two equals.
      if (missed < least - 1e-12) {
        least = missed
        found = [...to]
      }
      return
    }
    left.forEach((_, segment) => {
      to.push(segment)
      go(left.map((mass, at) => (at === segment ? mass * (1 - (row[segment] ?? 0)) : mass)))
      to.pop()
    })
  }
  go(masses)
  return found
}

function improved(masses: readonly number[], pods: TeamPods): number[] {
  const to: number[] = []
  for (const team of pods.keys()) to.push(bestPlaceOf(masses, pods, to, team))
  for (let changed = true; changed; ) {
    changed = false
    for (const team of pods.keys()) {
      const before = assignedSuccess(masses, pods, to)
      const place = bestPlaceOf(masses, pods, to, team)
      const after = to.with(team, place)
      if (assignedSuccess(masses, pods, after) <= before + 1e-12) continue
      to[team] = place
      changed = true
    }
  }
  return to
}

function bestPlaceOf(masses: readonly number[], pods: TeamPods, to: readonly number[], team: number): number {
  const missed = masses.map((_, segment) =>
    to.reduce(
      (left, of, other) =>
        of === segment && other !== team ? left * (1 - (pods[other]?.[segment] ?? 0)) : left,
      1,
    ),
  )
  const gains = masses.map((mass, i) => mass * (missed[i] ?? 1) * (pods[team]?.[i] ?? 0))
  return gains.indexOf(Math.max(...gains))
}
