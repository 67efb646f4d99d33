import type { Body, CommandEnvelope, CommandType } from '../../shared/board/commands.ts'
import type { Key } from '../../shared/kernel/ids.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import { now } from '../ui/clock.ts'
import type { BoardStore } from './board-store.ts'
import { makeListeners } from './listeners.ts'
import { newId } from './new-id.ts'

export type CommandRefusal = Extract<CommandAnswer, { ok: false }>

/** What one place of the screen has asked for: a row, a form, a button. */
export interface Asked {
  /** Given and its event not back yet. */
  sending: readonly CommandType[]
  /** Why the last one was refused; stays until dismissed or asked again. */
  refused: { type: CommandType; refusal: CommandRefusal } | null
}

export interface GiveOptions {
  /**
   * What the user looked at: a change of it since makes a conflict. Keys alone mean as the board shows them now; an
   * answer that was computed (a proposal) brings its own sequences.
   */
  seen?: readonly Key[] | Readonly<Record<Key, number>>
  /** The place of the screen that shows "sending" and the refusal: `task:<id>`, a form's name. */
  near?: string
}

export interface Giver {
  give<Type extends CommandType>(type: Type, body: Body<Type>, options?: GiveOptions): Promise<CommandAnswer>
  asked(near: string): Asked
  onAsked(near: string, listener: () => void): () => void
  dismiss(near: string): void
}

const nothing: Asked = { sending: [], refused: null }
/** The event comes before the answer or right after it; one that this viewer may not see never comes. */
const eventWithin = 1_000

/** Gives commands and remembers what is under way. Nothing is shown as done before its event has come back. */
export function makeGiver(
  store: BoardStore,
  post: (envelope: CommandEnvelope) => Promise<CommandAnswer>,
): Giver {
  const states = new Map<string, Asked>()
  const listeners = makeListeners<string>()

  function set(near: string, state: Asked): void {
    if (state.sending.length === 0 && state.refused === null) states.delete(near)
    else states.set(near, state)
    listeners.tell(near)
  }
  const asked = (near: string): Asked => states.get(near) ?? nothing

  return {
    asked,
    onAsked: listeners.on,
    dismiss: (near) => set(near, { ...asked(near), refused: null }),
    async give(type, body, { seen, near = '' } = {}) {
      set(near, { sending: [...asked(near).sending, type], refused: null })
      const looked = isKeys(seen) ? Object.fromEntries(seen.map((key) => [key, store.board.seq])) : seen
      const answer = await post({
        id: newId(),
        type,
        body,
        madeAt: Math.round(now()),
        ...(looked && { seen: looked as Record<Key, number> }),
      })
      if (answer.ok) await store.reached(answer.upTo, eventWithin)
      const before = asked(near)
      const at = before.sending.indexOf(type)
      set(near, {
        sending: before.sending.filter((_, index) => index !== at),
        refused: answer.ok ? before.refused : { type, refusal: answer },
      })
      return answer
    },
  }
}

function isKeys(seen: GiveOptions['seen']): seen is readonly Key[] {
  return Array.isArray(seen)
}
