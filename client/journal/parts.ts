import type { SerikEvent } from '../../shared/board/fold.ts'
import type { WordKey } from '../../shared/i18n/keys.ts'
import type { SealedText } from '../../shared/kernel/decider.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { EntityKind, Id } from '../../shared/kernel/ids.ts'
import type { Hand } from '../../shared/operations/types.ts'
import type { Party } from '../../shared/tasks/events.ts'

/** What stands in a blank of a sentence; names and texts are looked up by whoever shows it. */
export type Part =
  | string
  | number
  | {
      of: Exclude<
        EntityKind,
        | 'device'
        | 'gateway'
        | 'message'
        | 'note'
        | 'handover'
        | 'report'
        | 'prior'
        | 'consensus'
        | 'sheet'
        | 'distances'
        | 'case'
        | 'card'
        | 'clue'
      >
      id: Id
    }
  | { people: readonly Id[] }
  | { word: WordKey; count?: number }
  | { clock: number }
  | { figure: number; digits: number }
  | { sealed: SealedText }
  /** What belongs together, each on its own. */
  | { pair: readonly Part[] }
  /** A region's path. */
  | { region: string }

export interface Sentence {
  key: WordKey
  params: Record<string, Part>
  /** The sentence is about somebody else than who entered it, who is then named after it. */
  enteredBy?: true
}

export type EventType = SerikEvent['type']
type Of<T extends EventType> = Extract<SerikEvent, { type: T }>
/** One row per type of event; `who` did it. */
export type Sentences<T extends EventType> = { [One in T]: (event: Of<One>, who: Part) => Sentence }

export const staff = (id: Id): Part => ({ of: 'account', id })
export const assistant = (id: Id): Part => ({ of: 'assistant', id })
export const application = (id: Id): Part => ({ of: 'application', id })
export const unit = (id: Id): Part => ({ of: 'unit', id })
export const task = (id: Id): Part => ({ of: 'task', id })
export const operation = (id: Id): Part => ({ of: 'operation', id })
export const place = (id: Id): Part => ({ of: 'place', id })
export const alarm = (id: Id): Part => ({ of: 'alarm', id })
export const incident = (id: Id): Part => ({ of: 'incident', id })
/** What a pin or a ban holds together or apart. */
export const pairOf = (hand: Hand): Part => ({
  pair: [
    ...(hand.assistant ? [assistant(hand.assistant)] : []),
    ...(hand.unit ? [unit(hand.unit)] : []),
    ...(hand.place ? [place(hand.place)] : []),
  ],
})
const figure = (value: number, digits: number): Part => ({ figure: value, digits })
/** A POD with what it comes from. */
export const podParts = (pod: number, coverage: number, metres: number): Record<string, Part> => ({
  percent: Math.round(pod * 100),
  coverage: figure(coverage, 2),
  km: figure(metres / 1000, 1),
})
export const idOf = (party: Party): Id => ('unit' in party ? party.unit : party.assistant)
export const partyOf = (party: Party): Part =>
  'unit' in party ? unit(party.unit) : assistant(party.assistant)
export const carrier = ({ kind, id }: { kind: 'assistant' | 'unit'; id: Id }): Part => ({ of: kind, id })
export const ids = (members: readonly { assistant: Id }[]): Part => ({
  people: members.map((member) => member.assistant),
})
/** Whoever acts for somebody else is named after the sentence. */
export const entered = ({ by }: LoggedEvent, whose: Id): { enteredBy?: true } =>
  by.kind === 'staff' && by.id !== whose ? { enteredBy: true } : {}
