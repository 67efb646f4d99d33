import { expect } from 'vitest'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import { lineOrder } from '../../shared/search/sweep/line-order.ts'
import { nextTasks } from '../../shared/search/teams/best-next.ts'
import { minutesLeft } from '../../shared/search/teams/minutes-left.ts'
import type { SweepLine } from '../../shared/search-theory/lanes.ts'
import { isLive } from '../../shared/tasks/links.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { type Connected, connect } from './connect.ts'
import { carrier, type Served } from './server.ts'
import { type Fault, type hastyClock, ownWay, type Sweeper } from './sweepers.ts'

/** Milliseconds: longer than a search is planned for. */
const shift = 8 * 3_600_000

/** Units and assistants on duty with phones on the wire, who do what a search asks of them. */
export async function searchParty(
  server: Served,
  clock: ReturnType<typeof hastyClock>,
  { units, assistants }: { units: number; assistants: number },
) {
  const { board } = server.app.live
  const phones = new Map<Id, Connected>()
  const phone = (id: Id) => phones.get(id) as Connected
  const kinds = [...Array<'unit'>(units).fill('unit'), ...Array<'assistant'>(assistants).fill('assistant')]
  for (const kind of kinds) {
    const one = await carrier(server, kind)
    phones.set(one.id, await connect(server.address, one))
    await say(one.id, 'BookOn', { who: { kind, id: one.id }, to: clock.now() + shift })
  }
  const now = (id: Id) => board.task.get(id) as Task
  const peopleOf = ({ id }: Task) => [
    ...[{ kind: 'unit' as const, id: now(id).unit }],
    ...lineOrder(now(id)).map((id) => ({ kind: 'assistant' as const, id })),
  ]
  async function say(who: Id, ...said: Parameters<Connected['give']>): Promise<void> {
    expect(await phone(who).give(...said)).toMatchObject({ ok: true })
  }
  return {
    ...{ phone, say, peopleOf },
    all: () => [...phones.values()],

    /** Everybody stands there. */
    async standAt(at: LatLng) {
      const sentAt = clock.now()
      const fixes = [{ ...at, at: sentAt, accuracy: 3 }]
      for (const one of phones.values()) await one.ask('fixes', { sentAt, interval: 5, fixes })
    },

    /** All of a team accept, read the order, go there and are there. */
    async goTo(task: Id) {
      const { unit, members, orders } = now(task)
      const parties = [{ unit }, ...members.map(({ assistant }) => ({ assistant }))]
      for (const party of parties) {
        const who = 'unit' in party ? party.unit : party.assistant
        const version = orders.at(-1)?.version ?? 1
        await say(who, 'AnswerOffer', { task, party, answer: 'accept' })
        await say(who, 'SeeOrder', { task, party, version, state: 'understood' })
        for (const to of ['en-route', 'on-scene'] as const) await say(who, 'TakeStep', { task, party, to })
      }
    },

    /** Each searcher with the own way along the line, and what they do otherwise; the unit stands by. */
    sweepers(task: Task, line: SweepLine, faults: Readonly<Record<number, Fault>>[] = []): Sweeper[] {
      const place = board.place.get(task.place)
      const order = lineOrder(now(task.id))
      return [
        { phone: phone(task.unit), way: place ? [place.meeting.at] : [] },
        ...order.map((id, n) => ({
          phone: phone(id),
          way: ownWay(place?.ring ?? [], line, order.length, n + 1, faults[n]),
        })),
      ]
    },

    /** In hundredths, best first: what each task promises one more team, from what the server has. */
    async gains(operation: Id, base: LatLng, desk: Pick<Connected, 'read'>): Promise<number[]> {
      const segments = placesInOrder(board, operation).filter(({ kind }) => kind === 'segment')
      const measured = await desk.read({ kind: 'coverage', operation })
      const assumed = {
        sweepWidth: board.operation.get(operation)?.search?.sweepWidth.metres ?? 0,
        walked: new Map(measured.map(({ place, pod }) => [place, pod])),
        left: new Map(measured.flatMap(({ place, left }) => (left ? [[place, left] as const] : []))),
      }
      const out = [...board.task.values()]
        .filter(({ endedAt }) => endedAt === null)
        .map((task) => ({
          ...{ people: task.members.filter(isLive).length, out: task.place, stands: task.place },
          minutes: minutesLeft(task, 60, clock.now()),
        }))
      const tasks = nextTasks(segments, assumed, { people: 3, minutes: 60, at: base }, out)
      return tasks.map(({ gain }) => gain * 100)
    },

    close() {
      for (const one of phones.values()) one.close()
    },
  }
}
