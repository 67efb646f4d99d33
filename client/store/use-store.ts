import { createContext, useCallback, useContext, useId, useRef, useSyncExternalStore } from 'react'
import type { Board, Entities } from '../../shared/board/board.ts'
import type { Body, CommandType } from '../../shared/board/commands.ts'
import type { SealedText } from '../../shared/kernel/decider.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import type { EntityKind, Id } from '../../shared/kernel/ids.ts'
import type { Link } from '../net/link.ts'
import type { Received } from './board-store.ts'
import type { Asked, GiveOptions } from './giver.ts'
import type { Lookup } from './lookup.ts'
import type { Session, Store } from './open-store.ts'

export const StoreContext = createContext<Store | null>(null)

export function useStore(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useStore outside of a StoreContext')
  return store
}

/** One entity; renders only when this one changed. Without an id: undefined. */
export function useEntity<Kind extends EntityKind>(
  kind: Kind,
  id: Id | null | undefined,
): Entities[Kind] | undefined {
  const { board } = useStore()
  const subscribe = useCallback(
    (changed: () => void) => (id ? board.onEntity(kind, id, changed) : () => {}),
    [board, kind, id],
  )
  return useSyncExternalStore(subscribe, () =>
    id ? (board.board[kind] as Map<Id, Entities[Kind]>).get(id) : undefined,
  )
}

/**
 * Anything derived from the board. `select` runs once per batch (or per batch that touched `kind`), and a render follows
 * only when `equal` says that its value changed; a selector that makes a new list each time needs `sameItems`.
 */
export function useBoard<Value>(
  select: (board: Board) => Value,
  equal: (a: Value, b: Value) => boolean = Object.is,
  kind?: EntityKind,
): Value {
  const { board } = useStore()
  const last = useRef<{ version: number; select: typeof select; value: Value } | null>(null)
  const read = () => {
    const { current } = last
    const version = board.version()
    if (current && current.version === version && current.select === select) return current.value
    const fresh = select(board.board)
    const value = current && equal(current.value, fresh) ? current.value : fresh
    last.current = { version, select, value }
    return value
  }
  const subscribe = useCallback(
    (changed: () => void) => (kind ? board.onKind(kind, changed) : board.onBatch(changed)),
    [board, kind],
  )
  return useSyncExternalStore(subscribe, read)
}

/** For `useBoard`: lists are equal when their items are. */
export function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => Object.is(item, b[index])))
}

function useLookup(lookup: Lookup, id: Id | null | undefined): string | undefined {
  const subscribe = useCallback(
    (changed: () => void) => (id ? lookup.want(id, changed) : () => {}),
    [lookup, id],
  )
  return useSyncExternalStore(subscribe, () => (id ? lookup.get(id) : undefined))
}

/** Asked for while shown (and recorded once per person and session); undefined until it is known. */
export function useName(id: Id | null | undefined): string | undefined {
  return useLookup(useStore().names, id)
}

export function useText(sealed: SealedText | null | undefined): string | undefined {
  return useLookup(useStore().texts, sealed?.text)
}

/** What this viewer is and where the map comes from; null before the first greeting. */
export function useSession(): Session | null {
  const store = useStore()
  return useSyncExternalStore(store.onSession, store.session)
}

/** Renders when the level or `up` changes, not per frame. */
export function useLink(): Link {
  const { connection } = useStore()
  return useSyncExternalStore(connection.onLink, connection.link)
}

export function useReceived(): readonly Received[] {
  const { board } = useStore()
  return useSyncExternalStore(board.onBatch, board.received)
}

export function useJournal(): readonly LoggedEvent[] {
  const { board } = useStore()
  return useSyncExternalStore(board.onBatch, board.journal)
}

export interface Asking extends Asked {
  give<Type extends CommandType>(
    type: Type,
    body: Body<Type>,
    options?: Omit<GiveOptions, 'near'>,
  ): ReturnType<Store['giver']['give']>
  dismiss(): void
}

/**
 * Gives commands from one place of the screen, which shows what is under way and why the last was refused. Places with
 * the same `near` share that (a row that scrolls away and comes back keeps its refusal).
 */
export function useAsk(near?: string): Asking {
  const { giver } = useStore()
  const own = useId()
  const place = near ?? own
  const subscribe = useCallback((changed: () => void) => giver.onAsked(place, changed), [giver, place])
  const asked = useSyncExternalStore(subscribe, () => giver.asked(place))
  return {
    ...asked,
    give: (type, body, options) => giver.give(type, body, { ...options, near: place }),
    dismiss: () => giver.dismiss(place),
  }
}
