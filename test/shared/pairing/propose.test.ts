import { describe, expect, test } from 'vitest'
import type { Remembered } from '../../../shared/matching/pairing.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import type { Proposal, ProposedTeam } from '../../../shared/pairing/proposal.ts'
import { proposalOf } from '../../../shared/pairing/propose.ts'
import { solveStaffing } from '../../../shared/pairing/solve-staffing.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import {
  bookedOn,
  centre,
  imported,
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
import { type GivenFact, given, MINUTE, noon } from '../../kit/given-when-then.ts'
import { propose, surveyAtOnce } from '../../kit/propose.ts'

/** Metres north of the place's meeting point; a fix of noon unless said. */
type Spots = Record<string, number | [metres: number, fixAt: number]>
const north = (metres: number) => ({ lat: centre.lat + metres / 111_195, lng: centre.lng })

function proposal(
  past: GivenFact[],
  spots: Spots,
  { now = noon, places }: { now?: number; places?: string[] } = {},
) {
  const { board } = given(...past)
  const located = (_: string, id: string) => {
    const spot = spots[id]
    if (spot === undefined) return null
    const [metres, fixAt] = typeof spot === 'number' ? [spot, now] : spot
    return { at: north(metres), fixAt }
  }
  const operation = board.operation.get('op')
  if (!operation) throw new Error('not there')
  return propose(board, located, operation, now, { places })
}

const who = ({ unit, members }: ProposedTeam) => [
  unit?.id ?? null,
  ...members.map(({ assistant }) => assistant),
]
const teamAt = ({ teams }: Proposal, place: string) => teams.find((team) => team.place === place)
const gate = planned('gate', 'op', { meeting: { at: north(800), time: null } })
const ready = [opened('op'), planned('post', 'op'), ...units('u1', 'u2'), ...people('a1', 'a2', 'a3', 'a4')]
const spots = { u1: 100, u2: 900, a1: 50, a2: 150, a3: 700, a4: 850 }

