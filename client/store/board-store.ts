import { openAlarm } from '../../shared/alarms/slots.ts'
import { type Board, emptyBoard } from '../../shared/board/board.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { type EntityKind, entityKinds, type Id, type Key, key } from '../../shared/kernel/ids.ts'
import { applyEnvelope, put } from '../../shared/wire/apply-envelope.ts'
import type { EntitySnapshot, EventsEnvelope } from '../../shared/wire/events.ts'
import type { Welcome } from '../../shared/wire/hello.ts'
import { makeListeners } from './listeners.ts'

/** A call for help at the server's receipt, which is not stored yet. */
export type Received = NonNullable<EventsEnvelope['received']>[number]

export interface BoardStore {
  /** Changed in place; read it, never write it. */
  readonly board: Board
  /** Goes up with each batch. */
  version(): number
  cursor(): { cursor: number; epoch: string }
  /** `whole` is the board at `events.after`, where a fresh one does not stand in the events. */
  welcome(welcome: Welcome, whole?: EntitySnapshot[]): void
  apply(envelope: EventsEnvelope): void
  /** Once per batch, whatever it changed. */
  onBatch(listener: () => void): () => void
  /** Once per batch that added, changed or removed one of this kind. */
  onKind(kind: EntityKind, listener: () => void): () => void
  onEntity(kind: EntityKind, id: Id, listener: () => void): () => void
  /** Calls for help without their stored alarm, oldest first. */
  received(): readonly Received[]
  /** The newest events of this connection, oldest first; what came before is read from the server. */
  journal(): readonly LoggedEvent[]
  /** Resolves when the board has come to `seq`, or after `ms`. */
  reached(seq: number, ms: number): Promise<void>
}

const journalLength = 500

export function makeBoardStore(): BoardStore {
  const board = emptyBoard()
  let version = 0
  let epoch = ''
  let received: readonly Received[] = []
  let journal: readonly LoggedEvent[] = []
  /** Null while a whole board is put in: then everybody is told. */
  let touched: Set<Key> | null = new Set()
  const batches = makeListeners<'batch'>()
  const kinds = makeListeners<EntityKind>()
  const entities = makeListeners<Key>()
  for (const kind of entityKinds)
    watchMap(board[kind] as Map<Id, unknown>, (id) => touched?.add(key(kind, id)))

  function take(envelope: EventsEnvelope): void {
    if (applyEnvelope(board, envelope) && envelope.events.length > 0)
      journal = [...journal, ...envelope.events].slice(-journalLength)
    const waiting = [...received, ...(envelope.received ?? [])].filter(isNotStored)
    if (waiting.length + received.length > 0) received = waiting
  }

  /** Presses before the first one was stored each had an id of their own: they are one call, as they are one alarm. */
  function isNotStored(call: Received, n: number, calls: Received[]): boolean {
    if (board.alarm.has(call.alarm) || openAlarm(board, 'sos', call.subject.id)) return false
    return calls.findIndex(({ subject }) => subject.id === call.subject.id) === n
  }

  function clear(): void {
    for (const kind of entityKinds) board[kind].clear()
    board.moved.clear()
    board.byNo = []
    board.seq = 0
    received = []
    journal = []
  }

  function tell(): void {
    version++
    const keys = touched ?? [...entities.keys()]
    const of = new Set<EntityKind>(touched ? [] : entityKinds)
    touched = new Set()
    for (const each of keys) {
      of.add(each.slice(0, each.indexOf(':')) as EntityKind)
      entities.tell(each)
    }
    for (const kind of of) kinds.tell(kind)
    batches.tell('batch')
  }

  return {
    board,
    version: () => version,
    cursor: () => ({ cursor: board.seq, epoch }),
    welcome(welcome, whole = []) {
      if (welcome.fresh) {
        touched = null
        clear()
      }
      for (const snapshot of whole) put(board, snapshot)
      epoch = welcome.epoch
      board.purpose = welcome.purpose
      board.seed = welcome.seed
      take(welcome.events)
      tell()
    },
    apply(envelope) {
      take(envelope)
      tell()
    },
    onBatch: (listener) => batches.on('batch', listener),
    onKind: kinds.on,
    onEntity: (kind, id, listener) => entities.on(key(kind, id), listener),
    received: () => received,
    journal: () => journal,
    reached(seq, ms) {
      if (board.seq >= seq) return Promise.resolve()
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          off()
          resolve()
        }
        const off = batches.on('batch', () => board.seq >= seq && done())
        const timer = setTimeout(done, ms)
      })
    },
  }
}

/** Notes each id that the fold sets or deletes, so that a batch tells exactly the rows it changed. */
function watchMap(map: Map<Id, unknown>, note: (id: Id) => void): void {
  const { set, delete: remove, clear } = map
  map.set = (id, entity) => {
    note(id)
    return set.call(map, id, entity)
  }
  map.delete = (id) => {
    note(id)
    return remove.call(map, id)
  }
  map.clear = () => {
    for (const id of map.keys()) note(id)
    clear.call(map)
  }
}
