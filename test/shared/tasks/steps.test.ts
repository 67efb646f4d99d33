import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../shared/kernel/event.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { taskDeciders } from '../../../shared/tasks/decide.ts'
import { type Step, steps } from '../../../shared/tasks/types.ts'
import { opened, people, planned, reached, sent, took, understood, units } from '../../kit/dispatch-past.ts'
import { type GivenContext, type GivenFact, given, noon } from '../../kit/given-when-then.ts'

const { AnswerOffer, TakeStep, UndoStep, StandDown, HoldMember, ResumeMember } = taskDeciders
const a1 = { assistant: 'a1' }
const u1 = { unit: 'u1' }
const ready = [
  opened('op'),
  planned('post', 'op'),
  ...units('u1', 'u2'),
  ...people('a1', 'a2'),
  sent('t', { members: ['a1', 'a2'] }),
]

/** How a member gets to each step; the other member has accepted, so the task goes on. */
const ways: Record<Step, Step[]> = {
  offered: [],
  accepted: ['accepted'],
  'en-route': ['accepted', 'en-route'],
  'on-scene': ['accepted', 'en-route', 'on-scene'],
  hold: ['accepted', 'en-route', 'hold'],
  complete: ['accepted', 'en-route', 'on-scene', 'complete'],
  declined: ['declined'],
  expired: ['expired'],
  recalled: ['accepted', 'recalled'],
  'stood-down': ['accepted', 'stood-down'],
}

function at(step: Step): GivenFact[] {
  const way: Step[] = ['offered', ...ways[step]]
  return [
    ...ready,
    ...reached('t', 'on-scene', u1),
    ...reached('t', 'accepted', { assistant: 'a2' }),
    understood('t', a1),
    ...way.slice(1).map((to, i) => took('t', a1, way[i] as Step, to, to === 'hold' ? 'desk' : undefined)),
  ]
}

const self: GivenContext = { by: { kind: 'assistant', id: 'a1' } }
const commands = {
  accept: (from: Step) => given(...at(from)).when(AnswerOffer, { task: 't', party: a1, answer: 'accept' }),
  decline: (from: Step) => given(...at(from)).when(AnswerOffer, { task: 't', party: a1, answer: 'decline' }),
  'en-route': (from: Step) =>
    given(...at(from)).when(TakeStep, { task: 't', party: a1, to: 'en-route' }, self),
  'on-scene': (from: Step) =>
    given(...at(from)).when(TakeStep, { task: 't', party: a1, to: 'on-scene' }, self),
  complete: (from: Step) => given(...at(from)).when(TakeStep, { task: 't', party: a1, to: 'complete' }, self),
  'on-scene by radio': (from: Step) =>
    given(...at(from)).when(TakeStep, { task: 't', party: a1, to: 'on-scene' }),
  hold: (from: Step) => given(...at(from)).when(HoldMember, { task: 't', ...a1, rule: 'desk' }),
  resume: (from: Step) => given(...at(from)).when(ResumeMember, { task: 't', ...a1 }),
  'stand down': (from: Step) => given(...at(from)).when(StandDown, { task: 't', party: a1 }),
  undo: (from: Step) => given(...at(from)).when(UndoStep, { task: 't', party: a1 }),
}

