import { expect, test } from 'vitest'
import { countQueue, daysLeft, isOverdue, queueOf } from '../../../client/registry/queue.ts'
import { leftInWords, nextInWords } from '../../../client/registry/queue-columns.tsx'
import type { Clock } from '../../../shared/applications/types.ts'
import { endOfDay } from '../../../shared/law/day.ts'
import { policeRules } from '../../../shared/law/eligibility/rule.ts'
import { submitted } from '../../kit/application.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'

const at = (day: string) => endOfDay(day) - 3_600_000
const due = (lastDay: string) => ({ lastDay, dueAt: endOfDay(lastDay) })
const fact = (application: string, type: string, data: object = {}): GivenFact => ({
  ...{ type, keys: [`application:${application}`], data: { application, ...data } },
})
const checks = (id: string) =>
  policeRules.map((rule) => fact(id, 'PoliceCheckRecorded', { rule, result: 'CLEAR' }))
const registered = (id: string): GivenFact[] => [
  fact(id, 'ApplicantRegistered', { number: id, on: '2026-03-02' }),
  {
    type: 'AssistantRegistered',
    keys: [`assistant:${id}`],
    data: { assistant: id, callSign: `A-${id}`, region: 'almaty' },
  },
]
const ended = (id: string): GivenFact => ({
  type: 'RegistryStatusChanged',
  keys: [`assistant:${id}`],
  data: { assistant: id, from: 'ACTIVE', to: 'TERMINATED', reason: 'T1' },
})

/** At the police until 1 April; at the akimat until 12 March; registered; its card out after the end; refused. */
const { board } = given(
  ...['police', 'akimat', 'issue', 'back', 'refused'].map(submitted),
  ...checks('akimat'),
  fact('akimat', 'ApplicationForwarded', { due: due('2026-03-12') }),
  ...registered('issue'),
  ...registered('back'),
  fact('back', 'CardIssued', { number: '1', badge: '1' }),
  ended('back'),
  fact('refused', 'ApplicationRefused', { reason: { text: 't', digest: 'd' } }),
)
const words = {
  t: (key: string, params = {}) => `${key} ${JSON.stringify(params)}`,
  language: 'ru',
  offset: 300,
}
const file = (id: string) => {
  const found = board.application.get(id)
  if (!found) throw new Error(id)
  return found
}

test('QUEUE-1 the nearest deadline stands first, and what waits without a deadline after it; what is decided apart', () => {
  const ids = (filter: Parameters<typeof queueOf>[1], now = noon) =>
    queueOf(board, filter, now).map(({ id }) => id)
  expect(ids('open')).toEqual(['akimat', 'police', 'issue', 'back'])
  expect(ids('cards')).toEqual(['issue', 'back'])
  expect(ids('decided')).toEqual(['back', 'refused'])
  expect(ids('overdue', at('2026-03-13'))).toEqual(['akimat'])
  expect(ids('today', at('2026-03-12'))).toEqual(['akimat'])
  expect(countQueue(board, at('2026-03-13'))).toEqual({
    ...{ open: 4, overdue: 1, today: 0, police: 1, akimat: 1, cards: 2, decided: 2 },
  })
})

test('QUEUE-2 the akimat’s time is counted in working days and the police’s in calendar days, over as well as left', () => {
  const akimat = file('akimat').clock as Clock
  const left = (day: string, clock = akimat) => daysLeft(clock, day)
  expect(left('2026-03-02')).toEqual({ unit: 'working', left: 7 })
  // Saturday to Monday 9 March is a holiday's long weekend: Friday and Sunday have the same working days before them.
  expect([left('2026-03-06').left, left('2026-03-09').left, left('2026-03-12').left]).toEqual([3, 3, 0])
  expect([left('2026-03-13').left, left('2026-03-16').left]).toEqual([-1, -2])
  expect(left('2026-03-02', file('police').clock as Clock)).toEqual({ unit: 'calendar', left: 30 })
  expect(left('2028-01-05').left).toBeNull()
})

test('QUEUE-3 a file is overdue from the first moment after its last day, and the words change with it', () => {
  expect(isOverdue(file('akimat'), endOfDay('2026-03-12'))).toBe(false)
  expect(isOverdue(file('akimat'), endOfDay('2026-03-12') + 1)).toBe(true)
  const said = (now: number) => leftInWords(file('akimat'), now, words as never)
  expect(said(at('2026-03-12'))).toBe('law:left.today {}')
  expect(said(at('2026-03-16'))).toBe('law:over.working {"count":2}')
  expect(said(at('2026-03-11'))).toBe('law:left.working {"count":1}')
})

test('QUEUE-4 each file says what is next: the open checks by name, a refusal, the next office, the card', () => {
  const next = (id: string, of = board, now = noon) => {
    const found = of.application.get(id)
    return found && nextInWords(of, found, now, words as never)
  }
  expect(next('police')).toBe('law:next.wait {"rules":"E5–E9"}')
  expect(next('akimat')).toBe('law:next.register {}')
  expect(next('akimat', board, at('2026-03-13'))).toBe('law:next.register-late {}')
  expect(next('issue')).toBe('law:next.issue {}')
  expect(next('back')).toBe('law:next.card-back {}')
  expect(next('refused')).toBe('terms:registry.REFUSED {}')
  const failed = given(submitted('x'), fact('x', 'PoliceCheckRecorded', { rule: 'E6', result: 'NOT_CLEAR' }))
  expect(next('x', failed.board)).toBe('law:next.refuse {"rules":"E6"}')
  expect(next('x', given(submitted('x'), ...checks('x')).board)).toBe('law:next.forward {}')
})
