import type { Refusal } from '../kernel/refusal.ts'

/** The answer to `command`. After `store.unavailable` it may still have been carried out: ask again with the same id. */
export type CommandAnswer =
  | { ok: true; upTo: number; result?: unknown }
  | ({ ok: false } & Pick<Refusal, 'code' | 'params' | 'rule' | 'holder'>)
