import { expect, test } from 'vitest'
import { parseInstant } from '../../../client/audit/instant.ts'
import { lineText } from '../../../client/audit/line-text.ts'
import { emptyBoard } from '../../../shared/board/board.ts'
import type { LoggedEvent } from '../../../shared/kernel/event.ts'

test('AUDIT-6 an instant is typed as day and time of the desk’s zone; what is none is refused', () => {
  expect(parseInstant('02.03.2026 16:04', 300)).toBe(Date.UTC(2026, 2, 2, 11, 4))
  expect(parseInstant(' 2.3.2026 ', 300)).toBe(Date.UTC(2026, 2, 1, 19))
  for (const wrong of ['', '31.02.2026', '02.03.2026 24:00', '02.03.2026 10:60', '16:04', '2026-03-02'])
    expect(parseInstant(wrong, 300)).toBeNull()
})

test('AUDIT-7 a line is plain words, with the names that are known and call signs for the others', () => {
  const board = emptyBoard()
  for (const id of ['one', 'two', 'three', 'four'])
    board.assistant.set(id, { id, callSign: `A-${id}` } as never)
  const names: Record<string, string> = { one: 'Ахметова Айгерим' }
  const words = {
    t: (key: string, params?: object) => `${key} ${JSON.stringify(params ?? {})}`,
    ...{
      language: 'ru' as const,
      offset: 300,
      board,
      name: (id: string) => names[id],
      text: () => undefined,
    },
  }
  const event: LoggedEvent = {
    ...{ seq: 1, at: 0, by: { kind: 'staff', id: 'officer' }, commandId: 'c', n: 0, type: 'Read', keys: [] },
    data: { kind: 'person', about: ['one', 'two'] },
  }
  expect(lineText(words, 'access', event)).toBe(
    'audit:look.person {"whom":"Ахметова Айгерим (A-one), A-two"}',
  )
  const many = { ...event, data: { kind: 'names', about: ['one', 'two', 'three', 'four'] } }
  expect(lineText(words, 'access', many)).toContain('\\"count\\":1')
  const opened = {
    ...event,
    type: 'OperationOpened',
    data: { operation: 'none', title: 'Garden', window: {} },
  }
  expect(lineText(words, 'log', opened as LoggedEvent)).toContain('journal:')
})

test('JOURNAL-9 a POD stands with the coverage and the way it comes from, and a pin names all that it holds', () => {
  const board = emptyBoard()
  board.assistant.set('ana', { id: 'ana', callSign: 'Ana' } as never)
  board.unit.set('d5', { id: 'd5', callSign: 'D5' } as never)
  const words = {
    t: (key: string, params?: object) => (params ? JSON.stringify(params) : key),
    ...{ language: 'ru' as const, offset: 300, board, name: () => undefined, text: () => undefined },
  }
  const line = (type: string, data: object): Record<string, string> => {
    const by = { kind: 'staff', id: 'officer' } as const
    const event = { type, data, by, keys: [], seq: 1, at: 0, commandId: 'c', n: 0 }
    return JSON.parse(lineText(words, 'log', event as LoggedEvent))
  }
  const swept = { pod: 0.632, coverage: 1, trackMetres: 2_449 }
  const inputs = { percent: '63', coverage: '1,00', km: '2,4' }
  expect(line('SegmentSearched', { place: 'p', search: swept })).toMatchObject(inputs)
  expect(line('SearchDebriefed', { place: 'p', debrief: swept })).toMatchObject(inputs)
  const hand = { kind: 'pin', assistant: 'ana', unit: 'd5' }
  expect(line('HandSet', { operation: 'o', hand })).toMatchObject({ pair: 'Ana – D5' })
  expect(line('HandCleared', { operation: 'o', hand })).toMatchObject({ pair: 'Ana – D5' })
  expect(line('FindDistancesChanged', { region: 'almaty', rows: [] })).toMatchObject({
    region: 'desk:region.almaty',
  })
})
