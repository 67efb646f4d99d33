import { describe, expect, test } from 'vitest'
import { applicationDeciders } from '../../../shared/applications/decide.ts'
import { checkGates } from '../../../shared/gates/all.ts'
import { hasCard, isTrained } from '../../../shared/gates/d02.ts'
import { isSameRegion } from '../../../shared/gates/d09.ts'
import { addMonths } from '../../../shared/law/day.ts'
import { taskDeciders } from '../../../shared/tasks/decide.ts'
import { submitted } from '../../kit/application.ts'
import { bookedOn, opened, planned, units, window } from '../../kit/dispatch-past.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'
import { registered } from '../../kit/past.ts'

const DAY = 86_400_000
const { IssueCard } = applicationDeciders
const registeredFile: GivenFact[] = [
  submitted('a1'),
  {
    type: 'ApplicantRegistered',
    keys: ['application:a1'],
    data: { application: 'a1', number: '1', on: '2026-03-02' },
  },
  {
    type: 'AssistantRegistered',
    keys: ['assistant:a1'],
    data: { assistant: 'a1', callSign: 'A-1', region: 'almaty' },
  },
]
const card = { application: 'a1', number: '14', badge: '7', trainedOn: '2026-01-31' }
const permitted = (from: string, until: string, region = 'astana'): GivenFact => ({
  ...{ type: 'RegionPermitted', keys: ['assistant:a1'] },
  data: { assistant: 'a1', permit: { region, document: '7', from, until } },
})

function person(past: GivenFact[]) {
  const { board } = given(...past)
  const assistant = board.assistant.get('a1')
  if (!assistant) throw new Error('not there')
  return { board, assistant }
}

describe('D2, ID card and training', () => {
  test('GATE-201 a card is valid to the end of its last day', () => {
    const { board } = given(...registeredFile).when(IssueCard, { ...card, until: '2026-03-03' })
    const assistant = board.assistant.get('a1')
    if (!assistant) throw new Error('not there')
    const codes = (now: number) =>
      checkGates('proposal', { board, now, assistant, operation: null, window, unit: null, task: null })
        .filter(({ rule }) => rule === 'D2')
        .map(({ code }) => code)
    expect(codes(noon + DAY)).toEqual([])
    expect(codes(noon + 2 * DAY)).toEqual(['NO_ID'])
  })

  test('GATE-202 where a card names no day, it is valid as long as the parameter says, and without one for ever', () => {
    const { board } = given(...registeredFile).when(IssueCard, card)
    const assistant = board.assistant.get('a1')
    if (!assistant) throw new Error('not there')
    const validFor = (days: number, cardMonths: number | null) =>
      hasCard(board, assistant, noon + days * DAY, { cardMonths })
    expect([validFor(31, 1), validFor(32, 1), validFor(5000, null)]).toEqual([true, false, true])
  })

  test('GATE-203 the training counts for the months of the parameter, from the day that was recorded last', () => {
    const trained: GivenFact = {
      ...{ type: 'TrainingRecorded', keys: ['assistant:a1'], data: { assistant: 'a1', on: '2026-01-31' } },
    }
    const { board, assistant } = person([registered('a1'), trained])
    const on = (day: string, trainingMonths: number | null) =>
      isTrained(board, assistant, Date.parse(`${day}T12:00:00+05:00`), { trainingMonths })
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-03-15', 12)).toBe('2027-03-15')
    expect([on('2026-02-28', 1), on('2026-03-01', 1), on('2036-01-01', null)]).toEqual([true, false, true])
  })

  test('GATE-204 where training must be recent, one that is not recorded is none; an old card shows that there was one before it', () => {
    const paper = person([registered('a1')])
    expect(isTrained(paper.board, paper.assistant, noon, { trainingMonths: 12 })).toBe(false)
    const issued: GivenFact = {
      ...{
        type: 'CardIssued',
        keys: ['application:a1'],
        data: { application: 'a1', number: '1', badge: '1' },
      },
    }
    const old = person([...registeredFile, issued])
    expect(isTrained(old.board, old.assistant, noon, { trainingMonths: 12 })).toBe(true)
    expect(isTrained(old.board, old.assistant, noon + 400 * DAY, { trainingMonths: 12 })).toBe(false)
  })

  test('GATE-205 the day of the training is recorded with the card, and no card is issued on a training to come or with a day that is over', () => {
    const desk = given(...registeredFile)
    desk
      .when(IssueCard, { ...card, trainedOn: '2026-03-03' })
      .then({ code: 'registry.training-day', rule: 'D2' })
    desk.when(IssueCard, { ...card, until: '2026-03-01' }).then({ code: 'application.card-over', rule: 'D2' })
    desk.when(IssueCard, card).thenTypes('CardIssued', 'TrainingRecorded', 'RegistryStatusChanged')
    expect(desk.board.assistant.get('a1')).toMatchObject({ status: 'ACTIVE', trainedOn: '2026-01-31' })
  })

  test('GATE-206 a new card takes an older one’s place; who came from paper gets one too', () => {
    const desk = given(...registeredFile).when(IssueCard, card)
    desk
      .when(IssueCard, { ...card, number: '15', until: '2027-01-01' })
      .thenTypes('CardIssued', 'TrainingRecorded')
    expect(desk.board.application.get('a1')?.card).toMatchObject({ number: '15', until: '2027-01-01' })
    const paper = given(registered('a1')).when(IssueCard, { ...card, until: '2026-03-02' })
    const assistant = paper.board.assistant.get('a1')
    expect(assistant?.papers?.card).toEqual({ number: '14', badge: '7', until: '2026-03-02' })
    expect(assistant && hasCard(paper.board, assistant, noon + DAY)).toBe(false)
    given(
      registered('a1'),
      ...(paper.decision && 'facts' in paper.decision ? (paper.decision.facts as GivenFact[]) : []),
      registered('a2'),
    )
      .when(IssueCard, { ...card, application: 'a2' })
      .then({ code: 'application.card-taken' })
  })
})

