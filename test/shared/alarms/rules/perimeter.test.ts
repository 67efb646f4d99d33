import { describe, expect, test } from 'vitest'
import { neverInside, perimeterLeft } from '../../../../shared/alarms/rules/perimeter.ts'
import { unwatched, watchFix } from '../../../../shared/gates/d06.ts'
import { compileGeofence } from '../../../../shared/geo/geofence.ts'
import { type GivenFact, given, MINUTE, noon } from '../../../kit/given-when-then.ts'
import {
  atWork,
  onShift,
  operation,
  registered,
  registeredUnit,
  sent,
  square,
  stepped,
} from '../../../kit/past.ts'

const fence = compileGeofence(square)
const inside = { lat: 43.205, lng: 76.905 }
const outside = { lat: 43.205, lng: 76.92 }
const a1 = { assistant: 'a1' }
const enRoute = [
  registeredUnit('unit'),
  onShift('unit', 'unit'),
  registered('a1'),
  onShift('assistant', 'a1'),
  ...operation(),
  sent(['a1']),
  stepped(a1, 'offered', 'accepted'),
]

/** Fixes every ten seconds, the last one at `now`. */
function judged(past: GivenFact[], track: { lat: number; lng: number }[], now = noon) {
  const { board } = given(...past)
  const task = board.task.get('task')
  const place = board.place.get('post')
  const member = task?.members[0]
  if (!task || !place || !member) throw new Error('no task')
  const watch = track.reduce(
    (watch, at, i) =>
      watchFix(watch, { ...at, accuracy: 8, at: now - (track.length - 1 - i) * 10_000 }, fence),
    unwatched,
  )
  const input = { task, place, member, watch, now }
  return { left: perimeterLeft.judge(input), never: neverInside.judge(input) }
}

describe('perimeter left', () => {
  test('ALARM-22 three fixes outside by who is on scene raise it, with the metres; one fix inside clears it', () => {
    expect(judged(atWork(['a1']), [inside, outside, outside]).left).toBe('clear')
    const raised = judged(atWork(['a1']), [inside, outside, outside, outside]).left
    expect(raised).toEqual({ raise: { metres: expect.closeTo(811, -1) } })
    expect(judged(atWork(['a1']), [outside, outside, outside, inside]).left).toBe('clear')
  })

  test('ALARM-22 an old fix neither raises nor clears, and who is on the way is not judged', () => {
    const { board } = given(...atWork(['a1']))
    const task = board.task.get('task')
    const place = board.place.get('post')
    const member = task?.members[0]
    if (!task || !place || !member) throw new Error('no task')
    const watch = watchFix(unwatched, { ...inside, accuracy: 8, at: noon }, fence)
    expect(perimeterLeft.judge({ task, place, member, watch, now: noon + 121_000 })).toBeNull()
    expect(judged(enRoute, [outside, outside, outside]).left).toBe('clear')
  })
})

describe('never inside', () => {
  const due = noon + 90_000 + 10 * MINUTE

  test('ALARM-23 who is still outside ten minutes after the meeting or the offer’s end is missed', () => {
    expect(judged(enRoute, [outside], due - 1).never).toBe('clear')
    expect(judged(enRoute, [outside], due).never).toEqual({ raise: { metres: expect.any(Number) } })
    expect(judged(enRoute, [inside, outside], due).never).toBe('clear')
  })

  test('ALARM-23 a later meeting time is waited for; on scene ends it', () => {
    const meeting = { at: inside, time: noon + 60 * MINUTE }
    const late = enRoute.map((fact) =>
      fact.type === 'PlacePlanned'
        ? { ...fact, data: { place: { ...(fact.data as { place: object }).place, meeting } } }
        : fact,
    )
    expect(judged(late, [outside], due).never).toBe('clear')
    expect(judged(late, [outside], noon + 70 * MINUTE).never).toMatchObject({ raise: {} })
    expect(judged(atWork(['a1']), [outside], noon + 70 * MINUTE).never).toBe('clear')
  })
})
