import { expect, test } from 'vitest'
import { alternativesFor, handsToReplace, handToRemove, partsOf } from '../../../client/proposal/parts.ts'
import { proofOf } from '../../../client/proposal/proof.ts'
import type { ProposedMember, ProposedTeam } from '../../../shared/pairing/proposal.ts'

const why = { arrive: 60, metres: 80, restHours: null, skills: [], penalties: {}, pinned: false }
const member = (assistant: string, slot: number): ProposedMember => ({ ...why, assistant, slot })
const team: ProposedTeam = {
  place: 'post',
  unit: { ...why, id: 'u1' },
  members: [member('a1', 0), member('a2', 2)],
  unfilled: [1],
  alternatives: {
    units: ['u2', 'u3', 'u4', 'u5'].map((unit, i) => ({ unit, extra: i })),
    members: [
      { assistant: 'a3', slot: 0, extra: -5, sentTo: 'gate' },
      { assistant: 'a4', slot: 2, extra: 7 },
    ],
  },
}

test('PROP-UI-7 the parts of a row are its unit and every slot, also the empty ones; no unit where one leads already', () => {
  expect(partsOf(team, false)).toEqual([
    { kind: 'unit', unit: 'u1' },
    { kind: 'slot', slot: 0, assistant: 'a1' },
    { kind: 'slot', slot: 2, assistant: 'a2' },
    { kind: 'slot', slot: 1, assistant: null },
  ])
  const led = { ...team, unit: null }
  expect(partsOf(led, true).map(({ kind }) => kind)).toEqual(['slot', 'slot', 'slot'])
  expect(partsOf(led, false)[0]).toEqual({ kind: 'unit', unit: null })
})

test('PROP-UI-8 the three best others stand beside a part, with where they were proposed', () => {
  expect(alternativesFor(team, { kind: 'unit', unit: 'u1' }).map(({ id }) => id)).toEqual(['u2', 'u3', 'u4'])
  expect(alternativesFor(team, { kind: 'slot', slot: 0, assistant: 'a1' })).toEqual([
    { id: 'a3', kind: 'assistant', extra: -5, sentTo: 'gate' },
    { id: 'a4', kind: 'assistant', extra: 7 },
  ])
})

test('PROP-UI-9 a change by hand pins the other to the place and keeps who stood there from it', () => {
  const slot = { kind: 'slot', slot: 0, assistant: 'a1' } as const
  expect(handsToReplace('post', slot, { id: 'a4', kind: 'assistant', extra: 7 })).toEqual([
    { kind: 'forbid', assistant: 'a1', place: 'post' },
    { kind: 'pin', assistant: 'a4', place: 'post' },
  ])
  // A unit that is pinned leaves no room for another: it needs no ban.
  expect(handsToReplace('post', { kind: 'unit', unit: 'u1' }, { id: 'u2', kind: 'unit', extra: 1 })).toEqual([
    { kind: 'pin', unit: 'u2', place: 'post' },
  ])
  expect(handToRemove('post', slot)).toEqual({ kind: 'forbid', assistant: 'a1', place: 'post' })
  expect(handToRemove('post', { kind: 'slot', slot: 1, assistant: null })).toBeNull()
})

test('PROP-UI-10 the proof says empty slots before seconds, and "best" only when nothing is left to prove', () => {
  const proven = { unitsGap: 0, assistantsGap: 0, bound: { slots: 0, priority: 0, seconds: 0 } }
  expect(proofOf(proven)).toBe('best')
  expect(proofOf({ ...proven, assistantsGap: 2, bound: { slots: 0, priority: 0, seconds: 3 } })).toEqual({
    seconds: 5,
  })
  expect(proofOf({ ...proven, bound: { slots: 2, priority: 4, seconds: 90 } })).toEqual({ slots: 2 })
  expect(proofOf({ ...proven, bound: { slots: 0, priority: 1, seconds: 0 } })).toEqual({ slots: 1 })
})
