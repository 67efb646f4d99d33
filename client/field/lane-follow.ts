import type { Fix } from '../../shared/kernel/fix.ts'
import { type Following, follow, isAstray, notBegun } from '../../shared/search-theory/lane-guide.ts'
import type { OwnSweep } from './lanes-of.ts'
import type { Phone } from './phone.ts'

export interface LaneFollower {
  state(): Following
  /** By hand: the searcher knows better than the receiver. */
  go(pass: number): void
  onChange(listener: () => void): () => void
  stop(): void
}

/** What the map draws as the lane at hand. */
let shown = { name: '', pass: 0 }
export const passOf = (name: string): number => (shown.name === name ? shown.pass : 0)

/** Felt through a glove: three short ones. */
const drifted = [200, 100, 200, 100, 200]

/**
 * Follows the phone along its lanes, fix by fix. How far it has come is kept on the phone, so that a reload in the middle
 * of a segment goes on where it was.
 */
export function followLanes({ sharing, storage }: Phone, { own, plan, name }: OwnSweep): LaneFollower {
  let state = notBegun
  let seen: Fix | null = null
  const listeners = new Set<() => void>()
  shown = { name, pass: 0 }

  function set(next: Following): void {
    if (next === state) return
    if (isAstray(next) && !isAstray(state)) navigator.vibrate?.(drifted)
    if (next.pass !== state.pass || next.done !== state.done)
      void storage.keep('lane', { name, pass: next.pass, done: next.done }).catch(() => {})
    state = next
    shown = { name, pass: state.pass }
    for (const listener of [...listeners]) listener()
  }

  function look(): void {
    const fix = sharing.own()
    if (!fix || fix.at === seen?.at) return
    seen = fix
    set(follow(state, own, plan.spacing, fix))
  }

  void storage.kept('lane').then(
    (kept) => kept?.name === name && set({ pass: kept.pass, done: kept.done, astray: 0 }),
    () => {},
  )
  const off = sharing.onChange(look)
  look()
  return {
    state: () => state,
    go: (pass) => set({ pass, done: false, astray: 0 }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: off,
  }
}
