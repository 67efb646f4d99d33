import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { type NodeProcess, startNode } from '../kit/node-process.ts'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const people = 40
/** Commands of each before the first change among the nodes, and after the last. */
const some = 10

let redis: TestRedis
let env: Record<string, string>
/** A node in this process, which stays: it makes the people and reads the log at the end. */
let keeper: Served
const nodes: NodeProcess[] = []
const alive = () => [keeper.address, ...nodes.map(({ address }) => address)]

beforeAll(async () => {
  redis = await startRedis()
  env = {
    REDIS_URL: redis.url,
    SERIK_VAULT_KEY: randomBytes(32).toString('base64'),
    SERIK_REHEARSAL: 'off',
  }
  keeper = await serve(env)
  nodes.push(...(await Promise.all([startNode(env), startNode(env), startNode(env)])))
}, 60_000)

afterAll(async () => {
  await Promise.all(nodes.map((node) => node.end('SIGKILL')))
  await keeper?.stop()
  await redis?.stop()
})

/** Milliseconds, as the server says; any other refusal is a fault. */
function toldToWait({ code, params }: CommandAnswer & { ok: false }): number {
  if (code !== 'rate.limited') throw new Error(code)
  return 1_000 * Number(params?.seconds)
}

interface Phone {
  /** Ids, in order. */
  acknowledged: string[]
  /** Nodes it has come to. */
  nodes: number
  running: Promise<void>
}

/** Books on and off by turns until told; after a cut it goes to another node and gives the same command again. */
function startPhone(person: Awaited<ReturnType<typeof carrier>>, n: number, enough: () => boolean): Phone {
  const who = { kind: 'assistant' as const, id: person.id }
  const phone: Phone = { acknowledged: [], nodes: 0, running: run() }
  return phone

  async function connected(): Promise<Connected> {
    for (;;) {
      const others = alive()
      const made = await connect(others[(n + phone.nodes) % others.length] as string, person).catch(
        () => null,
      )
      phone.nodes++
      if (made) return made
    }
  }

  async function run() {
    await null
    let connection = await connected()
    for (let given = 0; given % 2 === 1 || !enough(); given++) {
      const id = randomUUID()
      for (let ok = false; !ok; ) {
        if (!connection.socket.connected) connection = await connected()
        const cut = new Promise<null>((done) => connection.socket.once('disconnect', () => done(null)))
        const command = connection.give(given % 2 ? 'BookOff' : 'BookOn', { who }, { id }).catch(() => null)
        const answer = await Promise.race([command, cut])
        if (answer && !answer.ok) await wait(toldToWait(answer))
        ok = answer?.ok === true
      }
      phone.acknowledged.push(id)
    }
    connection.close()
  }
}

test('NODE-12 of four nodes under load one is killed, one leaves and one joins: what was acknowledged stands in the log once, and all boards are equal', async () => {
  const made: Awaited<ReturnType<typeof carrier>>[] = []
  for (let n = 0; n < people; n++) made.push(await carrier(keeper, 'assistant'))

  let over = Number.POSITIVE_INFINITY
  const phones: Phone[] = []
  for (const [n, person] of made.entries())
    phones.push(startPhone(person, n, () => (phones[n]?.acknowledged.length ?? 0) >= over))
  const least = () => Math.min(...phones.map(({ acknowledged }) => acknowledged.length))
  await vi.waitUntil(() => least() >= some, 20_000)
  const [killed, leaves] = nodes.splice(0, 2) as [NodeProcess, NodeProcess]
  const [, code, joined] = await Promise.all([killed.end('SIGKILL'), leaves.end('SIGTERM'), startNode(env)])
  nodes.push(joined)
  over = some + Math.max(...phones.map(({ acknowledged }) => acknowledged.length))
  await Promise.all(phones.map(({ running }) => running))
  expect(code).toBe(0)
  expect(phones.filter((one) => one.nodes > 1).length).toBeGreaterThanOrEqual(people / 4)

  const events = await keeper.app.stores.log.read(0, 100_000)
  const shifts = events.filter(({ type }) => type === 'ShiftOpened' || type === 'ShiftClosed')
  const given = phones.flatMap(({ acknowledged }) => acknowledged)
  expect(shifts.map(({ commandId }) => commandId).sort()).toEqual(given.sort())

  const grants = [{ role: 'duty-officer' as const, regions: ['almaty'], operations: [] }]
  const officer = await staff(keeper, grants)
  const { board } = keeper.app.live
  for (const address of alive()) {
    const desk = await connect(address, officer)
    await desk.until('the board to stand where the log ends', () => desk.board.seq >= board.seq)
    for (const { id } of made)
      expect(desk.board.assistant.get(id)?.shift, address).toEqual(board.assistant.get(id)?.shift)
    desk.close()
  }
}, 120_000)
