import type { Random } from '../shared/city/random.ts'
import { distance } from '../shared/geo/distance.ts'
import type { LatLng, Ring } from '../shared/geo/lat-lng.ts'
import { currentOrder, type Link, type Task } from '../shared/tasks/types.ts'
import type { Carrier } from './enrol.ts'
import type { Phone } from './phone.ts'
import { lanes } from './sweep.ts'
import { near, offset, type Walker } from './walker.ts'

/** How somebody moves now: about his own business, on the way, at the place, over a segment. */
export type Pace = 'idle' | 'on-the-way' | 'there' | 'sweep'

export interface Duty {
  live(now: number): Pace
}

/** By the seed: of ten offers one is declined, of twenty one is ignored; chances of straying are per second. */
const habits = { decline: 0.1, ignore: 0.05, stray: 1 / (2 * 3600), spacing: 20 }

/** What somebody does with an order: answers, confirms, goes, stays near the officer or sweeps, strays now and then. */
export function makeDuty(phone: Phone, carrier: Carrier, walker: Walker, random: Random): Duty {
  const self = () => phone.board[carrier.kind].get(carrier.id)
  const party = carrier.kind === 'unit' ? { unit: carrier.id } : { assistant: carrier.id }
  /** What was thought about and when it is done: `offer <task> <n>`, `order <task> <version>`, `message <id> …`. */
  const plans = new Map<string, number>()
  let goal: string | null = null
  let strayUntil = 0

  /** True once, `from` to `to` seconds after it was first asked. */
  function due(what: string, now: number, from: number, to: number): boolean {
    const at = plans.get(what) ?? now + 1000 * (from + (to - from) * random())
    plans.set(what, at)
    if (now < at) return false
    plans.set(what, Number.POSITIVE_INFINITY)
    return true
  }

  function answer(task: Task, link: Link & { offer: { n: number } }, now: number): void {
    const offer = `offer ${task.id} ${link.offer.n}`
    if (!due(offer, now, carrier.kind === 'unit' ? 2 : 4, carrier.kind === 'unit' ? 8 : 25)) return
    const mood = random()
    if (carrier.kind === 'assistant' && mood < habits.ignore) return
    const declines = carrier.kind === 'assistant' && mood < habits.ignore + habits.decline
    void phone.give('AnswerOffer', { task: task.id, party, answer: declines ? 'decline' : 'accept' })
  }

  function read(task: Task, now: number): void {
    const order = currentOrder(task)
    if (order)
      for (const [state, from, to] of [
        ['delivered', 0, 1],
        ['read', 3, 12],
        ['understood', 8, 40],
      ] as const)
        if (due(`order ${task.id} ${order.version} ${state}`, now, from, to))
          void phone.give('SeeOrder', { task: task.id, party, version: order.version, state })
    hear(now)
  }

  /** Also without a task: who was called back acknowledges it on the way home. */
  function hear(now: number): void {
    const who = { kind: carrier.kind, id: carrier.id }
    for (const message of phone.board.message.values())
      for (const [state, from, to] of [
        ['delivered', 0, 1],
        ['read', 3, 20],
        ['understood', 8, 60],
      ] as const)
        if (due(`message ${message.id} ${state}`, now, from, to))
          void phone.give('SeeMessage', { message: message.id, who, state })
  }

  function stay(task: Task, now: number): Pace {
    const place = phone.board.place.get(task.place)
    if (!place) return 'there'
    const sweeps = place.kind === 'segment' && place.ring !== null && carrier.kind === 'assistant'
    if (sweeps && goal !== `sweep ${task.id}`) {
      goal = `sweep ${task.id}`
      const mates = task.members.map(({ assistant }) => assistant)
      walker.follow(
        lanes(place.ring as Ring, habits.spacing, mates.indexOf(carrier.id), mates.length, random),
      )
    }
    if (sweeps && !walker.arrived()) return 'sweep'
    if (now < strayUntil) return 'there'
    if (carrier.kind === 'assistant' && random() < habits.stray) {
      strayUntil = now + 240_000
      walker.follow([outside(currentOrder(task)?.perimeter ?? [], walker.at), walker.at])
    } else if (walker.arrived() && random() < 0.05) walker.follow([near(place.meeting.at, 45, random)])
    return 'there'
  }

  return {
    live(now) {
      const task = phone.board.task.get(self()?.task ?? '')
      const link =
        task &&
        (carrier.kind === 'unit'
          ? task.unitLink
          : task.members.find(({ assistant }) => assistant === carrier.id))
      if (!task || !link || task.endedAt !== null) {
        hear(now)
        goal = null
        return 'idle'
      }
      read(task, now)
      switch (link.step) {
        case 'offered':
          answer(task, link, now)
          return 'idle'
        case 'accepted':
          if (due(`go ${task.id}`, now, 3, 15))
            void phone.give('TakeStep', { task: task.id, party, to: 'en-route' })
          return 'idle'
        case 'en-route': {
          const meeting = phone.board.place.get(task.place)?.meeting.at
          if (!meeting) return 'idle'
          if (goal !== task.id) {
            goal = task.id
            walker.goTo(near(meeting, 12, random))
          }
          if (
            walker.arrived() &&
            (carrier.kind === 'unit' || hasUnderstood(task, link)) &&
            due(`arrive ${task.id}`, now, 1, 4)
          )
            void phone.give('TakeStep', { task: task.id, party, to: 'on-scene' })
          return 'on-the-way'
        }
        case 'on-scene':
          return stay(task, now)
        default:
          return 'there'
      }
    },
  }
}

/** Rule D10: without it the server lets no assistant go on scene. */
const hasUnderstood = (task: Task, { order }: Link): boolean =>
  order.understood >= (currentOrder(task)?.version ?? 0)

/** Some 80 metres beyond the nearest corner of the perimeter. */
function outside(perimeter: Ring, at: LatLng): LatLng {
  const [corner] = [...perimeter].sort((a, b) => distance(a, at) - distance(b, at))
  if (!corner) return at
  return offset(corner, corner.lat > at.lat ? 80 : -80, corner.lng > at.lng ? 80 : -80)
}
