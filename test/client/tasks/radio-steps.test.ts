import { describe, expect, it } from 'vitest'
import { newestStep } from '../../../client/tasks/newest-step.ts'
import { giveStep, stepsByRadio } from '../../../client/tasks/radio-steps.ts'
import { chainState, placeOnChain } from '../../../client/tasks/step-words.tsx'
import { mayTake } from '../../../shared/tasks/chain.ts'
import { type Step, steps } from '../../../shared/tasks/types.ts'
import { opened, people, planned, reached, sent, took, units } from '../../kit/dispatch-past.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'

const person = { assistant: 'a1' }
const unit = { unit: 'u1' }
const past = [
  ...units('u1'),
  ...people('a1', 'a2'),
  opened('op'),
  planned('post', 'op'),
  sent('t1', { members: ['a1', 'a2'] }),
]
const taskAfter = (...facts: Parameters<typeof given>) => {
  const task = given(...([...past, ...facts] as typeof past)).board.task.get('t1')
  if (!task) throw new Error('no task')
  return task
}

describe('what is entered by radio', () => {
  it('TASK-UI-1 only the steps that the chain allows from here are offered', () => {
    const stepsFor = (step: Step, party: typeof person | typeof unit, understood = 1) =>
      stepsByRadio({ step, order: { delivered: 1, read: 1, understood } }, party, 1)
    expect(stepsFor('offered', person)).toEqual(['accept', 'decline'])
    expect(stepsFor('accepted', person)).toEqual(['en-route', 'on-scene', 'hold'])
    expect(stepsFor('accepted', person, 0)).toEqual(['understood', 'en-route', 'on-scene', 'hold'])
    expect(stepsFor('en-route', unit, 0)).toEqual(['on-scene'])
    expect(stepsFor('hold', person)).toEqual(['resume'])
    for (const step of steps)
      for (const next of stepsFor(step, unit))
        if (next === 'en-route' || next === 'on-scene' || next === 'complete')
          expect(mayTake(step, next, true), `${step} to ${next}`).toBe(true)
    expect(
      (['complete', 'declined', 'recalled'] as Step[]).flatMap((step) => stepsFor(step, person)),
    ).toEqual([])
  })

  it('TASK-UI-2 each step is given as the command that it is, for whoever said it', async () => {
    const gave: unknown[] = []
    const give = (async (type: string, body: unknown) => {
      gave.push([type, body])
      return { ok: true, upTo: 0 }
    }) as Parameters<typeof giveStep>[0]['give']
    await giveStep({ give }, 't1', unit, 'accept', 1)
    await giveStep({ give }, 't1', person, 'understood', 2)
    await giveStep({ give }, 't1', person, 'on-scene', 2)
    await giveStep({ give }, 't1', person, 'hold', 2)
    await giveStep({ give }, 't1', person, 'resume', 2)
    expect(gave).toEqual([
      ['AnswerOffer', { task: 't1', party: unit, answer: 'accept' }],
      ['SeeOrder', { task: 't1', party: person, version: 2, state: 'understood' }],
      ['TakeStep', { task: 't1', party: person, to: 'on-scene' }],
      ['HoldMember', { task: 't1', assistant: 'a1', rule: 'desk' }],
      ['ResumeMember', { task: 't1', assistant: 'a1' }],
    ])
  })
})

describe('the undo of ten seconds', () => {
  it('TASK-UI-3 names the newest step that may be taken back, and none after ten seconds', () => {
    const late = { ...took('t1', person, 'offered', 'accepted'), at: noon + 5_000 }
    const task = taskAfter(...reached('t1', 'accepted', unit), late)
    expect(newestStep(task, noon + 6_000)?.party).toEqual(person)
    expect(newestStep(task, noon + 15_000)).toBeNull()
    expect(newestStep(taskAfter(), noon)).toBeNull()
  })

  it('TASK-UI-4 a decline may be taken back, a hold may not', () => {
    const declined = taskAfter(took('t1', person, 'offered', 'declined'))
    expect(newestStep(declined, noon)?.link.step).toBe('declined')
    const held = taskAfter(
      ...reached('t1', 'accepted', person),
      took('t1', person, 'accepted', 'hold', 'D11'),
    )
    expect(newestStep(held, noon)).toBeNull()
  })
})

describe('the chain of steps', () => {
  it('TASK-UI-5 a broken or held link stands where it broke', () => {
    expect(placeOnChain({ step: 'en-route' })).toBe(2)
    expect(placeOnChain({ step: 'hold', heldFrom: 'on-scene' })).toBe(3)
    expect(placeOnChain({ step: 'declined', before: 'offered' })).toBe(0)
  })

  it('TASK-UI-6 late is who is on the way after the meeting time, or too long without one', () => {
    const way = { step: 'en-route', since: noon } as const
    expect(chainState(way, noon + 5 * MINUTE, noon + 10 * MINUTE)).toBe('fine')
    expect(chainState(way, noon + 11 * MINUTE, noon + 10 * MINUTE)).toBe('late')
    expect([14, 16].map((minutes) => chainState(way, noon + minutes * MINUTE, null))).toEqual([
      'fine',
      'late',
    ])
    expect(chainState({ step: 'on-scene', since: noon }, noon + 60 * MINUTE, noon)).toBe('fine')
  })
})
