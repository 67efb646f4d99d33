import { expect, test } from 'vitest'
import { cardDeciders } from '../../../../shared/search/case/decide-card.ts'
import { caseDeciders } from '../../../../shared/search/case/decide-case.ts'
import { clueDeciders } from '../../../../shared/search/case/decide-clues.ts'
import { locatedDeciders } from '../../../../shared/search/case/decide-located.ts'
import { shiftDeciders } from '../../../../shared/shifts/decide.ts'
import { changeDeciders } from '../../../../shared/tasks/decide-changes.ts'
import { sendingDeciders } from '../../../../shared/tasks/decide-sending.ts'
import { factsOf, given, noon } from '../../../kit/given-when-then.ts'
import { onShift, operation, planned, registered, registeredUnit } from '../../../kit/past.ts'

const { ReportLocated, TakeBackLocated, TickLocated } = locatedDeciders
const at = { lat: 43.2051, lng: 76.9052 }
const end = noon + 8 * 3_600_000
const op = { operation: 'op' }
const located = {
  ...op,
  state: 'injured' as const,
  at,
  words: 'In the ravine',
  foundAt: noon,
  returnTo: 'Gate 2',
}

/** Two teams are out, a card and a clue are released. */
const atWork = () =>
  given(
    ...operation('search', { kind: 'segment' }),
    planned('second', { kind: 'segment', letter: 'B' }),
    ...['unit', 'unit2'].flatMap((id) => [registeredUnit(id), onShift('unit', id, end)]),
    ...['a1', 'a2'].flatMap((id) => [registered(id), onShift('assistant', id, end)]),
  )
    .when(caseDeciders.RegisterStatement, { ...op, statement: { number: '1', day: '2026-03-02', by: 'X' } })
    .when(sendingDeciders.SendTask, {
      ...{ ...op, place: 'post', unit: 'unit' },
      members: [{ assistant: 'a1', slot: 0 }],
    })
    .when(sendingDeciders.SendTask, {
      ...{ ...op, place: 'second', unit: 'unit2' },
      members: [{ assistant: 'a2', slot: 0 }],
    })
    .when(cardDeciders.ReleaseCard, { ...op, card: 'x', photo: false, to: 'teams', names: false })
    .when(clueDeciders.PlaceClue, { ...op, at, text: 'x' })

test('CASE-210 located: in one step all teams are told, all tasks come back, card and clues are withdrawn', () => {
  const step = atWork()
  const clue = [...step.board.clue.keys()][0] ?? ''
  step.when(clueDeciders.ReleaseClue, { clue, at, text: 'x' }).when(ReportLocated, located)
  const facts = factsOf(step.decision)
  expect(facts.map(({ type }) => type).slice(0, 4)).toEqual([
    'SubjectLocated',
    'MessageSent',
    'CardWithdrawn',
    'ClueWithdrawn',
  ])
  const sent = facts[1]?.data as { kind: string; to: { id: string }[] }
  expect([sent.kind, sent.to.map(({ id }) => id).sort()]).toEqual([
    'radio-silence',
    ['a1', 'a2', 'unit', 'unit2'],
  ])
  const { board } = step
  expect([...board.task.values()].every(({ endedAt }) => endedAt !== null)).toBe(true)
  expect([board.card.get('op')?.sealed, board.clue.get(clue)?.released]).toEqual([null, null])
  step.when(ReportLocated, located).then({ code: 'search.located' })
})

test('CASE-219 who has left the search is told too while nobody has booked them off or sent them elsewhere', () => {
  const step = atWork()
  const [first = ''] = step.board.task.keys()
  const told = () => {
    const sent = factsOf(step.decision)[1]?.data as { to: { id: string }[] }
    return sent.to.map(({ id }) => id).sort()
  }
  step
    .when(changeDeciders.RecallTask, { task: first })
    .when(shiftDeciders.BookOff, { who: { kind: 'unit', id: 'unit' } })
    .when(ReportLocated, located)
  expect(told()).toEqual(['a1', 'a2', 'unit2'])
})

test('CASE-211 how and where the subject was found is sealed and carries the case’s key alone', () => {
  const { decision } = atWork().when(ReportLocated, located)
  const facts = factsOf(decision)
  for (const secret of ['injured', 'ravine', '43.2', 'Gate 2'])
    expect(JSON.stringify(facts)).not.toContain(secret)
  expect(facts[0]?.keys).toEqual(['case:op'])
  expect(decision).toMatchObject({ secrets: [{}, { fields: { text: 'Gate 2' } }] })
})

test('CASE-212 a search that is located sends nobody and releases nothing', () => {
  const step = atWork().when(ReportLocated, located)
  const clue = [...step.board.clue.keys()][0] ?? ''
  step
    .when(sendingDeciders.SendTask, {
      ...{ ...op, place: 'post', unit: 'unit' },
      members: [{ assistant: 'a1', slot: 0 }],
    })
    .then({ code: 'search.located' })
    .when(cardDeciders.ReleaseCard, { ...op, card: 'x', photo: false, to: 'teams', names: false })
    .then({ code: 'search.located' })
    .when(clueDeciders.ReleaseClue, { clue, at, text: 'x' })
    .then({ code: 'search.located' })
})

test('CASE-213 an error is taken back by a new event: the same people hear that the silence is over', () => {
  const step = atWork()
    .when(TakeBackLocated, { ...op, reason: 'x' })
    .then({ code: 'search.not-located' })
    .when(ReportLocated, located)
    .when(TakeBackLocated, { ...op, reason: 'Another man' })
    .thenTypes('LocatedTakenBack', 'MessageSent')
  const said = factsOf(step.decision)[1]?.data as { kind: string; to: object[] }
  expect([said.kind, said.to.length]).toEqual(['silence-over', 4])
  expect(step.board.case.get('op')?.located).toBeNull()
  step
    .when(sendingDeciders.SendTask, {
      ...{ ...op, place: 'post', unit: 'unit' },
      members: [{ assistant: 'a1', slot: 0 }],
    })
    .thenTypes('TaskSent')
})

test('ATTACK-110 located once more after an error: who was told before is told again, though no task brings them back', () => {
  const step = atWork()
    .when(ReportLocated, located)
    .when(TakeBackLocated, { ...op, reason: 'Another man' })
    .when(sendingDeciders.SendTask, {
      ...{ ...op, place: 'post', unit: 'unit' },
      members: [{ assistant: 'a1', slot: 0 }],
    })
    .when(ReportLocated, located)
  const sent = factsOf(step.decision)[1]?.data as { to: { id: string }[] }
  expect(sent.to.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'unit', 'unit2'])
})

test('CASE-214 what the desk sees to afterwards is ticked by name and can be unticked', () => {
  const tick = { ...op, item: 'family-told' as const, done: true }
  const step = atWork()
    .when(TickLocated, tick)
    .then({ code: 'search.not-located' })
    .when(ReportLocated, located)
    .when(TickLocated, tick)
    .thenTypes('LocatedTicked')
    .when(TickLocated, tick)
    .then([])
  expect(step.board.case.get('op')?.located?.ticked).toEqual([
    { item: 'family-told', by: 'officer', at: noon },
  ])
  step.when(TickLocated, { ...tick, done: false })
  expect(step.board.case.get('op')?.located?.ticked).toEqual([])
})
