import { expect, test } from 'vitest'
import { cardDeciders } from '../../../../shared/search/case/decide-card.ts'
import { caseDeciders } from '../../../../shared/search/case/decide-case.ts'
import { periodDeciders } from '../../../../shared/search/case/decide-periods.ts'
import { periodAt } from '../../../../shared/search/case/periods.ts'
import { factorNames, type UrgencyAnswers, urgencyOf } from '../../../../shared/search/case/urgency.ts'
import { sendingDeciders } from '../../../../shared/tasks/decide-sending.ts'
import { factsOf, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import { onShift, operation, registered, registeredUnit } from '../../../kit/past.ts'

const { RegisterStatement, AllowHasty, DescribeSubject, SetSubjectPhoto, SetSearchPoint } = caseDeciders
const { ScoreUrgency, AnswerQuestions } = caseDeciders
const { ReleaseCard, WithdrawCard } = cardDeciders
const { OpenPeriod, ClosePeriod } = periodDeciders
const op = { operation: 'op' }
const search = () => given(...operation('search', { kind: 'segment', letter: 'F' }))
const statement = { number: '26-0412', day: '2026-03-02', by: 'Д. Оспанов' }
const photo = { id: `photo-${'a'.repeat(40)}`, digest: 'b'.repeat(64) }
const end = noon + 8 * 60 * MINUTE
const at = { lat: 43.2051, lng: 76.9052 }

test('CASE-200 a search sends teams only after the statement is registered, or with the duty officer’s written leave', () => {
  const ready = () =>
    given(
      ...operation('search', { kind: 'segment' }),
      ...[
        registeredUnit('unit'),
        onShift('unit', 'unit', end),
        registered('a1'),
        onShift('assistant', 'a1', end),
      ],
    )
  const team = { ...op, place: 'post', unit: 'unit', members: [{ assistant: 'a1', slot: 0 }] }
  ready().when(sendingDeciders.SendTask, team).then({ code: 'search.no-statement' })
  ready()
    .when(RegisterStatement, { ...op, statement })
    .thenTypes('StatementRegistered')
    .when(sendingDeciders.SendTask, team)
    .thenTypes('TaskSent')
  const hasty = ready()
    .when(AllowHasty, { ...op, reason: 'Frost, a child' })
    .thenTypes('HastyAllowed')
  expect(hasty.decision).toMatchObject({ secrets: [{ fields: { text: 'Frost, a child' } }] })
  hasty.when(sendingDeciders.SendTask, team).thenTypes('TaskSent')
  search()
    .when(RegisterStatement, { ...op, statement })
    .when(AllowHasty, { ...op, reason: 'x' })
    .then({ code: 'search.statement-there' })
    .when(RegisterStatement, { ...op, statement: { ...statement, day: '2026-03-05' } })
    .then({ code: 'search.statement-day' })
})

test('CASE-201 number, person, answers and reasons are sealed: the facts tell none of them', () => {
  const told: unknown[] = []
  const scenario = search()
  const say = (step: typeof scenario) => told.push(...factsOf(step.decision))
  say(scenario.when(RegisterStatement, { ...op, statement }))
  say(scenario.when(DescribeSubject, { ...op, text: 'red hat', minor: true }))
  say(scenario.when(SetSearchPoint, { ...op, point: 'lkp', at, source: 'Neighbour' }))
  const answers = { height: '158 cm' }
  say(scenario.when(AnswerQuestions, { ...op, section: 'looks', who: 'Mother', answers }))
  for (const secret of ['26-0412', 'Оспанов', 'red hat', '43.2', 'Neighbour', '158', 'Mother'])
    expect(JSON.stringify(told)).not.toContain(secret)
  for (const { keys } of told as { keys: string[] }[]) expect(keys).toContain('case:op')
})

test('CASE-202 the last known position moves and keeps where it was; a later answer keeps the earlier one', () => {
  const { board } = search()
    .when(SetSearchPoint, { ...op, point: 'lkp', at, seenAt: noon - 60 * MINUTE })
    .when(SetSearchPoint, { ...op, point: 'lkp', at })
    .when(AnswerQuestions, { ...op, section: 'looks', who: 'Mother', answers: { height: '158' } })
    .when(AnswerQuestions, { ...op, section: 'looks', who: 'Teacher', answers: { height: '160' } })
  const file = board.case.get('op')
  expect(file?.positions).toHaveLength(2)
  expect(board.operation.get('op')?.search?.lkp).toEqual(file?.positions[1]?.sealed)
  expect(file?.answers.map(({ section, by }) => [section, by])).toEqual([
    ['looks', 'officer'],
    ['looks', 'officer'],
  ])
  search()
    .when(AnswerQuestions, { ...op, section: 'looks', who: 'X', answers: {} })
    .then({ code: 'search.nothing-answered' })
    .when(AnswerQuestions, { ...op, section: 'looks', who: 'X', answers: { mood: 'x' } })
    .then({ code: 'search.other-section' })
    .when(SetSearchPoint, { ...op, point: 'lkp', at, seenAt: noon + 2 * MINUTE })
    .then({ code: 'search.seen-later' })
})

test('CASE-203 what urgency is reckoned from is kept; one factor alone can make a search an emergency', () => {
  const calm = Object.fromEntries(factorNames.map((factor) => [factor, 0])) as UrgencyAnswers
  expect(urgencyOf(calm)).toMatchObject({ score: 0, level: 'evaluate' })
  expect(urgencyOf({ ...calm, number: 3, terrain: 3, experience: 1 })).toMatchObject({ level: 'measured' })
  expect(
    urgencyOf({ ...calm, number: 3, terrain: 3, clothing: 3, equipment: 3, experience: 2 }),
  ).toMatchObject({ score: 14, level: 'emergency', because: [] })
  for (const factor of ['age', 'medical', 'weather'] as const)
    expect(urgencyOf({ ...calm, [factor]: 3 })).toEqual({ score: 3, level: 'emergency', because: [factor] })
  expect(urgencyOf({ ...calm, terrain: 3 })).toMatchObject({ level: 'evaluate' })
  const scored = search().when(ScoreUrgency, { ...op, answers: { ...calm, age: 3 } })
  expect(scored.board.case.get('op')?.urgency).toMatchObject({ score: 3, level: 'emergency' })
  expect(scored.decision).toMatchObject({
    secrets: [{ fields: { text: JSON.stringify({ ...calm, age: 3 }) } }],
  })
})

test('CASE-204 the card is a copy of its own, with the photo only when it is ticked, and can be taken back', () => {
  const released = search()
    .when(ReleaseCard, { ...op, card: 'x', photo: true, to: 'teams', names: false })
    .then({ code: 'search.no-photo' })
    .when(SetSubjectPhoto, { ...op, photo })
    .when(ReleaseCard, { ...op, card: 'Blue coat', photo: false, to: 'teams', names: false })
    .thenTypes('CardReleased')
  expect(factsOf(released.decision)[0]?.keys).toEqual(['card:op'])
  expect(released.board.card.get('op')).toMatchObject({ photo: null, to: 'teams' })
  released.when(ReleaseCard, { ...op, card: 'Blue coat', photo: true, to: 'public', names: true })
  expect(released.board.card.get('op')).toMatchObject({ photo, to: 'public' })
  released.when(WithdrawCard, op).thenTypes('CardWithdrawn').when(WithdrawCard, op).then([])
  expect(released.board.card.get('op')).toMatchObject({ photo: null, sealed: null })
  expect(released.board.case.get('op')).toMatchObject({ photo })
})

test('CASE-205 of a minor neither name nor photo is released without who has agreed, which stays with the desk', () => {
  const card = { ...op, card: 'A girl', to: 'teams' as const }
  const child = () =>
    search()
      .when(DescribeSubject, { ...op, text: 'x', minor: true })
      .when(SetSubjectPhoto, { ...op, photo })
  child()
    .when(ReleaseCard, { ...card, photo: false, names: true })
    .then({ code: 'search.minor-consent' })
  child()
    .when(ReleaseCard, { ...card, photo: true, names: false })
    .then({ code: 'search.minor-consent' })
  child()
    .when(ReleaseCard, { ...card, photo: false, names: false })
    .thenTypes('CardReleased')
  const agreed = child()
    .when(ReleaseCard, { ...card, photo: true, names: true, consent: 'Her mother' })
    .thenTypes('CardConsented', 'CardReleased')
  expect(factsOf(agreed.decision).map(({ keys }) => keys)).toEqual([['case:op'], ['card:op']])
})

test('CASE-206 periods follow one another: one runs at a time, and an instant belongs to one', () => {
  const hour = 60 * MINUTE
  const opened = search()
    .when(OpenPeriod, { ...op, until: noon + 4 * hour, objectives: 'North bank' })
    .thenTypes('PeriodOpened')
    .when(OpenPeriod, { ...op, until: noon + 9 * hour, objectives: 'South bank' }, { now: noon + 5 * hour })
    .when(ClosePeriod, op, { now: noon + 8 * hour })
    .when(ClosePeriod, op, { now: noon + 8 * hour })
    .then([])
  const periods = opened.board.operation.get('op')?.search?.periods
  expect(periods).toMatchObject([
    { number: 1, from: noon, to: noon + 5 * hour },
    { number: 2, from: noon + 5 * hour, to: noon + 8 * hour },
  ])
  expect([noon - 1, noon, noon + 5 * hour, noon + 8 * hour].map((t) => periodAt(periods, t)?.number)).toEqual(
    [undefined, 1, 2, undefined],
  )
  search()
    .when(OpenPeriod, { ...op, until: noon - 1, objectives: 'x' })
    .then({ code: 'search.period-times' })
    .when(OpenPeriod, { ...op, until: noon + 25 * hour, objectives: 'x' })
    .then({ code: 'search.period-times' })
    .when(OpenPeriod, { ...op, from: noon + hour, until: noon + 2 * hour, objectives: 'x' })
    .then({ code: 'search.period-later' })
    .when(OpenPeriod, { ...op, until: noon + hour, objectives: 'x' })
    .when(OpenPeriod, { ...op, from: noon - hour, until: noon + hour, objectives: 'x' })
    .then({ code: 'search.period-overlap' })
})

test('CASE-207 an older log’s description, points and clues fold into the file', () => {
  const sealed = { text: 'x', digest: 'x' }
  const fact = (type: string, data: object) => ({
    type,
    keys: ['operation:op' as const],
    data: { ...op, ...data },
  })
  const { board } = given(
    ...operation('search'),
    fact('SubjectDescribed', { subject: sealed }),
    fact('SearchPointSet', { point: 'lkp', sealed }),
    fact('CluePlaced', { clue: 'c1', sealed }),
    fact('CluePlaced', { clue: 'c2', sealed }),
  )
  expect(board.case.get('op')).toMatchObject({ subject: sealed, minor: false, positions: [{ sealed }] })
  expect([...board.clue.values()]).toMatchObject([
    { id: 'c1', number: 1, finder: { kind: 'staff', id: 'officer' }, foundAt: noon, released: null },
    { id: 'c2', number: 2 },
  ])
})
