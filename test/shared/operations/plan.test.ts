import { describe, expect, test } from 'vitest'
import { planDeciders } from '../../../shared/operations/decide-plan.ts'
import {
  centre,
  opened,
  people,
  perimeter,
  planned,
  plannedPlace,
  sent,
  units,
  window,
} from '../../kit/dispatch-past.ts'
import { given } from '../../kit/given-when-then.ts'

const { PlanPlace, ChangePlace, RemovePlace, SetHand, ClearHand } = planDeciders
/** Triangles one beside the other. */
const ringAt = (n: number) => [
  { lat: 43.235, lng: 76.935 + n / 1000 },
  { lat: 43.235, lng: 76.936 + n / 1000 },
  { lat: 43.236, lng: 76.936 + n / 1000 },
]
const ring = ringAt(0)

/** A command's body from a place. */
function bodyOf(id: string, more: Parameters<typeof plannedPlace>[2] = {}) {
  const { id: _, operation: __, ...body } = plannedPlace(id, 'op', more)
  return body
}

const segment = (id: string, poa: number) =>
  bodyOf(id, { kind: 'segment', ring: ringAt(Number(id.slice(1))), poa })
const search = opened('op', { kind: 'search' })

describe('a place', () => {
  test('OP-4 is planned with the operation moved along', () => {
    given(opened('op'))
      .when(PlanPlace, { operation: 'op', ...bodyOf('post') })
      .then([
        {
          type: 'PlacePlanned',
          keys: ['place:new-1', 'operation:op'],
          data: { place: { ...plannedPlace('post', 'op'), id: 'new-1' } },
        },
      ])
  })

  test.each([
    [
      'OP-4 whose meeting point is outside the perimeter',
      { meeting: { at: { lat: 43.26, lng: 76.94 }, time: null } },
      'place.outside-perimeter',
    ],
    ['OP-4 with the letter of another', { letter: 'GATE' }, 'place.letter-taken'],
    ['OP-4 with a minimum over its slots', { minimum: 3 }, 'place.minimum-over-slots'],
    ['OP-4 that meets after the end', { meeting: { at: centre, time: window.to } }, 'place.meets-too-late'],
    ['OP-4 with a ring that is none', { ring: [centre, centre, centre] }, 'ring.too-few-points'],
    ['OP-8 a segment outside a search', { kind: 'segment', ring } as const, 'place.segment-without-search'],
    ['OP-8 a probability outside a segment', { poa: 0.1 }, 'place.poa-without-segment'],
  ])('%s is refused', (_, more, code) => {
    given(opened('op'), planned('gate', 'op'), planned('yard', 'op'))
      .when(PlanPlace, { operation: 'op', ...bodyOf('post', more) })
      .then({ code })
      .when(ChangePlace, { place: 'yard', ...bodyOf('yard', more) })
      .then({ code })
  })

  test('OP-4 on the border of the perimeter is inside', () => {
    given(opened('op'))
      .when(PlanPlace, {
        operation: 'op',
        ...bodyOf('post', { meeting: { at: perimeter[0] ?? centre, time: null } }),
      })
      .thenTypes('PlacePlanned')
  })

  test('OP-8 the probabilities of a search add up to 1 at most, however they were typed', () => {
    const two = [0.33, 0.56].map((poa, i) =>
      planned(`s${i}`, 'op', { kind: 'segment', ring: ringAt(i), poa }),
    )
    given(search, ...two)
      .when(PlanPlace, { operation: 'op', ...segment('s2', 0.26) })
      .then({ code: 'search.poa-over-one', params: { percent: 115 } })
      .when(PlanPlace, { operation: 'op', ...segment('s2', 0.11) })
      .thenTypes('PlacePlanned')
      .when(ChangePlace, { place: 's0', ...segment('s0', 0.34) })
      .then({ code: 'search.poa-over-one', params: { percent: 101 } })
      .when(ChangePlace, { place: 's0', ...segment('s0', 0.3) })
      .thenTypes('PlaceChanged')
    given(search)
      .when(PlanPlace, { operation: 'op', ...segment('s', 1), ring: null })
      .then({ code: 'place.segment-without-ring' })
  })

  test('OP-9 unchanged does nothing, and a slot that somebody stands on stays', () => {
    const past = [opened('op'), planned('post', 'op'), ...units('u1'), ...people('a1', 'a2')]
    given(...past, sent('t', { members: ['a1', 'a2'] }))
      .when(ChangePlace, { place: 'post', ...bodyOf('post') })
      .then([])
      .when(ChangePlace, { place: 'post', ...bodyOf('post', { slots: [{}] }) })
      .then({ code: 'place.slots-in-use', params: { task: '1187-1' } })
      .when(RemovePlace, { place: 'post' })
      .then({ code: 'place.has-task' })
      .when(ChangePlace, { place: 'post', ...bodyOf('post', { name: 'East' }) })
      .thenTypes('PlaceChanged')
  })

  test('OP-9 is removed once', () => {
    given(opened('op'), planned('post', 'op'))
      .when(RemovePlace, { place: 'post' })
      .then([
        {
          type: 'PlaceRemoved',
          keys: ['place:post', 'operation:op'],
          data: { place: 'post', operation: 'op' },
        },
      ])
      .when(RemovePlace, { place: 'post' })
      .then([])
      .when(ChangePlace, { place: 'post', ...bodyOf('post') })
      .then({ code: 'place.unknown' })
  })
})

