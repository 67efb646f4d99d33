import { expect, test } from 'vitest'
import { deskHolder, openedSince, waitingHandover } from '../../../client/handover/handovers.ts'
import type { Handover } from '../../../shared/messages/types.ts'
import { given, noon } from '../../kit/given-when-then.ts'
import { atWork } from '../../kit/past.ts'

const handover = (id: string, more: Partial<Handover> = {}): Handover => ({
  ...{ id, region: 'almaty', from: 'ana', to: null, at: noon, alarms: [], tasks: [], note: null },
  signedAt: null,
  ...more,
})
function boardWith(...handovers: Handover[]) {
  const { board } = given(...atWork(['a1']))
  for (const one of handovers) board.handover.set(one.id, one)
  return board
}

test('HAND-1 the newest unsigned handover of one of my regions waits; a newer list takes the place of an older one', () => {
  const board = boardWith(handover('h1'), handover('h2', { at: noon + 1 }))
  expect(waitingHandover(board, ['almaty'])?.id).toBe('h2')
  expect(waitingHandover(board, ['astana'])).toBeNull()
  expect(waitingHandover(board, [])).toBeNull()
})

test('HAND-2 once the newest is signed nothing waits, also when an older one never was', () => {
  const board = boardWith(handover('h1'), handover('h2', { at: noon + 1, to: 'bek', signedAt: noon + 2 }))
  expect(waitingHandover(board, ['almaty'])).toBeNull()
})

test('HAND-3 the desk is with whoever signed for its region last', () => {
  const board = boardWith(
    handover('h1', { to: 'bek', signedAt: noon + 1 }),
    handover('h2', { to: 'cem', signedAt: noon + 5 }),
    handover('h3', { region: 'almaty/medeu', to: 'dan', signedAt: noon + 9 }),
    handover('h4'),
  )
  expect(deskHolder(board, 'almaty')).toEqual({ account: 'cem', since: noon + 5 })
  expect(deskHolder(board, 'astana')).toBeNull()
})

test('HAND-4 the signer hears how much has opened since the list was made', () => {
  const board = boardWith()
  expect(openedSince(board, handover('h1', { tasks: ['task'] }))).toEqual({ alarms: 0, tasks: 0 })
  expect(openedSince(board, handover('h1'))).toEqual({ alarms: 0, tasks: 1 })
  expect(openedSince(board, handover('h1', { region: 'astana' }))).toEqual({ alarms: 0, tasks: 0 })
})