/** Per command and step: the step it leads to, '' for nothing to do, or the refusal. */
const table: Record<keyof typeof commands, Record<Step, string>> = {
  accept: {
    offered: 'accepted',
    accepted: '',
    'en-route': '',
    'on-scene': '',
    hold: '',
    complete: 'offer.answered',
    declined: 'offer.answered',
    expired: 'offer.expired',
    recalled: 'offer.answered',
    'stood-down': 'offer.answered',
  },
  decline: {
    offered: 'declined',
    accepted: 'offer.answered',
    'en-route': 'offer.answered',
    'on-scene': 'offer.answered',
    hold: 'offer.answered',
    complete: 'offer.answered',
    declined: '',
    expired: 'offer.expired',
    recalled: 'offer.answered',
    'stood-down': 'offer.answered',
  },
  'en-route': {
    offered: 'task.not-accepted',
    accepted: 'en-route',
    'en-route': '',
    'on-scene': 'task.no-such-step',
    hold: 'task.on-hold',
    complete: 'task.no-such-step',
    declined: 'task.no-such-step',
    expired: 'task.no-such-step',
    recalled: 'task.no-such-step',
    'stood-down': 'task.no-such-step',
  },
  'on-scene': {
    offered: 'task.not-accepted',
    accepted: 'task.no-such-step',
    'en-route': 'on-scene',
    'on-scene': '',
    hold: 'task.on-hold',
    complete: 'task.no-such-step',
    declined: 'task.no-such-step',
    expired: 'task.no-such-step',
    recalled: 'task.no-such-step',
    'stood-down': 'task.no-such-step',
  },
  complete: {
    offered: 'task.not-accepted',
    accepted: 'task.no-such-step',
    'en-route': 'task.no-such-step',
    'on-scene': 'complete',
    hold: 'task.on-hold',
    complete: '',
    declined: 'task.no-such-step',
    expired: 'task.no-such-step',
    recalled: 'task.no-such-step',
    'stood-down': 'task.no-such-step',
  },
  'on-scene by radio': {
    offered: 'task.not-accepted',
    accepted: 'on-scene',
    'en-route': 'on-scene',
    'on-scene': '',
    hold: 'task.on-hold',
    complete: 'task.no-such-step',
    declined: 'task.no-such-step',
    expired: 'task.no-such-step',
    recalled: 'task.no-such-step',
    'stood-down': 'task.no-such-step',
  },
  hold: {
    offered: 'task.not-at-work',
    accepted: 'hold',
    'en-route': 'hold',
    'on-scene': 'hold',
    hold: '',
    complete: 'task.not-at-work',
    declined: 'task.not-at-work',
    expired: 'task.not-at-work',
    recalled: 'task.not-at-work',
    'stood-down': 'task.not-at-work',
  },
  resume: {
    offered: 'task.not-at-work',
    accepted: '',
    'en-route': '',
    'on-scene': '',
    hold: 'en-route',
    complete: 'task.not-at-work',
    declined: 'task.not-at-work',
    expired: 'task.not-at-work',
    recalled: 'task.not-at-work',
    'stood-down': 'task.not-at-work',
  },
  'stand down': {
    offered: 'stood-down',
    accepted: 'stood-down',
    'en-route': 'stood-down',
    'on-scene': 'stood-down',
    hold: 'stood-down',
    complete: '',
    declined: '',
    expired: '',
    recalled: '',
    'stood-down': '',
  },
  undo: {
    offered: 'task.nothing-to-undo',
    accepted: 'offered',
    'en-route': 'accepted',
    'on-scene': 'en-route',
    hold: 'task.nothing-to-undo',
    complete: 'on-scene',
    declined: 'offered',
    expired: 'task.nothing-to-undo',
    recalled: 'task.nothing-to-undo',
    'stood-down': 'accepted',
  },
}

const rows = Object.entries(table).flatMap(([command, row]) =>
  steps.map((from) => [command as keyof typeof commands, from, row[from]] as const),
)

describe('the chain of a member', () => {
  test.each(rows)('TASK-12 %s from %s: %s', (command, from, outcome) => {
    const { board, decision } = commands[command](from)
    if (outcome.includes('.')) return expect(decision).toMatchObject({ refused: true, code: outcome })
    if (isRefusal(decision)) throw new Error(decision.code)
    const steps = decision.facts.map(({ type, data }: Fact) => [type, (data as { to?: Step }).to])
    const type = command === 'undo' ? 'StepUndone' : 'StepTaken'
    expect(steps).toEqual(outcome === '' ? [] : [[type, outcome]])
    if (outcome !== '')
      expect(board.task.get('t')?.members.find(({ assistant }) => assistant === 'a1')?.step).toBe(outcome)
  })
})

test('TASK-12 the leader may leave out the way for a member, the unit itself may not', () => {
  const leader: GivenContext = { by: { kind: 'unit', id: 'u1' } }
  given(...ready, ...reached('t', 'accepted', a1, u1))
    .when(TakeStep, { task: 't', party: a1, to: 'on-scene' }, leader)
    .thenTypes('StepTaken')
    .when(TakeStep, { task: 't', party: u1, to: 'on-scene' }, leader)
    .then({ code: 'task.no-such-step' })
})

test('GATE-2 nobody goes on scene before the unit has accepted, or off duty', () => {
  const onTheWay = [...ready, ...reached('t', 'en-route', a1)]
  given(...onTheWay)
    .when(TakeStep, { task: 't', party: a1, to: 'on-scene' }, self)
    .then({ code: 'gate.NO_POLICE_PAIR', rule: 'D3', params: { assistant: 'A1' } })
  given(...onTheWay, ...reached('t', 'accepted', u1))
    .when(TakeStep, { task: 't', party: a1, to: 'on-scene' }, { ...self, now: noon + 5 * 3_600_000 })
    .then({ code: 'gate.NO_POLICE_PAIR' })
  given(...ready, ...reached('t', 'accepted', u1))
    .when(TakeStep, { task: 't', party: u1, to: 'on-scene' }, { now: noon + 5 * 3_600_000 })
    .then({ code: 'unit.off-duty' })
})
