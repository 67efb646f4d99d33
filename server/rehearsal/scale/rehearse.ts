import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { addUp, type Counts } from '../../../rehearsal/counts.ts'
import type { Carrier } from '../../../rehearsal/enrol.ts'
import { addVerdict, noVerdict, type Verdict } from '../../../rehearsal/judge.ts'
import { cityCentre } from '../../../shared/city/city.ts'
import type { View } from '../../../shared/wire/view.ts'
import { type Member, makeCrew, seedStore, startScaleServer, type Usage } from './crew.ts'
import { type DesksReport, judged, reportsOf } from './reports.ts'

export interface ScaleOptions {
  assistants: number
  units: number
  seed: number
  speed: number
  sockets: number
  desks: number
  dataDir: string
}

/** What was measured; bytes, seconds, milliseconds. */
export interface ScaleFigures {
  options: ScaleOptions
  seconds: number
  /** Of the whole run: what people did, and officers (`commands` of both). */
  counts: Counts
  alarms: number
  verdict: Verdict
  desks: DesksReport['figures']
  server: { rss: number; cpu: number; cpuPerMillion: number; lag: number; perSocket: number }
}

const phonesOfOne = 5_000
const desksOfOne = 25
/** Of everybody so many are followed fix by fix; where they all are is compared at the end. */
const followed = 1_000

