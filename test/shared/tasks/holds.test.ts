import { describe, expect, test } from 'vitest'
import type { Board } from '../../../shared/board/board.ts'
import { holdsAgain, lostRule } from '../../../shared/gates/hold.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import { holdDeciders } from '../../../shared/tasks/decide-holds.ts'
import { opened, people, planned, reached, sent, suspended, took, units } from '../../kit/dispatch-past.ts'
import { type GivenFact, given, noon } from '../../kit/given-when-then.ts'

const { HoldMember, ResumeMember } = holdDeciders
const a1 = { assistant: 'a1' }
const u1 = { unit: 'u1' }
const atWork = [
  opened('op'),
  planned('post', 'op'),
  ...units('u1'),
  ...people('a1', 'a2'),
  sent('t', { members: ['a1', 'a2'] }),
  ...reached('t', 'on-scene', u1, a1),
]
const leaving = { type: 'UnitLeaving', keys: ['unit:u1' as const], data: { unit: 'u1' } }
const step = (from: string, to: string, rule?: string) => ({
  type: 'StepTaken',
  keys: ['task:t' as const, 'assistant:a1' as const],
  data: { task: 't', party: a1, from, to, ...(rule ? { rule } : {}) },
})

function rule(past: GivenFact[], assistant = 'a1', now = noon) {
  const { board } = given(...atWork, ...past)
  return lostRule(board, ...taskAndMember(board, assistant), now)
}

function taskAndMember(board: Board, assistant: string) {
  const task = board.task.get('t')
  const member = task?.members.find((member) => member.assistant === assistant)
  if (!task || !member) throw new Error('not there')
  return [task, member] as const
}

describe('a gate that must always hold', () => {
  test('GATE-6 is lost by suspension (D1), the unit off duty or out (D3) or leaving (D11)', () => {
    expect(rule([])).toBe(null)
    expect(rule([suspended('a1')])).toBe('D1')
    expect(rule([took('t', u1, 'on-scene', 'stood-down')])).toBe('D3')
    expect(rule([], 'a1', noon + 4 * HOUR)).toBe('D3')
    expect(rule([leaving])).toBe('D11')
  })

  test('GATE-6 holds nobody who has not accepted or has left', () => {
    expect(rule([leaving], 'a2')).toBe(null)
    expect(rule([leaving, took('t', a1, 'on-scene', 'complete')])).toBe(null)
  })

  test('GATE-6 holds again only when all of them do', () => {
    const { board } = given(...atWork, took('t', a1, 'on-scene', 'hold', 'D11'))
    expect(holdsAgain(board, ...taskAndMember(board, 'a1'), noon)).toBe(true)
    const still = given(...atWork, took('t', a1, 'on-scene', 'hold', 'D11'), suspended('a1')).board
    expect(holdsAgain(still, ...taskAndMember(still, 'a1'), noon)).toBe(false)
    const asked = {
      type: 'UnitReplaced',
      keys: ['task:t' as const],
      data: { task: 't', from: 'u1', to: 'u1', expiresAt: noon },
    }
    const notYet = given(...atWork, took('t', a1, 'on-scene', 'hold', 'D3'), asked).board
    expect(holdsAgain(notYet, ...taskAndMember(notYet, 'a1'), noon)).toBe(false)
  })

  test('TASK-22 puts a member on HOLD once, and not when it holds again by then', () => {
    given(...atWork, leaving)
      .when(HoldMember, { task: 't', ...a1, rule: 'D11' })
      .then([step('on-scene', 'hold', 'D11')])
      .when(HoldMember, { task: 't', ...a1, rule: 'D11' })
      .then([])
    given(...atWork)
      .when(HoldMember, { task: 't', ...a1, rule: 'D11' })
      .then([])
      .when(HoldMember, { task: 't', assistant: 'a2', rule: 'desk' })
      .then({ code: 'task.not-at-work' })
  })

  test('TASK-22 the desk holds by its own word', () => {
    given(...atWork)
      .when(HoldMember, { task: 't', ...a1, rule: 'desk' })
      .then([step('on-scene', 'hold', 'desk')])
  })

  test('TASK-23 a held member resumes where it was, when every gate holds', () => {
    const held = [...atWork, took('t', a1, 'on-scene', 'hold', 'D11')]
    given(...held)
      .when(ResumeMember, { task: 't', ...a1 })
      .then([step('hold', 'on-scene')])
      .when(ResumeMember, { task: 't', ...a1 })
      .then([])
    given(...held, leaving)
      .when(ResumeMember, { task: 't', ...a1 })
      .then({ code: 'gate.PARTNER_LOST', rule: 'D11', params: { unit: 'U1', assistant: 'A1' } })
    given(...held, suspended('a1'))
      .when(ResumeMember, { task: 't', ...a1 })
      .then({ code: 'gate.NOT_ACTIVE', rule: 'D1' })
  })
})
