import fc from 'fast-check'
import type { HandChange } from '../../../shared/matching/hand-change.ts'
import type { PairingRequest } from '../../../shared/matching/types.ts'

const anywhere = fc.record({
  lat: fc.integer({ min: 43200, max: 43300 }).map((n) => n / 1000),
  lng: fc.integer({ min: 76800, max: 76900 }).map((n) => n / 1000),
})
/** Crowds at two gates, and a few stragglers. */
const crowded = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      lat: fc.constantFrom(43.21, 43.2101, 43.212),
      lng: fc.constantFrom(76.81, 76.812),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ lat: fc.constantFrom(43.29, 43.2902), lng: fc.constantFrom(76.89, 76.8903) }),
  },
  { weight: 1, arbitrary: anywhere },
)

const skill = fc.constantFrom('first-aid', 'kazakh')
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const id = (kind: string, most: number) => fc.integer({ min: 0, max: most }).map((n) => `${kind}-${n}`)

const change: fc.Arbitrary<HandChange> = fc
  .record({
    kind: fc.constantFrom('pin' as const, 'forbid' as const),
    assistant: optional(id('assistant', 4)),
    unit: optional(id('unit', 2)),
    place: optional(id('place', 2)),
  })
  .filter(({ assistant, unit }) => assistant !== undefined || unit !== undefined)

const requestsAt = (at: typeof anywhere): fc.Arbitrary<PairingRequest> => {
  const slot = fc.record(
    { skill, wishes: fc.array(skill, { maxLength: 1 }), optional: fc.boolean() },
    { requiredKeys: [] },
  )
  const place = fc.record(
    { at, slots: fc.array(slot, { maxLength: 2 }), priority: fc.integer({ min: 1, max: 2 }) },
    { requiredKeys: ['at', 'slots'] },
  )
  const speedMps = fc.constantFrom(1.4, 8)
  const unit = fc.record({ at, speedMps })
  const assistant = fc.record({
    at,
    speedMps,
    skills: fc.uniqueArray(skill, { maxLength: 2 }),
    restHours: fc.constantFrom(2, 7.5, 12),
  })
  const named = <T>(kind: string, of: fc.Arbitrary<T>, most: number) =>
    fc.array(of, { maxLength: most }).map((all) => all.map((one, n) => ({ ...one, id: `${kind}-${n}` })))
  return fc.record({
    places: named('place', place, 3),
    units: named('unit', unit, 3),
    assistants: named('assistant', assistant, 5),
    changes: fc.array(change, { maxLength: 3 }),
    nearest: fc.constantFrom(1, 2, 16),
  })
}

export const spreadOut = requestsAt(anywhere)
export const clustered = requestsAt(crowded)
