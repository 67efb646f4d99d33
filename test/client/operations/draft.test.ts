import { describe, expect, test } from 'vitest'
import {
  draftProblems,
  newDraft,
  newPlace,
  type OperationDraft,
  openBody,
  placeBody,
  placeDraftOf,
  segmentGrid,
  windowOfDraft,
} from '../../../client/operations/draft.ts'
import { ringText } from '../../../shared/city/typed-ring.ts'
import { circleRing } from '../../../shared/geo/ring-shapes.ts'
import { operationDeciders } from '../../../shared/operations/decide.ts'
import { centre, perimeter, plannedPlace } from '../../kit/dispatch-past.ts'
import { given, MINUTE, noon } from '../../kit/given-when-then.ts'

const offset = 300
const typed = { text: '43.24, 76.94', at: centre }

/** Filled in as far as the server asks: a perimeter and one place. */
function filled(change: Partial<OperationDraft> = {}): OperationDraft {
  return {
    ...newDraft('patrol', 'almaty', noon, offset),
    title: 'Night',
    perimeter: { text: ringText(perimeter), ring: perimeter },
    places: [{ ...newPlace('patrol', []), name: 'Gate', meeting: typed }],
    ...change,
  }
}

const codes = (draft: OperationDraft) =>
  draftProblems(draft, noon, offset).map(({ field, placeField, refusal }) => [
    placeField ? `${field}.${placeField}` : field,
    refusal.code,
  ])

describe('an operation that is being typed', () => {
  test('OPUI-1 begins now for four hours, a post of an event with a relief, and its places with letters of their kind', () => {
    const draft = newDraft('event-security', 'almaty', noon, offset)
    expect(windowOfDraft(draft, noon, offset)).toEqual({ from: noon, to: noon + 240 * MINUTE })
    expect(draft.reliefMinutes).toBe(120)
    expect(newDraft('patrol', 'almaty', noon, offset).reliefMinutes).toBeNull()
    expect(newPlace('event-security', ['1', '2'])).toMatchObject({ kind: 'post', letter: '3' })
    expect(newPlace('search', ['A'])).toMatchObject({ kind: 'segment', letter: 'B' })
  })

  test('OPUI-2 names every field that is missing before the server is asked, and sends nothing', () => {
    const draft = filled({
      title: ' ',
      region: '',
      perimeter: { text: '', ring: null },
      places: [newPlace('patrol', [])],
    })
    expect(codes(draft)).toEqual([
      ['title', 'typed.missing'],
      ['region', 'typed.missing'],
      ['perimeter', 'typed.missing'],
      ['places.name', 'typed.missing'],
    ])
    expect(openBody(draft, noon, offset, undefined)).toBeNull()
  })

  test('OPUI-3 tells a text that means nothing from one that is missing', () => {
    const place = { ...newPlace('patrol', []), name: 'Gate', meeting: { text: 'nowhere', at: null } }
    expect(codes(filled({ perimeter: { text: 'nowhere', ring: null }, places: [place] }))).toEqual([
      ['perimeter', 'typed.bad-outline'],
      ['places.meeting', 'typed.no-place'],
    ])
    const outlined = { ...place, meeting: typed, outline: { text: '1; 2', ring: null } }
    expect(codes(filled({ places: [outlined] }))).toEqual([['places.outline', 'typed.bad-outline']])
    const segment = { ...newPlace('search', []), name: 'A', meeting: typed }
    expect(codes(filled({ kind: 'search', places: [segment] }))).toEqual([
      ['places.outline', 'typed.missing'],
    ])
  })

  test('OPUI-4 refuses by the rules of the server, at the place they name', () => {
    const far = { text: '43, 77', at: { lat: 43, lng: 77 } }
    const [gate] = filled().places
    if (!gate) throw new Error('no place')
    const outside = { ...gate, key: 'far', letter: 'Б', meeting: far }
    expect(draftProblems(filled({ places: [gate, outside] }), noon, offset)).toMatchObject([
      { field: 'places', place: 'far', refusal: { code: 'place.outside-perimeter' } },
    ])
    expect(codes(filled({ places: [gate, { ...gate, key: 'twin' }] }))).toEqual([
      ['places', 'place.letter-taken'],
    ])
  })

  test('OPUI-5 sends what the server opens, in instants, and without the blanks around it', () => {
    const draft = filled({ title: ' Night ', briefing: ' ', from: 23 * 60, to: 60, autoRefill: true })
    const [place] = draft.places
    if (place) Object.assign(place, { slots: ['first-aid', null], minimum: 2, meetingTime: 10 })
    const body = openBody(draft, noon, offset, 'inc')
    const window = windowOfDraft(draft, noon, offset)
    expect(body).toMatchObject({ title: 'Night', window, autoRefill: true, incident: 'inc' })
    expect(body).not.toHaveProperty('briefing')
    expect(body?.places).toMatchObject([
      {
        letter: 'А',
        slots: [{ skill: 'first-aid' }, {}],
        minimum: 2,
        // Ten past midnight lies in the second half of 23:00–01:00.
        meeting: { at: centre, time: window.from + 70 * MINUTE },
        poa: null,
      },
    ])
    if (!body) throw new Error('no body')
    const { incident: _, ...alone } = body
    given().when(operationDeciders.OpenOperation, alone).thenTypes('OperationOpened', 'PlacePlanned')
  })

  test('OPUI-6 a place goes into the form and comes back the same', () => {
    const place = {
      ...plannedPlace('gate', 'op', {
        kind: 'segment',
        ring: circleRing(centre, 300),
        slots: [{ skill: 'dog-handler' }, {}],
        poa: 0.125,
        meeting: { at: centre, time: noon + 30 * MINUTE },
      }),
      searches: [],
      changedAt: noon,
    }
    const window = { from: noon, to: noon + 120 * MINUTE }
    const { id: _, operation: __, ...plan } = plannedPlace('gate', 'op', { ...place })
    const { searches: ___, changedAt: ____, ...same } = plan as typeof place
    expect(placeBody(placeDraftOf(place, offset), window, offset)).toEqual(same)
  })

  test('OPUI-7 a grid gives each segment the share of what is inside that its area has, never more than all', () => {
    const segments = segmentGrid(
      circleRing(centre, 900),
      { columns: 3, rows: 2, people: 3, row: 10 },
      (letter) => `Segment ${letter}`,
      ['A'],
    )
    expect(segments.map(({ letter }) => letter)).toEqual(['B', 'C', 'D', 'E', 'F', 'G'])
    expect(segments[0]).toMatchObject({ name: 'Segment B', slots: [null, null, null], minimum: 1 })
    const shares = segments.map(({ poa }) => poa ?? 0)
    // The middle column of a circle is the larger one.
    expect(shares[1]).toBeGreaterThan(shares[0] ?? 0)
    const sum = shares.reduce((total, poa) => total + poa, 0)
    expect(sum).toBeLessThanOrEqual(90)
    expect(sum).toBeGreaterThan(89)
  })
})