describe('a proposal', () => {
  test('PAIR-1 gives every place a unit and its people, all places at once, proven optimal', () => {
    const made = proposal([...ready, gate], spots)
    expect(made.teams.map(who)).toEqual([
      ['u2', 'a4', 'a3'],
      ['u1', 'a1', 'a2'],
    ])
    expect(made.teams.map(({ place }) => place)).toEqual(['gate', 'post'])
    expect(made.certificate).toEqual({
      unitsGap: 0,
      assistantsGap: 0,
      bound: { slots: 0, priority: 0, seconds: 0 },
    })
    expect(made.considered).toEqual({ units: 2, assistants: 4 })
    expect(made.from.a1).toEqual(north(50))
    expect(Object.keys(made.from).sort()).toEqual(['a1', 'a2', 'a3', 'a4', 'u1', 'u2'])
  })

  test('PAIR-1 names what it looked at, without the operation, which every order moves', () => {
    const made = proposal(ready, spots)
    expect(Object.keys(made.seen).sort()).toEqual(['assistant:a1', 'assistant:a2', 'place:post', 'unit:u1'])
    expect(made.seen['unit:u1']).toBe(given(...ready).board.moved.get('unit:u1'))
  })

  test('PAIR-1 says why: seconds, metres, rest, skills and surcharges', () => {
    const past = [
      opened('op'),
      planned('post', 'op', { slots: [{ skill: 'driver' }] }),
      ...units('u1'),
      imported('a1', ['driver', 'kazakh']),
      bookedOn('assistant', 'a1', noon + 9 * HOUR),
      sent('t', { members: ['a1'] }),
      ...reached('t', 'accepted', { unit: 'u1' }, { assistant: 'a1' }),
      took('t', { assistant: 'a1' }, 'accepted', 'stood-down'),
      took('t', { unit: 'u1' }, 'accepted', 'stood-down'),
      { type: 'TaskEnded', keys: ['task:t' as const], data: { task: 't', outcome: 'unmanned' } },
    ]
    const now = noon + HOUR
    const [team] = proposal(past, { u1: 800, a1: [140, now - 3 * MINUTE] }, { now }).teams
    expect(team).toMatchObject({
      unit: { id: 'u1', metres: 800, arrive: 130, pinned: false },
      members: [
        {
          assistant: 'a1',
          slot: 0,
          metres: 140,
          arrive: 130,
          restHours: 1,
          skills: ['driver'],
          penalties: { 'little-rest': 7 * 225, 'stale-fix': 300 },
        },
      ],
      unfilled: [],
    })
  })

  test('PAIR-1 is the same for the same board, positions and time', () => {
    expect(proposal([...ready, gate], spots)).toEqual(proposal([...ready, gate], spots))
  })

  test('PAIR-7 asked again, keeps whom it named while nobody is better', () => {
    const near = { u1: 100, a1: 50, a2: 50, a3: 50, a4: 50 }
    const { board } = given(...ready)
    const operation = board.operation.get('op') as Operation
    let before: Remembered | undefined
    const asked = (at: Record<string, number>) => {
      const located = (_: string, id: string) =>
        at[id] === undefined ? null : { at: north(at[id]), fixAt: noon }
      const surveyed = surveyAtOnce(board, located, operation, noon, { before })
      const staffed = solveStaffing(surveyed.staffing)
      before = staffed.remembered
      return proposalOf(board, surveyed, staffed).teams.map((team) => who(team).sort())
    }
    const first = asked({ ...near, a1: 900, a2: 900 })
    expect(first).toEqual([['a3', 'a4', 'u1']])
    expect(asked(near)).toEqual(first)
    expect(asked({ ...near, a1: 10 })).not.toEqual(first)
  })

  test('PAIR-3 takes the region of the operation: its districts and its city', () => {
    const inRegion = (region: string) => ({
      type: 'AssistantImported',
      keys: ['assistant:b1' as const],
      data: { assistant: 'b1', callSign: 'B1', region, skills: [] },
    })
    const far = { ...spots, b1: 1 }
    const past = (of: string, home: string) => [
      opened('op', { region: of }),
      planned('post', 'op'),
      ...units('u1'),
      ...people('a1'),
      inRegion(home),
      bookedOn('assistant', 'b1'),
    ]
    const first = (of: string, home: string) => proposal(past(of, home), far).considered.assistants
    expect(first('almaty', 'almaty/medeu')).toBe(2)
    expect(first('almaty/medeu', 'almaty')).toBe(2)
    expect(first('almaty', 'astana')).toBe(1)
  })

  test('PAIR-3 takes no unit that is busy, leaving or off duty', () => {
    const leaving = { type: 'UnitLeaving', keys: ['unit:u1' as const], data: { unit: 'u1' } }
    const off = {
      type: 'ShiftClosed',
      keys: ['unit:u2' as const],
      data: { who: { kind: 'unit', id: 'u2' }, why: 'desk' },
    }
    const made = proposal([...ready, leaving, off], spots)
    expect(made.considered.units).toBe(0)
    expect(made.teams).toMatchObject([{ unit: null, members: [], unfilled: [0, 1] }])
  })
})

