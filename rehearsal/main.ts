import { parseArgs } from 'node:util'
import { cityOf } from '../shared/city/city.ts'
import { randomFrom } from '../shared/city/random.ts'
import { noCounts } from './counts.ts'
import { type Carrier, enrolAll, type Tokens } from './enrol.ts'
import { ask, endWithParent } from './parent.ts'
import { makePerson, type Person } from './person.ts'
import { makeTold } from './told.ts'

/**
 * The people of a rehearsal: every unit and assistant as one phone over the real wire. They walk and drive the made-up
 * city's streets, take and leave orders, lose the network, stray, call for help; all of it by the seed.
 */
const { values } = parseArgs({
  options: {
    address: { type: 'string' },
    tokens: { type: 'string' },
    seed: { type: 'string', default: '7' },
    /** How much faster than life they move (1 to 10); their answers keep their time. */
    speed: { type: 'string', default: process.env.SERIK_REHEARSAL_SPEED ?? '1' },
    /** Tells the parent where every so-manieth is, to be compared with what desks show; 0: nobody. */
    follow: { type: 'string', default: '0' },
  },
})
const { address, tokens: tokenFile } = values
if (!address || !tokenFile || !process.send) {
  console.error('The people of a rehearsal are started by a rehearsal server.')
  process.exit(1)
}
const seed = Number(values.seed)
const speed = Math.min(10, Math.max(1, Number(values.speed)))
const follow = Number(values.follow)
const city = cityOf(seed)
const counts = noCounts()
const told = makeTold(follow)

const { carriers } = await ask<{ carriers: Carrier[] }>({})
const tokens: Tokens = await enrolAll(address, tokenFile, carriers, (need) =>
  ask<{ codes: Record<string, string> }>({ need }).then(({ codes }) => codes),
)

const people: Person[] = []
/** One phone after the other, so that a start is no storm. */
const perStep = 10
for (const [n, carrier] of carriers.entries()) {
  const token = tokens[carrier.id]
  if (!token) continue
  const random = randomFrom(seed * 10_007 + n)
  people.push(makePerson({ carrier, token, address, city, speed, random, counts, told }))
  if (n % perStep === perStep - 1) await new Promise((done) => setTimeout(done, 40))
}

const followed = follow > 0
if (followed) {
  while (people.some((person) => !person.up())) await new Promise((done) => setTimeout(done, 100))
  process.send({ up: people.length })
}

/** Each lives once a second, but not all at the same moment. */
const turns = 20
let turn = 0
const living = setInterval(() => {
  turn = (turn + 1) % turns
  const now = Date.now()
  for (let n = turn; n < people.length; n += turns) people[n]?.live(now)
}, 1000 / turns)

const telling = followed ? setInterval(() => process.send?.({ told: told.lately() }), 50) : undefined
process.on('message', (message: { halt?: true; report?: true }) => {
  if (message.halt) clearInterval(living)
  if (message.report) process.send?.({ report: { counts, all: told.all() } })
})

endWithParent(() => {
  clearInterval(living)
  clearInterval(telling)
  for (const person of people) person.stop()
})
