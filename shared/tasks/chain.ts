import type { Step } from './types.ts'

/** Where TakeStep may lead from each step. Being offered, held or at the end has commands of its own. */
const next: Partial<Record<Step, Step>> = {
  accepted: 'en-route',
  'en-route': 'on-scene',
  'on-scene': 'complete',
}

/** `onBehalf`: the desk by radio, or the leader for a member, may leave out the way. */
export function mayTake(from: Step, to: Step, onBehalf: boolean): boolean {
  return next[from] === to || (onBehalf && from === 'accepted' && to === 'on-scene')
}

/** Steps that can be taken back, when nothing has followed from them. */
export const undoable: ReadonlySet<Step> = new Set([
  'accepted',
  'en-route',
  'on-scene',
  'complete',
  'declined',
  'stood-down',
])

export const undoMs = 10_000