/** Everything in processes of its own that know the server by its address; ends when the minutes are over or `sooner`, or with an error. */
export async function rehearseAtScale(
  options: ScaleOptions,
  until: { minutes: number; sooner: AbortSignal },
  say: (sentence: string) => void,
): Promise<ScaleFigures> {
  const crew = makeCrew()
  let runs = false
  const early = once(until.sooner, 'abort').then(() => {
    if (runs) return new Promise<never>(() => {})
    throw new Error('Ended before everybody was there: nothing was measured.')
  })
  try {
    return await Promise.race([run(), early, crew.broken])
  } finally {
    await crew.end()
  }

  async function run(): Promise<ScaleFigures> {
    const { assistants, units, seed, speed, sockets, desks, dataDir } = options
    const env = {
      ...{ DATA_DIR: dataDir, LOG_LEVEL: 'error', SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_SEED: String(seed) },
      ...{ SERIK_REHEARSAL_ASSISTANTS: String(assistants), SERIK_REHEARSAL_UNITS: String(units) },
    }
    say(`${assistants} assistants and ${units} units are being registered and booked on …`)
    await seedStore(crew, env)
    const server = await startScaleServer(crew, env)
    say(`The server listens on ${server.address}.`)
    const people = await server.ask<Carrier[]>({ kind: 'carriers' })
    const withPhone = chosen(people, sockets)
    const follow = Math.ceil(people.length / followed)
    const common = ['--address', server.address, '--seed', String(seed), '--speed', String(speed)]
    const senders: Member[] = []
    const watchers: Member[] = []

    const before = await server.ask<Usage>({ kind: 'usage' })
    for (let at = 0; at < withPhone.length; at += phonesOfOne)
      senders.push(await phones(withPhone.slice(at, at + phonesOfOne), at))
    const after = await server.ask<Usage>({ kind: 'usage' })
    say(`${withPhone.length} phones are connected.`)
    senders.push(await gateway())
    say(`${people.length - withPhone.length} more are carried by the gateway.`)
    const cookies = await server.ask<string[]>({ kind: 'cookies', count: desks })
    for (let at = 0; at < desks; at += desksOfOne)
      watchers.push(await watch(cookies.slice(at, at + desksOfOne), at))
    runs = true
    say(`${desks} desks look on.`)

    const [usage, { counts: begun }] = await Promise.all([
      server.ask<Usage>({ kind: 'usage' }),
      reportsOf(senders),
    ])
    const began = performance.now()
    await wait(until.minutes * 60_000, null, { signal: until.sooner }).catch(() => {})
    const seconds = (performance.now() - began) / 1000
    for (const member of [...senders, ...watchers]) member.say({ halt: true })
    const last = await server.ask<Usage>({ kind: 'usage' })
    const end = await judged(senders, watchers)
    return figures({ seconds, before, after, usage, last, begun, ...end, phones: withPhone.length })

    async function phones(carriers: Carrier[], at: number): Promise<Member> {
      const file = ['--tokens', `${dataDir}/rehearsal-phones-${at}.json`, '--follow', String(follow)]
      const member = crew.start('rehearsal/main.ts', [...common, ...file])
      member.listen('question', async ({ need }: { need?: string[] }) => {
        if (!need) return member.say({ carriers })
        member.say({ codes: await server.ask({ kind: 'codes', ids: need }) })
      })
      return joined(member)
    }

    async function gateway(): Promise<Member> {
      const token = await server.ask<string>({ kind: 'gateway' })
      const member = crew.start('rehearsal/gateway.ts', [...common, '--follow', String(follow)])
      member.listen('question', () => member.say({ token, without: withPhone.map(({ id }) => id) }))
      return joined(member)
    }

    async function joined(member: Member): Promise<Member> {
      member.listen('told', (told: Float64Array) => {
        if (told.length > 0) for (const watcher of watchers) watcher.say({ told })
      })
      await member.hear('up')
      return member
    }

    async function watch(some: string[], at: number): Promise<Member> {
      const member = crew.start('rehearsal/desks.ts', ['--address', server.address])
      const wanted = some.map((cookie, n) => ({
        ...{ cookie, view: viewOf(at + n) },
        ...(at + n === 0 && { sends: withPhone.map(({ id }) => id) }),
      }))
      member.listen('question', () => member.say({ desks: wanted }))
      await member.hear('up')
      return member
    }
  }

  function figures(measured: {
    seconds: number
    before: Usage
    after: Usage
    usage: Usage
    last: Usage
    begun: Counts
    counts: Counts
    seen: DesksReport[]
    phones: number
  }): ScaleFigures {
    const { seconds, before, after, usage, last, begun, counts, seen } = measured
    const verdict = noVerdict()
    const desks = { frames: 0, bytes: 0, shown: 0, refused: 0, cuts: 0 }
    for (const one of seen) {
      addVerdict(verdict, one.verdict)
      for (const name of Object.keys(desks) as (keyof typeof desks)[]) desks[name] += one.figures[name]
    }
    const cpu = last.cpu - usage.cpu
    const cpuPerMillion = (cpu / (counts.fixes - begun.fixes)) * 1e6
    return {
      ...{ options, seconds, verdict, desks },
      counts: addUp([counts, ...seen.map((one) => one.counts)]),
      alarms: new Set(seen.flatMap(({ alarms }) => [...alarms])).size,
      server: {
        ...{ rss: last.rss, cpu: cpu / seconds, cpuPerMillion, lag: last.lag },
        perSocket: measured.phones > 0 ? (after.rss - before.rss) / measured.phones : Number.NaN,
      },
    }
  }
}

/** Of five phones one is a unit's, so that there is who leads. */
function chosen(people: Carrier[], sockets: number): Carrier[] {
  const units = people.filter(({ kind }) => kind === 'unit').slice(0, Math.ceil(sockets / 5))
  const others = people
    .filter(({ kind }) => kind === 'assistant')
    .slice(0, Math.max(0, sockets - units.length))
  return [...units, ...others].slice(0, sockets)
}

/** Most look at the whole city, some closer or from afar; a screen of 1,600 by 900 pixels. */
const zooms = [13, 13, 12, 13, 14, 13, 11, 15, 13, 16]

function viewOf(n: number): NonNullable<View> {
  const zoom = zooms[n % zooms.length] as number
  const degrees = 360 / 256 / 2 ** zoom
  const [wide, high] = [800 * degrees, 450 * degrees * Math.cos((cityCentre.lat * Math.PI) / 180)]
  const { lat, lng } = cityCentre
  return { south: lat - high, north: lat + high, west: lng - wide, east: lng + wide, zoom }
}
