import { describe, expect, test } from 'vitest'
import {
  nextRelief,
  postNow,
  reliefDue,
  staffingOf,
  strip,
  walkSeconds,
} from '../../../shared/event/staffing.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import type { Step, Task } from '../../../shared/tasks/types.ts'
import { MINUTE, noon } from '../../kit/given-when-then.ts'

const centre = { lat: 43.24, lng: 76.94 }
const post = (more: Partial<Place> = {}) =>
  ({ id: 'gate', minimum: 2, slots: [{}, {}, {}], meeting: { at: centre, time: null }, ...more }) as Place
const task = (members: [assistant: string, step: Step, since: number][], more: Partial<Task> = {}) =>
  ({
    ...{ id: 'task', place: 'gate', endedAt: null, checkedInAt: null, createdAt: noon },
    members: members.map(([assistant, step, since], slot) => ({ assistant, step, since, slot })),
    ...more,
  }) as unknown as Task
const event = { window: { from: noon, to: noon + 6 * HOUR }, reliefMinutes: 120 }
const now = noon + HOUR
const shift = (to: number) => () => ({ from: noon, to, openedAt: noon, closedAt: null }) as never
const allDay = shift(noon + 12 * HOUR)
const at = (staffing: ReturnType<typeof staffingOf>, instant: number) =>
  staffing.people[Math.floor((instant - staffing.from) / strip.step)]

describe('who is at a post', () => {
  test('EVENT-UI-3 by step: present in the order they came, coming, asked, on hold; who left is nowhere', () => {
    const found = postNow(post(), [
      task([
        ['b', 'on-scene', 20],
        ['a', 'on-scene', 10],
        ['c', 'en-route', 5],
        ['d', 'accepted', 5],
        ['e', 'offered', 5],
        ['f', 'hold', 5],
        ['g', 'declined', 5],
        ['h', 'stood-down', 5],
      ]),
    ])
    const ids = (members: { assistant: string }[]) => members.map(({ assistant }) => assistant).join()
    expect(ids(found.present)).toBe('a,b')
    expect(ids(found.coming)).toBe('c,d')
    expect(ids(found.offered)).toBe('e')
    expect(ids(found.held)).toBe('f')
  })

  test('EVENT-UI-3 an ended task, or one of another post, is not the post’s', () => {
    const ended = task([['a', 'complete', 1]], { endedAt: now })
    const other = task([['b', 'on-scene', 1]], { place: 'tribune' })
    expect(postNow(post(), [ended, other])).toMatchObject({ task: null, present: [] })
  })

  test('EVENT-UI-4 relief is due so many minutes after coming, or after the post was checked in', () => {
    const member = { since: noon }
    expect(reliefDue({ reliefMinutes: null }, null, member)).toBeNull()
    expect(reliefDue(event, { checkedInAt: null }, member)).toBe(noon + 2 * HOUR)
    expect(reliefDue(event, { checkedInAt: noon + HOUR }, member)).toBe(noon + 3 * HOUR)
    const { due, assistant } =
      nextRelief(
        event,
        postNow(post(), [
          task([
            ['late', 'on-scene', noon + 5],
            ['early', 'on-scene', noon],
          ]),
        ]),
      ) ?? {}
    expect([assistant, due]).toEqual(['early', noon + 2 * HOUR])
  })

  test('EVENT-UI-5 the minutes on foot follow the distance, and nothing is said without a fix', () => {
    expect(walkSeconds(null, centre)).toBeNull()
    const near = walkSeconds({ lat: centre.lat + 140 / 111_195, lng: centre.lng }, centre)
    expect(near).toBeCloseTo((140 * 1.3) / 1.4, -1)
  })
})

describe('a post over time', () => {
  const both: [string, Step, number][] = [
    ['a', 'on-scene', noon],
    ['b', 'on-scene', noon + 30 * MINUTE],
  ]

  test('EVENT-UI-6 what was comes from the stays, what is from who stands there', () => {
    const stays = [{ assistant: 'x', place: 'gate', from: noon, to: noon + 30 * MINUTE }]
    const staffing = staffingOf(event, postNow(post(), [task(both)]), stays, allDay, now)
    expect(staffing.now).toBe((now - staffing.from) / strip.step)
    expect(staffing.people).toHaveLength((strip.hours * HOUR) / strip.step)
    expect(at(staffing, noon + 10 * MINUTE)).toBe(2)
    expect(at(staffing, noon + 40 * MINUTE)).toBe(2)
    expect(at(staffing, now + HOUR)).toBe(2)
  })

  test('EVENT-UI-6 stays at other posts do not count', () => {
    const stays = [{ assistant: 'x', place: 'tribune', from: noon, to: noon + 30 * MINUTE }]
    const staffing = staffingOf(event, postNow(post(), []), stays, allDay, now)
    expect(Math.max(...staffing.people)).toBe(0)
  })

  test('EVENT-UI-7 the forecast ends with the shift, and says from when people are short', () => {
    const staffing = staffingOf(event, postNow(post(), [task(both)]), [], shift(now + HOUR), now)
    expect(at(staffing, now + 50 * MINUTE)).toBe(2)
    expect(at(staffing, now + 70 * MINUTE)).toBe(0)
    expect(staffing.shortAt).toBe(now + HOUR)
    expect(staffingOf(event, postNow(post(), [task(both)]), [], allDay, now).shortAt).toBeNull()
  })

  test('EVENT-UI-7 who is on the way counts from the meeting time, at the earliest in five minutes', () => {
    const coming = postNow(post({ meeting: { at: centre, time: now + HOUR } }), [
      task([['c', 'en-route', now]]),
    ])
    const staffing = staffingOf(event, coming, [], allDay, now)
    expect(at(staffing, now + 30 * MINUTE)).toBe(0)
    expect(at(staffing, now + 75 * MINUTE)).toBe(1)
  })

  test('EVENT-UI-8 the minimum holds in the event’s window only: before and after nobody is missing', () => {
    const short = { ...event, window: { from: now, to: now + HOUR } }
    const staffing = staffingOf(short, postNow(post(), []), [], allDay, now)
    expect(staffing.holds.map((step) => staffing.from + step * strip.step)).toEqual([now, now + HOUR])
    const over = { ...event, window: { from: noon, to: now } }
    expect(staffingOf(over, postNow(post(), []), [], allDay, now).shortAt).toBeNull()
  })

  test('EVENT-UI-8 a relief that is due is a flag and takes nobody away', () => {
    const staffing = staffingOf(event, postNow(post(), [task(both)]), [], allDay, now)
    expect(staffing.reliefs.map((step) => staffing.from + step * strip.step)).toEqual([
      noon + 2 * HOUR,
      noon + 2.5 * HOUR,
    ])
    expect(at(staffing, noon + 3 * HOUR - MINUTE)).toBe(2)
  })
})
