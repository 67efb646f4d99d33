import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReadSession } from '../../server/reads/parts.ts'
import { readProposal } from '../../server/reads/proposal.ts'
import { staffViewer, type Viewer } from '../../shared/auth/viewer.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import type { Proposal } from '../../shared/pairing/proposal.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, patrolIn, type Served, serve, staff } from '../kit/server.ts'
import { around, middle } from '../kit/team.ts'

let server: Served
let account: Awaited<ReturnType<typeof staff>>
let desk: Connected
let operation: string
let places: string[]
let person: Awaited<ReturnType<typeof standing>>
const open: Connected[] = []

async function join(as: Parameters<typeof connect>[1]) {
  const connection = await connect(server.address, as)
  open.push(connection)
  return connection
}

/** On duty so many metres north of the places' meeting point. */
async function standing(kind: 'assistant' | 'unit', metres: number, region = 'almaty/bostandyq') {
  const who = await carrier(server, kind, { region })
  const phone = await join(who)
  expect(await phone.give('BookOn', { who: { kind, id: who.id } })).toMatchObject({ ok: true })
  const goTo = async (away: number, ago = 0) => {
    const fix = { lat: middle.lat + away / 111_195, lng: middle.lng, accuracy: 5, at: Date.now() - ago }
    expect(await phone.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [fix] })).toMatchObject({
      accepted: 1,
    })
  }
  await goTo(metres, 60_000)
  return { ...who, goTo }
}

beforeAll(async () => {
  process.on('worker', heard)
  server = await serve()
  account = await staff(server, [{ role: 'duty-officer', regions: ['almaty/bostandyq'], operations: [] }])
  desk = await join(account)
  await standing('unit', 30)
  await standing('unit', 40)
  person = await standing('assistant', 90)
  for (const metres of [50, 60, 70]) await standing('assistant', metres)
  const place = { kind: 'beat', name: 'Beat', ring: null, minimum: 1, poa: null } as const
  const opened = await desk.give('OpenOperation', {
    ...{ kind: 'patrol', title: 'Proposed', region: 'almaty/bostandyq', perimeter: around },
    window: { from: Date.now() - 60_000, to: Date.now() + 3_600_000 },
    places: ['A', 'B'].map((letter) => ({
      ...place,
      letter,
      slots: [{}],
      meeting: { at: middle, time: null },
    })),
  })
  operation = (opened as unknown as { result: { operation: string } }).result.operation
  places = await desk.until('two places', () => {
    const all = [...desk.board.place.values()].filter(({ operation: of }) => of === operation)
    return all.length === 2 && all.map(({ id }) => id)
  })
})

afterAll(async () => {
  for (const connection of open) connection.close()
  await server.stop()
  process.off('worker', heard)
})

const named = ({ teams }: Proposal) =>
  teams.flatMap(({ members }) => members.map(({ assistant }) => assistant))
const ask = (reader = desk, only?: string[]) =>
  reader.read({ kind: 'proposal', operation, ...(only && { places: only }) })
const threads: Worker[] = []
const heard = (thread: Worker) => threads.push(thread)
const viewer = () => staffViewer(server.app.live.board, account.account) as Viewer
const noSession = (): ReadSession => ({ named: new Set(), texts: new Set() })

/** A proposal of the server's own parts, with something that happens while it is solved. */
async function meanwhile(happens: (solved: string[]) => Promise<unknown>): Promise<Proposal> {
  const { reads } = server.app
  const solve: typeof reads.solve = async (staffing) => {
    const staffed = await reads.solve(staffing)
    await happens(staffed.places.flatMap(({ slots }) => slots.flatMap(({ assistant }) => assistant ?? [])))
    return staffed
  }
  const made = await readProposal({ ...reads, solve }, viewer(), noSession(), { operation })
  if (isRefusal(made)) throw new Error(made.code)
  return made
}
const offDuty = async (id: string) =>
  expect(await desk.give('BookOff', { who: { kind: 'assistant', id } })).toMatchObject({ ok: true })
const onDuty = async (id: string) =>
  expect(await desk.give('BookOn', { who: { kind: 'assistant', id } })).toMatchObject({ ok: true })