describe('a change by hand', () => {
  const past = [opened('op'), planned('post', 'op'), planned('gate', 'op'), ...units('u1'), ...people('a1')]
  const pin = { kind: 'pin', assistant: 'a1', place: 'post' } as const
  const set = (hand: object) => ({
    type: 'HandSet',
    keys: ['operation:op' as const],
    data: { operation: 'op', hand },
  })
  const cleared = (hand: object) => ({ ...set(hand), type: 'HandCleared' })

  test('PAIR-2 is set once and cleared once', () => {
    given(...past)
      .when(SetHand, { operation: 'op', hand: pin })
      .then([set(pin)])
      .when(SetHand, { operation: 'op', hand: pin })
      .then([])
      .when(ClearHand, { operation: 'op', hand: pin })
      .then([cleared(pin)])
      .when(ClearHand, { operation: 'op', hand: pin })
      .then([])
  })

  test('PAIR-2 a pin replaces the ban of the same pair and the other pin of the person or the place', () => {
    const ban = { ...pin, kind: 'forbid' } as const
    const elsewhere = { ...pin, place: 'gate' } as const
    const unit = { kind: 'pin', unit: 'u1', place: 'post' } as const
    const { board } = given(...past)
      .when(SetHand, { operation: 'op', hand: ban })
      .when(SetHand, { operation: 'op', hand: pin })
      .then([cleared(ban), set(pin)])
      .when(SetHand, { operation: 'op', hand: unit })
      .then([set(unit)])
      .when(SetHand, { operation: 'op', hand: elsewhere })
      .then([cleared(pin), set(elsewhere)])
      .when(SetHand, { operation: 'op', hand: { ...unit, place: 'gate' } })
      .then([cleared(unit), set({ ...unit, place: 'gate' })])
    expect(board.operation.get('op')?.hands).toEqual([elsewhere, { ...unit, place: 'gate' }])
  })

  test('PAIR-2 names two that exist', () => {
    given(...past, opened('op2'), planned('p2', 'op2'))
      .when(SetHand, { operation: 'op', hand: { kind: 'pin', assistant: 'a1' } })
      .then({ code: 'hand.not-a-pair' })
      .when(SetHand, { operation: 'op', hand: { ...pin, assistant: 'x' } })
      .then({ code: 'assistant.unknown' })
      .when(SetHand, { operation: 'op', hand: { ...pin, unit: 'x' } })
      .then({ code: 'unit.unknown' })
      .when(SetHand, { operation: 'op', hand: { ...pin, place: 'p2' } })
      .then({ code: 'place.unknown' })
  })
})
