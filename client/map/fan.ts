import type { Pair } from './carriers.ts'
import type { Placed } from './placed.ts'

/** Pixels between a unit and the assistants that would otherwise hide under its plate, and degrees between those. */
export const fanReach = 27
const fanStep = (56 * Math.PI) / 180
/** Nearer than this a symbol would touch the plate. */
const tooNear = 24
/** Circles on one arc; more go to the next one. */
const perArc = 5

/** An assistant drawn beside the true place, which gets a point and a leader line. */
export interface Leader {
  index: number
  x: number
  y: number
}

/**
 * Moves assistants who stand at their unit out to a fan below it. The places in the fan depend only on the order of
 * the pairs, so that they do not jump about while people walk.
 */
export function fanOut(placed: Placed, pairs: readonly Pair[], scale = 1): Leader[] {
  const leaders: Leader[] = []
  const near = new Map<number, number[]>()
  for (const [unit, assistant] of pairs) {
    const at = placed.at[unit] ?? -1
    const member = placed.at[assistant] ?? -1
    if (at < 0 || member < 0) continue
    const dx = (placed.x[member] as number) - (placed.x[at] as number)
    const dy = (placed.y[member] as number) - (placed.y[at] as number)
    if (Math.hypot(dx, dy) >= tooNear * scale) continue
    const members = near.get(at)
    if (members) members.push(member)
    else near.set(at, [member])
  }
  for (const [at, members] of near) {
    const x = placed.x[at] as number
    const y = placed.y[at] as number
    members.forEach((member, i) => {
      const arc = Math.floor(i / perArc)
      const onArc = Math.min(perArc, members.length - arc * perArc)
      const angle = Math.PI / 2 + ((i % perArc) - (onArc - 1) / 2) * fanStep
      const reach = (fanReach + 18 * arc) * scale
      const trueX = placed.x[member] as number
      const trueY = placed.y[member] as number
      if (Math.hypot(trueX - x, trueY - y) > 13 * scale) leaders.push({ index: member, x: trueX, y: trueY })
      placed.x[member] = x - reach * Math.cos(angle)
      placed.y[member] = y + reach * Math.sin(angle)
    })
  }
  return leaders
}