test('PAIR-10 what a connection asks at once is answered in that order, each for its own places and people', async () => {
  const stranger = await standing('assistant', 1, 'almaty/medeu')
  const order: number[] = []
  const asked = [undefined, [places[0] as string], undefined, [places[1] as string]]
  const answers = await Promise.all(
    asked.map(async (only, n) => {
      const answer = await ask(desk, only)
      order.push(n)
      return answer
    }),
  )
  expect(order).toEqual([0, 1, 2, 3])
  expect(answers.map(({ teams }) => teams.map(({ place }) => place))).toEqual(
    asked.map((only) => only ?? [...places].sort()),
  )
  expect(answers.map((answer) => named(answer).length)).toEqual([2, 1, 2, 1])
  expect(JSON.stringify(answers)).not.toContain(stranger.id)
  const city = await join(
    await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }]),
  )
  expect(named(await ask(city))).toContain(stranger.id)
})

test('PAIR-7 the connection that asked before keeps whom it was named; another, which was not, does not', async () => {
  const first = named(await ask())
  expect(first).not.toContain(person.id)
  await person.goTo(60)
  expect(named(await ask()).sort()).toEqual(first.sort())
  expect(named(await ask(await join(account)))).toContain(person.id)
})

test('PAIR-9 a thread that ends refuses the question in one sentence; the next is answered as if nothing had been', async () => {
  const before = named(await ask())
  await threads.at(-1)?.terminate()
  process.once('worker', (thread) => void thread.terminate())
  await expect(ask()).rejects.toThrow('proposal.interrupted')
  expect(named(await ask())).toEqual(before)
})

test('PAIR-11 when one whom it names moves while it is solved, it is made once more', async () => {
  let gone = ''
  let solved = 0
  const made = await meanwhile(async ([first = '']) => {
    if (solved++ > 0) return
    gone = first
    await offDuty(gone)
  })
  expect(solved).toBe(2)
  expect(gone).not.toBe('')
  expect(named(made)).toHaveLength(2)
  expect(named(made)).not.toContain(gone)
  await onDuty(gone)
})

test('PAIR-11 what moves even then is overtaken by its `seen`: an order that follows it is refused', async () => {
  const gone: string[] = []
  const made = await meanwhile(async ([first = '']) => {
    gone.push(first)
    await offDuty(first)
  })
  expect(gone).toHaveLength(2)
  const team = made.teams.find(({ members }) => members.some(({ assistant }) => assistant === gone[1]))
  const order = {
    ...{ operation, place: team?.place ?? '', unit: team?.unit?.id ?? '' },
    members: team?.members.map(({ assistant, slot }) => ({ assistant, slot })) ?? [],
  }
  for (const id of gone) await onDuty(id)
  expect(await desk.give('SendTask', order, { seen: made.seen })).toMatchObject({
    ok: false,
    code: 'command.conflict',
    params: { kind: 'assistant', id: gone[1] },
  })
  expect(await desk.give('SendTask', order)).toMatchObject({ ok: true })
})

test('PAIR-12 a server that stops waits for no proposal, and none begins after', async () => {
  const other = await serve()
  const { account: of, cookie } = await staff(other, [
    { role: 'duty-officer', regions: ['almaty'], operations: [] },
  ])
  const asker = await connect(other.address, { cookie })
  const opened = await asker.give('OpenOperation', patrolIn('almaty'))
  const { operation: id } = (opened as unknown as { result: { operation: string } }).result
  asker.close()
  const who = staffViewer(other.app.live.board, of) as Viewer
  const question = () => readProposal(other.app.reads, who, noSession(), { operation: id })
  expect(await question()).toMatchObject({ operation: id })
  const began = threads.length
  let stopped = false
  const stopping = other.stop().then(() => {
    stopped = true
  })
  while (!stopped) await question()
  await stopping
  expect(await question()).toMatchObject({ refused: true, code: 'proposal.interrupted' })
  expect(threads.length).toBe(began)
  expect(threads.at(-1)?.threadId).toBe(-1)
})
