import { describe, expect, test } from 'vitest'
import { reinforcements } from '../../../shared/event/reinforcements.ts'
import {
  bookedOn,
  centre,
  imported,
  opened,
  people,
  planned,
  reached,
  sent,
  suspended,
  units,
} from '../../kit/dispatch-past.ts'
import { type GivenFact, given, MINUTE, noon } from '../../kit/given-when-then.ts'
import { propose } from '../../kit/propose.ts'

const north = (metres: number) => ({ lat: centre.lat + metres / 111_195, lng: centre.lng })
/** Metres from the gate that needs people. */
const spots: Record<string, number> = { u1: 10, u2: 300, a1: 5, a2: 300, a3: 310, a4: 700, a5: 900 }
const gate = { place: 'gate', unit: 'u1', members: ['a1'] }
const party = (assistant: string) => ({ assistant })

/** A gate with one of its two people; a tribune with two where one is enough; a4 and a5 are free. */
const past: GivenFact[] = [
  opened('op'),
  planned('gate', 'op', { minimum: 2 }),
  planned('tribune', 'op', { meeting: { at: north(300), time: null } }),
  ...units('u1', 'u2'),
  ...people('a1', 'a2', 'a3', 'a4', 'a5'),
  sent('t1', gate),
  ...reached('t1', 'on-scene', { unit: 'u1' }, party('a1')),
  sent('t2', { place: 'tribune', unit: 'u2', members: ['a2', 'a3'], number: 2 }),
  ...reached('t2', 'on-scene', { unit: 'u2' }, party('a2'), party('a3')),
]

function whoMayGo(facts: GivenFact[], now = noon) {
  const { board } = given(...facts)
  const operation = board.operation.get('op')
  const place = board.place.get('gate')
  if (!operation || !place) throw new Error('not there')
  const at = (id: string) => (spots[id] === undefined ? null : north(spots[id]))
  const proposal = propose(
    board,
    (_, id) => {
      const spot = at(id)
      return spot && { at: spot, fixAt: now }
    },
    operation,
    now,
    { places: ['gate'] },
  )
  const task = board.task.get('t1') ?? null
  return reinforcements(board, operation, place, task, proposal.teams[0] ?? null, at, now)
}
const names = (facts: GivenFact[]) => whoMayGo(facts).map(({ assistant }) => assistant)

describe('who may go to a post', () => {
  test('EVENT-UI-9 the free and those whose post keeps its minimum, nearest first, with what stays behind', () => {
    const found = whoMayGo(past)
    expect(found.map(({ assistant }) => assistant)).toEqual(['a2', 'a3', 'a4', 'a5'])
    expect(found[0]).toMatchObject({
      slot: 1,
      from: { task: 't2', place: 'tribune', now: 2, after: 1, minimum: 1 },
    })
    expect(found[2]?.from).toBeNull()
  })

  test('EVENT-UI-10 a post at its minimum gives nobody away', () => {
    const tight = past.map((fact) => {
      const { place } = fact.data as { place?: { id?: string } }
      return fact.type === 'PlacePlanned' && place?.id === 'tribune'
        ? planned('tribune', 'op', { meeting: { at: north(300), time: null }, minimum: 2 })
        : fact
    })
    expect(names(tight)).toEqual(['a4', 'a5'])
  })

  test('EVENT-UI-11 whom the law keeps back is not among them, at other posts neither', () => {
    expect(names([...past, suspended('a2'), suspended('a4')])).toEqual(['a3', 'a5'])
  })

  test('EVENT-UI-11 a shift that ends too soon keeps a free person back', () => {
    const tired = [imported('a6'), bookedOn('assistant', 'a6', noon + 20 * MINUTE)]
    expect(names([...past, ...tired])).not.toContain('a6')
  })

  test('EVENT-UI-12 a full post needs nobody, and a slot’s skill is asked of everybody', () => {
    const full = [
      ...past.filter(({ type, data }) => type !== 'TaskSent' || (data as { task: string }).task !== 't1'),
      sent('t1', { ...gate, members: ['a1', 'a5'] }),
    ]
    expect(names(full)).toEqual([])
    const medic = past.map((fact) =>
      fact.type === 'PlacePlanned' && (fact.data as { place: { id: string } }).place.id === 'gate'
        ? planned('gate', 'op', { minimum: 2, slots: [{}, { skill: 'first-aid' }] })
        : fact,
    )
    expect(names(medic)).toEqual([])
  })
})
