import type { City } from '../shared/city/city.ts'
import type { Random } from '../shared/city/random.ts'
import { junctionAt } from '../shared/city/street-graph.ts'
import { bookedOn } from '../shared/shifts/types.ts'
import { type Duty, makeDuty } from './duty.ts'
import type { Carrier } from './enrol.ts'
import { makePhone } from './phone.ts'
import { makeWalker, near } from './walker.ts'

export interface Person {
  /** Once a second: moves, decides, reports. */
  live(now: number, seconds: number): void
  stop(): void
}

export interface PersonOptions {
  carrier: Carrier
  token: string
  address: string
  city: City
  speed: number
  random: Random
}

/** By the seed: how often somebody of each kind is off duty, loses the network, calls for help (chances per second). */
const habits = {
  offDuty: { assistant: 0.28, unit: 0.1 },
  loseNetwork: 1 / (3 * 3600),
  callForHelp: 1 / (120 * 3600),
}

export function makePerson({ carrier, token, address, city, speed, random }: PersonOptions): Person {
  const phone = makePhone(address, token)
  const junction = Math.floor(random() * city.graph.lat.length)
  const home = near(junctionAt(city.graph, junction), carrier.kind === 'unit' ? 0 : 40, random)
  const walker = makeWalker(city, home)
  const duty: Duty = makeDuty(phone, carrier, walker, random)
  const who = { kind: carrier.kind, id: carrier.id }
  const works = random() >= habits.offDuty[carrier.kind]
  const driver = carrier.kind === 'unit' && carrier.mobility === 'car'
  const interval = carrier.kind === 'unit' ? 4 : 8
  let nextFix = 0
  let asked = 0
  let rest = 0

  /** Nothing to do: a unit patrols, an assistant stays about where he lives. */
  function idle(now: number): void {
    if (!walker.arrived() || now < rest) return
    rest = now + (carrier.kind === 'unit' ? 20_000 : 120_000) * random()
    if (carrier.kind === 'unit') walker.goTo(near(home, 1500, random))
    else if (random() < 0.3) walker.goTo(near(home, 250, random))
  }

  return {
    live(now, seconds) {
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
      if (pace === 'idle') idle(now)
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
    stop: () => phone.stop(),
  }
}
