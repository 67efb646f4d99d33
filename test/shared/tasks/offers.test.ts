import { describe, expect, test } from 'vitest'
import { offerDeciders } from '../../../shared/tasks/decide-offers.ts'
import {
  opened,
  people,
  planned,
  reached,
  requested,
  sent,
  suspended,
  took,
  units,
} from '../../kit/dispatch-past.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'

const { AnswerOffer, ExpireOffer } = offerDeciders
const basis = [planned('post', 'op'), ...units('u1', 'u2'), ...people('a1', 'a2', 'a3', 'a4')]
const ready = [opened('op'), ...basis]
const offered = [...ready, sent('t', { members: ['a1', 'a2'] })]
const a1 = { assistant: 'a1' }
const u1 = { unit: 'u1' }
const accept = { task: 't', party: a1, answer: 'accept' } as const
const decline = { task: 't', party: a1, answer: 'decline' } as const
const expire = { task: 't', party: a1, n: 1 }
const late = { now: noon + 90_000 }
const server = { by: { kind: 'system', id: 'server' }, ...late } as const
const step = (party: { assistant: string } | { unit: string }, from: string, to: string, rule?: string) => ({
  type: 'StepTaken',
  keys: [
    'task:t',
    'unit' in party ? `unit:${party.unit}` : `assistant:${party.assistant}`,
  ] as `task:${string}`[],
  data: { task: 't', party, from, to, ...(rule ? { rule } : {}) },
})
const ended = (outcome: string) => ({
  type: 'TaskEnded',
  keys: ['task:t' as const, 'unit:u1' as const],
  data: { task: 't', outcome },
})

describe('an answer', () => {
  test('TASK-7 accepts within the time of the offer, by the person, the unit or the desk', () => {
    given(...offered)
      .when(AnswerOffer, accept, { by: { kind: 'assistant', id: 'a1' } })
      .then([step(a1, 'offered', 'accepted')])
      .when(AnswerOffer, accept)
      .then([])
      .when(AnswerOffer, { ...accept, party: u1 }, { now: noon + 90_000 - 1 })
      .then([step(u1, 'offered', 'accepted')])
  })

  test('TASK-7 after the time is refused, also before the timer has struck', () => {
    given(...offered)
      .when(AnswerOffer, accept, late)
      .then({ code: 'offer.expired' })
      .when(ExpireOffer, expire, server)
      .then([step(a1, 'offered', 'expired')])
      .when(AnswerOffer, accept, late)
      .then({ code: 'offer.expired' })
  })

  test('TASK-7 to a request, by a stranger or a second time otherwise is refused', () => {
    given(...ready, requested('t', { members: ['a1'] }))
      .when(AnswerOffer, accept)
      .then({ code: 'task.not-sent' })
    given(...offered)
      .when(AnswerOffer, { ...accept, party: { assistant: 'a4' } })
      .then({ code: 'task.not-a-member' })
      .when(AnswerOffer, { ...accept, party: { unit: 'u2' } })
      .then({ code: 'task.not-a-member' })
      .when(AnswerOffer, decline)
      .when(AnswerOffer, accept)
      .then({ code: 'offer.answered' })
    given(...offered, ...reached('t', 'accepted', a1))
      .when(AnswerOffer, decline)
      .then({ code: 'offer.answered' })
  })

  test('GATE-1 nobody accepts who has lost a gate meanwhile', () => {
    given(...offered, suspended('a1'))
      .when(AnswerOffer, accept)
      .then({ code: 'gate.NOT_ACTIVE', rule: 'D1' })
    given(
      ...offered,
      took('t', { assistant: 'a2' }, 'offered', 'accepted'),
      took('t', u1, 'offered', 'declined'),
    )
      .when(AnswerOffer, accept)
      .then({ code: 'gate.NO_POLICE_PAIR', rule: 'D3' })
  })

  test('TASK-8 a decline frees the person, and the task waits for the next', () => {
    const { board } = given(...offered, ...reached('t', 'accepted', u1))
      .when(AnswerOffer, decline)
      .then([step(a1, 'offered', 'declined')])
      .when(AnswerOffer, decline)
      .then([])
      .when(AnswerOffer, { ...decline, party: { assistant: 'a2' } })
      .then([step({ assistant: 'a2' }, 'offered', 'declined')])
    expect(board.assistant.get('a1')?.task).toBe(null)
    expect(board.task.get('t')?.endedAt).toBe(null)
  })
})

