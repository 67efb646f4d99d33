import type { Order } from '../../shared/tasks/types.ts'

export type OrderChange = 'window' | 'perimeter' | 'leader' | 'briefing'

/** What is new in the last order against the one this person has understood; nothing for the first. */
export function orderChanges(orders: readonly Order[], understood: number): OrderChange[] {
  const newest = orders.at(-1)
  const known = orders.findLast(({ version }) => version <= understood) ?? orders[0]
  if (!newest || !known || known.version === newest.version) return []
  const same: Record<OrderChange, boolean> = {
    window: known.window.from === newest.window.from && known.window.to === newest.window.to,
    perimeter: JSON.stringify(known.perimeter) === JSON.stringify(newest.perimeter),
    leader: known.leader === newest.leader,
    briefing: known.briefing?.text === newest.briefing?.text,
  }
  return (Object.keys(same) as OrderChange[]).filter((what) => !same[what])
}
