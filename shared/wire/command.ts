import type { Refusal } from '../kernel/refusal.ts'

export type { CommandEnvelope } from '../board/commands.ts'

/** The answer to `command`. `unknown`: the store did not answer in time; ask again with the same id. */
export type CommandAnswer =
  | { ok: true; upTo: number; result?: unknown }
  | ({ ok: false } & Pick<Refusal, 'code' | 'params' | 'rule' | 'holder'>)
