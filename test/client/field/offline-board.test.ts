import { expect, test, vi } from 'vitest'
import { keepBoard } from '../../../client/field/offline-board.ts'
import { makeBoardStore } from '../../../client/store/board-store.ts'
import type { Store } from '../../../client/store/open-store.ts'
import { entityKinds } from '../../../shared/kernel/ids.ts'
import type { EntitySnapshot } from '../../../shared/wire/events.ts'
import type { Welcome } from '../../../shared/wire/hello.ts'
import { boardOf } from './board-of.ts'
import { memoryStorage } from './memory-storage.ts'

/** What a page has of a store: the board and the last greeting. */
function page() {
  const board = makeBoardStore()
  let session: Welcome | null = null
  const greet = (welcome: Welcome) => {
    session = welcome
    board.welcome(welcome)
  }
  const store = { board, session: () => session, restore: greet } as unknown as Store
  return { store, board, greet, session: () => session }
}

const welcome = (from = boardOf({ step: 'on-scene' })) =>
  ({
    ok: true,
    now: Date.now(),
    utcOffset: 300,
    epoch: 'e1',
    purpose: 'live',
    seed: null,
    me: { kind: 'assistant', id: 'a1', name: 'A' },
    map: { tilesUrl: null, attribution: null, pmtiles: false },
    fresh: true,
    events: {
      after: 0,
      upTo: 12,
      events: [],
      vanish: [],
      appear: entityKinds.flatMap((kind) =>
        [...from[kind].values()].map((entity) => ({ kind, entity }) as EntitySnapshot),
      ),
    },
  }) as Partial<Welcome> as Welcome

test('OFFL-203 what the server said last is there after a reload without a network, and gone after the wipe', async () => {
  const storage = memoryStorage()
  const first = page()
  await keepBoard(first.store, storage)
  first.greet(welcome())
  await vi.waitFor(async () => expect((await storage.kept('board'))?.seq).toBe(12), { timeout: 3_000 })

  const second = page()
  await keepBoard(second.store, storage)
  expect(second.session()?.me).toMatchObject({ id: 'a1' })
  expect(second.board.board.task.get('t1')).toEqual(first.board.board.task.get('t1'))
  expect(second.board.board.byNo[1]).toEqual({ kind: 'assistant', id: 'a1' })
  // Whatever the server has is sent anew: what was kept is never taken for a state that it knows.
  expect(second.board.cursor().epoch).toBe('')
  second.greet(welcome(boardOf({})))
  expect(second.board.board.task.size).toBe(0)

  await storage.wipe()
  const third = page()
  await keepBoard(third.store, storage)
  expect(third.session()).toBeNull()
})

test('OFFL-204 where the server has greeted already, what was kept stays away', async () => {
  const storage = memoryStorage()
  const { epoch: _, ok: __, fresh: ___, events, ...session } = welcome()
  await storage.keep('board', {
    session: { ...session, epoch: 'e0' },
    seq: 5,
    entities: events.appear,
    clockAhead: 0,
  })
  const fresh = page()
  fresh.greet(welcome(boardOf({})))
  await keepBoard(fresh.store, storage)
  expect(fresh.board.board.task.size).toBe(0)
  expect(fresh.board.cursor()).toEqual({ cursor: 12, epoch: 'e1' })
})
