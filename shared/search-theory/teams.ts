/** What each team would detect at each goal, if the subject is there: a row per team, a POD per goal. */
export type TeamPods = readonly (readonly number[])[]

/** Which masses a goal takes in; a segment's hole is part of the segment too. Without it each goal has its own mass. */
export type Covers = readonly (readonly number[])[]

export interface Assignment {
  /** A goal for each team. */
  to: number[]
  success: number
  /** No assignment of these teams finds more; equal to the success when every way was looked at. */
  bound: number
}

/** So many unfinished plans are looked at before the best one so far has to do. */
const mostNodes = 8_000
/** And so many pairs of team and goal in all: a plan for a whole region must not keep anybody waiting. */
const mostPairs = 4_000_000
/** Rounding must not prefer a later one of two equals. */
const hair = 1e-12

/**
 * A goal for every whole team, so that together they are likeliest to find the subject; two teams may share one. Branch
 * and bound: a plan is not followed up when even the best single gains of the teams still to come would not make
 * it better (together they never find more than one by one). It begins from the best next step of each team, who then
 * change places as long as that helps.
 */
export function bestAssignment(
  masses: readonly number[],
  pods: TeamPods,
  covers: Covers = masses.map((_, i) => [i]),
): Assignment {
  if (covers.length === 0) return { to: [], success: 0, bound: 0 }
  let found = improved(masses, pods, covers, [])
  let most = assignedSuccess(masses, pods, found, covers)
  const limit = Math.min(mostNodes, mostPairs / Math.max(1, covers.length * pods.length))
  let nodes = 0
  const to: number[] = []
  const bestGains = (left: readonly number[], from: number) => {
    const inGoal = covers.map((of) => massOf(left, of))
    let sum = 0
    for (let team = from; team < pods.length; team++) {
      const row = pods[team] ?? []
      let best = 0
      for (let goal = 0; goal < inGoal.length; goal++)
        best = Math.max(best, (inGoal[goal] as number) * (row[goal] ?? 0))
      sum += best
    }
    return sum
  }
  const go = (left: readonly number[], success: number) => {
    nodes++
    if (to.length === pods.length) {
      if (success <= most + hair) return
      most = success
      found = [...to]
      return
    }
    if (nodes > limit || success + bestGains(left, to.length) <= most + hair) return
    const row = pods[to.length] ?? []
    const goals = covers
      .map((of, goal) => ({ goal, gain: massOf(left, of) * (row[goal] ?? 0) }))
      .sort((a, b) => b.gain - a.gain)
    for (const { goal, gain } of goals) {
      to.push(goal)
      go(after(left, covers[goal] ?? [], row[goal] ?? 0), success + gain)
      to.pop()
    }
  }
  go(masses, 0)
  const whole = nodes <= limit
  const best = whole ? found : improved(masses, pods, covers, found)
  const success = assignedSuccess(masses, pods, best, covers)
  const ceiling = Math.min(
    bestGains(masses, 0),
    masses.reduce((sum, mass) => sum + mass, 0),
  )
  return { to: best, success, bound: whole ? success : Math.max(success, ceiling) }
}

/** What an assignment adds to the overall probability of success; a team without a goal adds nothing. */
export function assignedSuccess(
  masses: readonly number[],
  pods: TeamPods,
  to: readonly (number | undefined)[],
  covers: Covers = masses.map((_, i) => [i]),
): number {
  const left = leftBy(masses, pods, to, covers)
  return masses.reduce((sum, mass, i) => sum + mass - (left[i] ?? mass), 0)
}

/** What an assignment leaves of each mass, if it finds nothing. */
export function leftBy(
  masses: readonly number[],
  pods: TeamPods,
  to: readonly (number | undefined)[],
  covers: Covers,
): number[] {
  const left = [...masses]
  for (const [team, goal] of to.entries())
    if (goal !== undefined) take(left, covers[goal] ?? [], pods[team]?.[goal] ?? 0)
  return left
}

/** What one team adds to all the others: the success with it less the success without it. */
export function gainOfTeam(
  masses: readonly number[],
  pods: TeamPods,
  to: readonly (number | undefined)[],
  team: number,
  covers?: Covers,
): number {
  const without = to.map((goal, other) => (other === team ? undefined : goal))
  return assignedSuccess(masses, pods, to, covers) - assignedSuccess(masses, pods, without, covers)
}

const massOf = (left: readonly number[], of: readonly number[]): number =>
  of.reduce((sum, i) => sum + (left[i] ?? 0), 0)

function after(left: readonly number[], of: readonly number[], pod: number): number[] {
  const rest = [...left]
  take(rest, of, pod)
  return rest
}

/** Each mass once, in place. */
function take(left: number[], of: readonly number[], pod: number): void {
  for (const i of of) left[i] = (left[i] ?? 0) * (1 - pod)
}

function improved(
  masses: readonly number[],
  pods: TeamPods,
  covers: Covers,
  start: readonly number[],
): number[] {
  const to = [...start]
  for (let team = to.length; team < pods.length; team++) to.push(bestGoalOf(masses, pods, to, team, covers))
  for (let changed = true; changed; ) {
    changed = false
    for (const team of pods.keys()) {
      const before = assignedSuccess(masses, pods, to, covers)
      const goal = bestGoalOf(masses, pods, to, team, covers)
      if (assignedSuccess(masses, pods, to.with(team, goal), covers) <= before + hair) continue
      to[team] = goal
      changed = true
    }
  }
  return to
}

function bestGoalOf(
  masses: readonly number[],
  pods: TeamPods,
  to: readonly number[],
  team: number,
  covers: Covers,
): number {
  const others = to.map((goal, other) => (other === team ? undefined : goal))
  const left = leftBy(masses, pods, others, covers)
  const gains = covers.map((of, goal) => massOf(left, of) * (pods[team]?.[goal] ?? 0))
  return gains.indexOf(Math.max(...gains))
}