describe('what is missing', () => {
  const running = [...ready, gate, sent('t', { members: ['a1', 'a2'] })]

  test('PAIR-4 a place with a task gets only its free slots, and a full one nothing', () => {
    expect(proposal(running, spots).teams.map(({ place }) => place)).toEqual(['gate'])
    const declined = [...running, took('t', { assistant: 'a1' }, 'offered', 'declined')]
    expect(teamAt(proposal(declined, spots, { places: ['post'] }), 'post')).toMatchObject({
      unit: null,
      members: [{ assistant: 'a3', slot: 0 }],
      unfilled: [],
    })
  })

  test('PAIR-4 who declined or did not answer is not proposed there again, unless pinned', () => {
    const out = [
      ...ready,
      sent('t', { members: ['a1', 'a2'] }),
      took('t', { assistant: 'a1' }, 'offered', 'declined'),
      took('t', { assistant: 'a2' }, 'offered', 'expired'),
      took('t', { unit: 'u1' }, 'offered', 'declined'),
      { type: 'TaskEnded', keys: ['task:t' as const], data: { task: 't', outcome: 'unmanned' } },
    ]
    expect(proposal(out, spots).teams.map(who)).toEqual([['u2', 'a3', 'a4']])
    const pin = hand({ kind: 'pin', assistant: 'a1', place: 'post' })
    expect(proposal([...out, pin], spots).teams.map(who)).toEqual([['u2', 'a1', 'a3']])
  })

  test('PAIR-4 a task whose unit is out gets another, and keeps its people', () => {
    const out = [
      ...running,
      ...reached('t', 'accepted', { assistant: 'a1' }, { assistant: 'a2' }),
      took('t', { unit: 'u1' }, 'offered', 'declined'),
    ]
    expect(teamAt(proposal(out, spots, { places: ['post'] }), 'post')).toMatchObject({
      unit: { id: 'u2' },
      members: [],
    })
  })

  test('PAIR-4 a request that waits for approval gets nothing', () => {
    expect(proposal([...ready, requested('t', { members: ['a1'] })], spots).teams).toEqual([])
  })

  test('PAIR-4 the minimum of every place goes before the rest', () => {
    const past = [
      opened('op'),
      planned('post', 'op', { slots: [{}, {}], minimum: 1 }),
      gate,
      ...units('u1', 'u2'),
      ...people('a1', 'a2'),
    ]
    const made = proposal(past, { u1: 0, u2: 800, a1: 10, a2: 20 })
    expect(made.teams.map(({ members }) => members.length)).toEqual([1, 1])
  })
})

describe('changes by hand', () => {
  test('PAIR-5 a pin is kept and marked, a ban is kept', () => {
    const pinned = proposal([...ready, gate, hand({ kind: 'pin', assistant: 'a1', place: 'gate' })], spots)
    expect(teamAt(pinned, 'gate')?.members).toMatchObject([
      { assistant: 'a1', pinned: true },
      { assistant: 'a4', pinned: false },
    ])
    const banned = proposal([...ready, hand({ kind: 'forbid', unit: 'u1', place: 'post' })], spots)
    expect(banned.teams.map(who)).toEqual([['u2', 'a1', 'a2']])
  })

  test('PAIR-5 the next best stand beside, with the seconds more and where they are proposed', () => {
    const team = teamAt(proposal([...ready, gate], spots), 'post')
    expect(team?.alternatives.units).toEqual([{ unit: 'u2', extra: 130, sentTo: 'gate' }])
    expect(team?.alternatives.members[0]).toMatchObject({ assistant: 'a3', sentTo: 'gate' })
  })
})

describe('who is left out', () => {
  test('PAIR-6 the nearest first with the rule, pinned ones before, and a count per rule', () => {
    const past = [
      ...ready,
      ...people('near', 'far'),
      imported('off'),
      suspended('near'),
      suspended('far'),
      hand({ kind: 'pin', assistant: 'far', place: 'post' }),
    ]
    const made = proposal(past, { ...spots, near: 5, far: 900, off: 20 })
    expect(made.leftOut.map(({ assistant, place, rule, code }) => [assistant, place, rule, code])).toEqual([
      ['far', 'post', 'D1', 'NOT_ACTIVE'],
      ['near', 'post', 'D1', 'NOT_ACTIVE'],
      ['off', 'post', 'D5', 'OFF_SHIFT'],
    ])
    expect(made.refusedByRule).toEqual({ D1: 2, D5: 1 })
  })

  test('PAIR-6 people without a usable fix are counted, never placed', () => {
    const made = proposal(ready, { ...spots, a1: [50, noon - 31 * MINUTE] })
    expect(made.refusedByRule).toEqual({ 'no-fix': 1 })
    expect(made.teams.map(who)).toEqual([['u1', 'a2', 'a3']])
  })

  test('PAIR-6 thirty at most', () => {
    const many = Array.from({ length: 40 }, (_, i) => `b${i}`)
    const made = proposal([...ready, ...many.map((id) => imported(id))], {
      ...spots,
      ...Object.fromEntries(many.map((id, i) => [id, i])),
    })
    expect(made.leftOut).toHaveLength(30)
    expect(made.refusedByRule).toEqual({ D5: 40 })
  })
})

function hand(of: { kind: 'pin' | 'forbid'; assistant?: string; unit?: string; place?: string }): GivenFact {
  return { type: 'HandSet', keys: ['operation:op'], data: { operation: 'op', hand: of } }
}
