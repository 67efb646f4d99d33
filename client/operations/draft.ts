import type { Skill } from '../../shared/assistants/types.ts'
import type { Body } from '../../shared/board/commands.ts'
import { coordinatesText } from '../../shared/city/find-point.ts'
import { ringText } from '../../shared/city/typed-ring.ts'
import { gridOver } from '../../shared/geo/grid-over.ts'
import type { LatLng, Ring } from '../../shared/geo/lat-lng.ts'
import { makeRing } from '../../shared/geo/make-ring.ts'
import { ringArea } from '../../shared/geo/ring-measure.ts'
import { pointInside } from '../../shared/geo/ring-shapes.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import { nextLetter, usualPlace } from '../../shared/operations/letters.ts'
import { checkedPlaces, misplacedRefusal, windowRefusal } from '../../shared/operations/plan-rules.ts'
import type { OperationKind, Place, PlaceKind, Slot, Window } from '../../shared/operations/types.ts'
import { instantOfDay, minutesOfDay, windowOfDay } from '../../shared/operations/window-of-day.ts'

/** What was typed stands beside what it means, so that a wrong text is never lost. */
export interface TypedPoint {
  text: string
  at: LatLng | null
}
export interface TypedOutline {
  text: string
  ring: Ring | null
}

export interface PlaceDraft {
  /** Only for React. */
  key: string
  kind: PlaceKind
  letter: string
  name: string
  meeting: TypedPoint
  /** Minutes of the day; null = at the window's start. */
  meetingTime: number | null
  outline: TypedOutline
  /** One per needed assistant; null = anybody. */
  slots: (Skill | null)[]
  minimum: number
  /** Per cent. */
  poa: number | null
}

export interface OperationDraft {
  kind: OperationKind
  title: string
  region: string
  /** Minutes of the day. */
  from: number
  to: number
  perimeter: TypedOutline
  briefing: string
  reliefMinutes: number | null
  autoRefill: boolean
  places: PlaceDraft[]
}

let drafts = 0
const newKey = (): string => `draft-${++drafts}`

export function newDraft(kind: OperationKind, region: string, now: Millis, offset: number): OperationDraft {
  const from = minutesOfDay(now, offset)
  return {
    kind,
    title: '',
    region,
    from,
    to: (from + 240) % 1440,
    perimeter: { text: '', ring: null },
    briefing: '',
    reliefMinutes: kind === 'event-security' ? 120 : null,
    autoRefill: false,
    places: [],
  }
}

export function newPlace(operation: OperationKind, taken: readonly string[], at?: LatLng): PlaceDraft {
  const kind = usualPlace[operation]
  return {
    key: newKey(),
    kind,
    letter: nextLetter(kind, taken),
    name: '',
    meeting: { text: at ? coordinatesText(at) : '', at: at ?? null },
    meetingTime: null,
    outline: { text: '', ring: null },
    slots: [null, null],
    minimum: 1,
    poa: null,
  }
}

export function placeDraftOf(place: Place, offset: number): PlaceDraft {
  const { kind, letter, name, meeting, ring, slots, minimum, poa } = place
  return {
    key: place.id,
    kind,
    letter,
    name,
    meeting: { text: coordinatesText(meeting.at), at: meeting.at },
    meetingTime: meeting.time === null ? null : minutesOfDay(meeting.time, offset),
    outline: { text: ring ? ringText(ring) : '', ring },
    slots: slots.map(({ skill }) => skill ?? null),
    minimum,
    poa: poa === null ? null : Math.round(poa * 1000) / 10,
  }
}

/** Segments over the perimeter, each with the share of 1 − ROW that its area has (uniform density), whatever its letter. */
export function segmentGrid(
  perimeter: Ring,
  { columns, rows, people, row }: { columns: number; rows: number; people: number; row: number },
  nameOf: (letter: string) => string,
  taken: readonly string[] = [],
): PlaceDraft[] {
  const cells = gridOver(perimeter, columns, rows)
  const whole = cells.reduce((sum, cell) => sum + ringArea(cell), 0)
  const used = [...taken]
  return cells.map((cell) => {
    const letter = nextLetter('segment', used)
    used.push(letter)
    const at = pointInside(cell)
    return {
      key: newKey(),
      kind: 'segment',
      letter,
      name: nameOf(letter),
      meeting: { text: coordinatesText(at), at },
      meetingTime: null,
      outline: { text: ringText(cell), ring: cell },
      slots: Array.from({ length: people }, () => null),
      minimum: Math.min(1, people),
      // To a tenth of a per cent, rounded down, so that the sum never passes the whole.
      poa: Math.floor(((100 - row) * ringArea(cell) * 10) / whole) / 10,
    }
  })
}