describe('D9, the region', () => {
  test.each([
    ['almaty', 'almaty', 1, true],
    ['almaty/medeu', 'almaty/auezov', 1, true],
    ['almaty', 'almaty/auezov', 2, true],
    ['almaty/auezov', 'almaty', 2, true],
    ['almaty/medeu', 'almaty/auezov', 2, false],
    ['almaty', 'almaty-oblast', 1, false],
    ['astana', 'almaty/medeu', 1, false],
  ])('GATE-207 registered in %s, sent to %s: %i parts agree: %s', (of, to, parts, same) => {
    expect(isSameRegion(of, to, parts)).toBe(same)
  })

  const past = (region: string, ...more: GivenFact[]) => [
    opened('op'),
    planned('post', 'op'),
    ...units('u1'),
    registered('a1', region),
    bookedOn('assistant', 'a1'),
    ...more,
  ]
  const send = (given_: GivenFact[]) =>
    given(...given_).when(taskDeciders.SendTask, {
      ...{ operation: 'op', place: 'post', unit: 'u1', members: [{ assistant: 'a1', slot: 0 }] },
    })

  test('GATE-208 nobody of another region is proposed or sent; a district of the same city is the same region', () => {
    const wrong = { code: 'gate.WRONG_REGION', rule: 'D9' }
    send(past('astana')).then(wrong)
    send(past('almaty/medeu')).thenTypes('TaskSent')
    const { board, assistant } = person(past('astana'))
    const operation = board.operation.get('op') ?? null
    const input = { board, now: noon, assistant, operation, window, unit: null, task: null }
    expect(checkGates('proposal', input).map(({ code }) => code)).toEqual(['WRONG_REGION'])
    expect(checkGates('always', input).map(({ rule }) => rule)).not.toContain('D9')
  })

  test.each([
    ['2026-03-02', '2026-03-02', 'almaty', true],
    ['2026-03-01', '2026-03-09', 'almaty', true],
    ['2026-03-03', '2026-03-09', 'almaty', false],
    ['2026-02-01', '2026-03-01', 'almaty', false],
    ['2026-03-01', '2026-03-09', 'shymkent', false],
  ])('GATE-209 with a permission from %s to %s for %s the person may go: %s', (from, until, region, may) => {
    const sent = send(past('astana', permitted(from, until, region)))
    if (may) sent.thenTypes('TaskSent')
    else sent.then({ code: 'gate.WRONG_REGION', rule: 'D9' })
  })
})
