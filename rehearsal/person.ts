import type { City } from '../shared/city/city.ts'
import type { Random } from '../shared/city/random.ts'
import { junctionAt } from '../shared/city/street-graph.ts'
import type { Fix } from '../shared/kernel/fix.ts'
import { bookedOn } from '../shared/shifts/types.ts'
import type { Counts } from './counts.ts'
import { type Duty, makeDuty } from './duty.ts'
import type { Carrier } from './enrol.ts'
import { makePhone } from './phone.ts'
import { intervals, makeStroll } from './stroll.ts'
import type { Told } from './told.ts'
import { makeWalker, near } from './walker.ts'

export interface Person {
  /** Once a second: moves, decides, reports. */
  live(now: number): void
  up(): boolean
  stop(): void
}

export interface PersonOptions {
  carrier: Carrier
  token: string
  address: string
  city: City
  speed: number
  random: Random
  counts: Counts
  told: Told
}

/** By the seed: how often somebody of each kind is off duty, loses the network, calls for help (chances per second). */
const habits = {
  offDuty: { assistant: 0.28, unit: 0.1 },
  loseNetwork: 1 / (3 * 3600),
  callForHelp: 1 / (120 * 3600),
}

export function makePerson(options: PersonOptions): Person {
  const { carrier, token, address, city, speed, random, counts, told } = options
  const note = (fix: Fix, now: number) => {
    const self = phone.board[carrier.kind].get(carrier.id)
    if (self) told.note(self.no, now, fix.lat, fix.lng)
  }
  const phone = makePhone(address, token, counts, note)
  const junction = Math.floor(random() * city.graph.lat.length)
  const home = near(junctionAt(city.graph, junction), carrier.kind === 'unit' ? 0 : 40, random)
  const walker = makeWalker(city, home)
  const duty: Duty = makeDuty(phone, carrier, walker, random)
  const who = { kind: carrier.kind, id: carrier.id }
  const works = random() >= habits.offDuty[carrier.kind]
  const driver = carrier.kind === 'unit' && carrier.mobility === 'car'
  const interval = intervals[carrier.kind]
  const stroll = makeStroll(walker, home, carrier.kind, random)
  let nextFix = 0
  let asked = 0
  let last = 0

  return {
    live(now) {
      const seconds = last === 0 ? 1 : Math.min(5, (now - last) / 1000)
      last = now
      const self = phone.board[carrier.kind].get(carrier.id)
      if (!self) return
      const on = bookedOn(self.shift) && now < self.shift.to
      if (!on && works && phone.up() && now - asked > 60_000) {
        asked = now
        const hours = 4 + Math.floor(random() * 7)
        void phone.give('BookOn', { who, to: now + hours * 3_600_000 })
      }
      if (!on) return
      const pace = duty.live(now)
      if (pace === 'idle') stroll(now)
      const metresPerSecond = pace === 'sweep' ? 0.8 : driver && pace !== 'there' ? 8 : 1.35
      walker.move(metresPerSecond * speed * seconds)
      if (random() < habits.loseNetwork * seconds) phone.lose(20_000 + random() * 300_000)
      if (random() < habits.callForHelp * seconds)
        void phone.give('CallForHelp', { pressedAt: now, fix: { at: now, ...walker.at, accuracy: 8 } })
      if (now < nextFix) return
      nextFix = now + interval * 1000 * (0.9 + 0.2 * random())
      const accuracy = 4 + 8 * random()
      phone.fix(
        {
          at: now,
          ...near(walker.at, accuracy / 3, random),
          accuracy,
          ...(walker.moving ? { heading: walker.heading, speed: metresPerSecond } : { speed: 0 }),
        },
        interval,
      )
    },
    up: phone.up,
    stop: () => phone.stop(),
  }
}