export const windowOfDraft = (draft: OperationDraft, now: Millis, offset: number): Window =>
  windowOfDay(draft.from, draft.to, now, offset)

type PlaceBody = NonNullable<Body<'OpenOperation'>['places']>[number]

/** The first thing that is wrong with a place, by field. */
export function placeProblem(place: PlaceDraft): { field: string; refusal: Refusal } | null {
  if (place.letter.trim() === '') return { field: 'letter', refusal: refuse('typed.missing') }
  if (place.name.trim() === '') return { field: 'name', refusal: refuse('typed.missing') }
  if (!place.meeting.at)
    return {
      field: 'meeting',
      refusal: refuse(place.meeting.text.trim() ? 'typed.no-place' : 'typed.missing'),
    }
  if (!place.outline.ring && place.outline.text.trim())
    return { field: 'outline', refusal: refuse('typed.bad-outline') }
  if (place.kind === 'segment' && !place.outline.ring)
    return { field: 'outline', refusal: refuse('typed.missing') }
  return null
}

export function placeBody(place: PlaceDraft, window: Window, offset: number): PlaceBody | null {
  if (!place.meeting.at) return null
  return {
    kind: place.kind,
    letter: place.letter.trim(),
    name: place.name.trim(),
    meeting: {
      at: place.meeting.at,
      time: place.meetingTime === null ? null : instantOfDay(place.meetingTime, window, offset),
    },
    ring: place.outline.ring,
    slots: place.slots.map((skill): Slot => (skill ? { skill } : {})),
    minimum: place.minimum,
    poa: place.kind === 'segment' && place.poa !== null ? place.poa / 100 : null,
  }
}

export type DraftField = 'title' | 'region' | 'window' | 'perimeter' | 'places'
export interface Problem {
  field: DraftField
  /** The place it is about. */
  place?: string
  placeField?: string
  refusal: Refusal
}

/** Everything wrong with a draft that can be known before the server is asked. */
export function draftProblems(draft: OperationDraft, now: Millis, offset: number): Problem[] {
  const problems: Problem[] = []
  if (draft.title.trim() === '') problems.push({ field: 'title', refusal: refuse('typed.missing') })
  if (draft.region === '') problems.push({ field: 'region', refusal: refuse('typed.missing') })
  const window = windowOfDraft(draft, now, offset)
  const badWindow = windowRefusal(window, now)
  if (badWindow) problems.push({ field: 'window', refusal: badWindow })
  if (!draft.perimeter.ring) {
    const code = draft.perimeter.text.trim() ? 'typed.bad-outline' : 'typed.missing'
    problems.push({ field: 'perimeter', refusal: refuse(code) })
  }
  for (const place of draft.places) {
    const problem = placeProblem(place)
    if (problem)
      problems.push({
        field: 'places',
        place: place.key,
        placeField: problem.field,
        refusal: problem.refusal,
      })
  }
  const perimeter = draft.perimeter.ring && makeRing(draft.perimeter.ring)
  if (isRefusal(perimeter)) problems.push({ field: 'perimeter', refusal: perimeter })
  else if (perimeter && problems.length === 0) {
    const planned = draft.places.flatMap((place) => placeBody(place, window, offset) ?? [])
    const checked = checkedPlaces(
      { kind: draft.kind, window, perimeter },
      planned.map((place, i) => ({ id: String(i), operation: '', ...place })),
    )
    const refusal = isRefusal(checked) ? checked : misplacedRefusal({ perimeter }, checked)
    if (refusal) {
      const letter = refusal.params?.letter
      const place = draft.places.find((one) => one.letter.trim() === letter)
      problems.push({ field: 'places', ...(place && { place: place.key }), refusal })
    }
  }
  return problems
}

export function openBody(
  draft: OperationDraft,
  now: Millis,
  offset: number,
  incident: Id | undefined,
): Body<'OpenOperation'> | null {
  if (!draft.perimeter.ring) return null
  const window = windowOfDraft(draft, now, offset)
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    region: draft.region,
    window,
    perimeter: draft.perimeter.ring,
    ...(draft.briefing.trim() && { briefing: draft.briefing.trim() }),
    reliefMinutes: draft.reliefMinutes,
    autoRefill: draft.autoRefill,
    places: draft.places.flatMap((place) => placeBody(place, window, offset) ?? []),
    ...(incident && { incident }),
  }
}