describe('a time-out', () => {
  test('TASK-8 frees the person once, at its time, and only its own offer', () => {
    given(...offered)
      .when(ExpireOffer, expire, { now: noon + 90_000 - 1 })
      .then([])
      .when(ExpireOffer, { ...expire, n: 2 }, server)
      .then([])
      .when(ExpireOffer, expire, server)
      .then([step(a1, 'offered', 'expired')])
      .when(ExpireOffer, expire, server)
      .then([])
    given(...offered, ...reached('t', 'accepted', a1))
      .when(ExpireOffer, expire, server)
      .then([])
  })

  test('TASK-8 never strikes a request that waits for approval, nor an unknown task', () => {
    given(...ready, requested('t', { members: ['a1'] }))
      .when(ExpireOffer, expire, server)
      .then([])
      .when(ExpireOffer, { ...expire, task: 'x' }, server)
      .then([])
  })
})

describe('with autoRefill', () => {
  const refilled = (task: Parameters<typeof sent>[1] = {}) =>
    given(opened('op', { autoRefill: true }), ...basis, sent('t', { members: ['a1', 'a2'], ...task }))
  const offer = (assistant: string, at = noon) => ({
    type: 'MemberOffered',
    keys: ['task:t' as const, `assistant:${assistant}` as const],
    data: { task: 't', assistant, slot: 0, n: 1, expiresAt: at + 90_000 },
  })

  test('TASK-10 a decline offers the slot to the first of the reserve in the same decision', () => {
    refilled({ reserve: ['a3', 'a4'] })
      .when(AnswerOffer, decline)
      .then([step(a1, 'offered', 'declined'), offer('a3')])
  })

  test('TASK-10 so does a time-out, and who was asked here before is passed over', () => {
    refilled({ reserve: ['a3', 'a4'] })
      .when(AnswerOffer, decline)
      .when(AnswerOffer, { ...decline, party: { assistant: 'a3' } })
      .then([step({ assistant: 'a3' }, 'offered', 'declined'), offer('a4')])
      .when(ExpireOffer, { task: 't', party: { assistant: 'a4' }, n: 1 }, server)
      .then([step({ assistant: 'a4' }, 'offered', 'expired')])
  })

  test('TASK-10 who may not go is passed over', () => {
    const { board } = refilled({ reserve: ['a3', 'a4'] })
    given(
      opened('op', { autoRefill: true }),
      ...basis,
      sent('t', { members: ['a1', 'a2'], reserve: ['a3', 'a4'] }),
      suspended('a3'),
    )
      .when(AnswerOffer, decline)
      .then([step(a1, 'offered', 'declined'), offer('a4')])
    given(board)
      .when(AnswerOffer, decline, { now: noon + MINUTE })
      .then([step(a1, 'offered', 'declined'), offer('a3', noon + MINUTE)])
  })

  test('TASK-10 the reserve is left alone without autoRefill', () => {
    given(...ready, sent('t', { members: ['a1', 'a2'], reserve: ['a3'] }))
      .when(AnswerOffer, decline)
      .then([step(a1, 'offered', 'declined')])
  })
})

describe('the unit', () => {
  test('TASK-11 declines before anybody has accepted: the task ends and frees all', () => {
    const { board } = given(...offered)
      .when(AnswerOffer, { ...decline, party: u1 })
      .then([
        step(a1, 'offered', 'stood-down'),
        step({ assistant: 'a2' }, 'offered', 'stood-down'),
        step(u1, 'offered', 'declined'),
        ended('unmanned'),
      ])
    expect([board.unit.get('u1')?.task, board.assistant.get('a1')?.task]).toEqual([null, null])
  })

  test('TASK-11 declines when somebody has accepted: they wait on HOLD by D3 and the unit is free', () => {
    const { board } = given(...offered, ...reached('t', 'accepted', a1))
      .when(ExpireOffer, { ...expire, party: u1 }, server)
      .then([step(a1, 'accepted', 'hold', 'D3'), step(u1, 'offered', 'expired')])
    expect(board.unit.get('u1')?.task).toBe(null)
    expect(board.assistant.get('a1')?.task).toBe('t')
  })

  test('TASK-11 out, and the last offer is declined: the task ends', () => {
    given(...offered, took('t', a1, 'offered', 'accepted'), took('t', u1, 'offered', 'declined'))
      .when(AnswerOffer, { ...decline, party: { assistant: 'a2' } })
      .then([step({ assistant: 'a2' }, 'offered', 'declined')])
    given(
      ...offered,
      took('t', a1, 'offered', 'accepted'),
      took('t', u1, 'offered', 'declined'),
      took('t', a1, 'accepted', 'stood-down'),
    )
      .when(AnswerOffer, { ...decline, party: { assistant: 'a2' } })
      .then([step({ assistant: 'a2' }, 'offered', 'declined'), ended('unmanned')])
  })
})
