import { parseArgs } from 'node:util'
import { cityOf } from '../shared/city/city.ts'
import { randomFrom } from '../shared/city/random.ts'
import { type Carrier, enrolAll, type Tokens } from './enrol.ts'
import { makePerson, type Person } from './person.ts'

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
  },
})
const { address, tokens: tokenFile } = values
if (!address || !tokenFile || !process.send) {
  console.error('The people of a rehearsal are started by a rehearsal server.')
  process.exit(1)
}
const seed = Number(values.seed)
const speed = Math.min(10, Math.max(1, Number(values.speed)))
const city = cityOf(seed)

function ask<Answer>(question: unknown): Promise<Answer> {
  return new Promise((done) => {
    process.once('message', (answer) => done(answer as Answer))
    process.send?.(question)
  })
}

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
  people.push(makePerson({ carrier, token, address, city, speed, random: randomFrom(seed * 10_007 + n) }))
  if (n % perStep === perStep - 1) await new Promise((done) => setTimeout(done, 40))
}

let last = Date.now()
const timer = setInterval(() => {
  const now = Date.now()
  const seconds = Math.min(5, (now - last) / 1000)
  last = now
  for (const person of people) person.live(now, seconds)
}, 1000)

function stop(): void {
  clearInterval(timer)
  for (const person of people) person.stop()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.once('disconnect', stop)
