import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Carrier } from '../../rehearsal/enrol.ts'
import { addVerdict, delayOf, noVerdict } from '../../rehearsal/judge.ts'
import {
  type Member,
  makeCrew,
  type ScaleServer,
  seedStore,
  startScaleServer,
  type Usage,
} from '../../server/rehearsal/scale/crew.ts'
import { judged, reportsOf } from '../../server/rehearsal/scale/reports.ts'
import { crowdView } from './chain-crowd.ts'

export interface ChainSize {
  people: number
  sockets: number
  desks: number
  /** Of the load, after two seconds in which nothing is counted. */
  seconds: number
}

/** Figures of one load: fixes a second accepted, milliseconds, of 1 of the two cores. */
export interface ChainRun {
  reached: number
  dropped: Record<string, number>
  /** Positions that were compared with what was sent, and of them those never shown, shown late, shown elsewhere. */
  checked: number
  lost: number
  late: number
  wrong: number
  median: number
  slowest: number
  spare: number
  server: { cpuPerMillion: number; rss: number; lag: number }
}

const phonesOfOne = 3_000
const followed = 500
const cores = 2

/** A server with everybody on duty; loads one after the other, each with desks that come for it. */
export async function startChain(size: ChainSize) {
  const crew = makeCrew()
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  const env = {
    ...{ DATA_DIR: dataDir, LOG_LEVEL: 'error', SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_UNITS: '1' },
    SERIK_REHEARSAL_ASSISTANTS: String(size.people - 1),
  }
  await seedStore(crew, env)
  const server = await startScaleServer(crew, env)
  const people = await server.ask<Carrier[]>({ kind: 'carriers' })
  const follow = Math.ceil(people.length / followed)

  const some = people.slice(0, size.sockets).map(({ id }) => id)
  let started: Promise<Member[]> | null = null

  return {
    async singles(rate: number): Promise<ChainRun> {
      started ??= phones(server)
      return load(await started, rate)
    },
    async batches(rate: number): Promise<ChainRun> {
      return load([await gateway(server)], rate)
    },
    async end() {
      await crew.end()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }

  async function load(senders: Member[], rate: number): Promise<ChainRun> {
    const cookies = await server.ask<string[]>({ kind: 'cookies', count: size.desks })
    const watchers = await Promise.all([0, 1].map((n) => watch(cookies.filter((_, desk) => desk % 2 === n))))
    for (const sender of senders)
      sender.listen('told', (told: Float64Array) => {
        if (told.length > 0) for (const watcher of watchers) watcher.say({ told })
      })
    for (const sender of senders) sender.say({ rate: rate / senders.length })
    await wait(2_000)
    const before = { ...(await reportsOf(senders)), cpu: crew.cpu(), usage: await usage() }
    const began = performance.now()
    await wait(size.seconds * 1000)
    const after = { ...(await reportsOf(senders)), cpu: crew.cpu(), usage: await usage() }
    const seconds = (performance.now() - began) / 1000
    for (const sender of senders) sender.say({ rate: 0 })
    for (const watcher of watchers) watcher.say({ halt: true })
    const { counts, seen } = await judged(senders, watchers)
    const verdict = noVerdict()
    for (const one of seen) addVerdict(verdict, one.verdict)
    for (const watcher of watchers) await watcher.end()
    const accepted = after.counts.accepted - before.counts.accepted
    return {
      ...{ reached: accepted / seconds, dropped: counts.dropped },
      ...{ checked: verdict.checked, lost: verdict.lost, late: verdict.late, wrong: verdict.wrong },
      ...{ median: delayOf(verdict, 0.5), slowest: delayOf(verdict, 0.99) },
      spare: 1 - (after.cpu - before.cpu) / seconds / cores,
      server: {
        cpuPerMillion: ((after.usage.cpu - before.usage.cpu) / accepted) * 1e6,
        ...{ rss: after.usage.rss, lag: after.usage.lag },
      },
    }
  }

  function usage(): Promise<Usage> {
    return server.ask<Usage>({ kind: 'usage' })
  }

  async function phones({ address, ask }: ScaleServer): Promise<Member[]> {
    const devices = await ask<{ no: number; token: string }[]>({ kind: 'trackers', ids: some })
    const processes = Math.ceil(devices.length / phonesOfOne)
    return Promise.all(
      Array.from({ length: processes }, async (_, n) => {
        const member = crew.start('test/bench/chain-phones.ts', [address, `127.0.0.${n + 2}`])
        const its = devices.filter((_, i) => i % processes === n)
        member.listen('question', () => member.say({ phones: its, follow }))
        await Promise.race([member.hear('up'), crew.broken])
        return member
      }),
    )
  }

  async function gateway({ address, ask }: ScaleServer): Promise<Member> {
    const token = await ask<string>({ kind: 'gateway' })
    const member = crew.start('test/bench/chain-gateway.ts', [address])
    member.listen('question', () => member.say({ token, without: some, follow }))
    await Promise.race([member.hear('up'), crew.broken])
    return member
  }

  async function watch(cookies: string[]): Promise<Member> {
    const member = crew.start('rehearsal/desks.ts', ['--address', server.address])
    const desks = cookies.map((cookie) => ({ cookie, view: crowdView }))
    member.listen('question', () => member.say({ desks }))
    await Promise.race([member.hear('up'), crew.broken])
    return member
  }
}
