import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { prune } from '../../shared/board/prune.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'
import { middle } from '../kit/team.ts'

let ahead = 0
let node: Served
let desk: Connected
let cookie: string
let operation: string
let unit: Awaited<ReturnType<typeof carrier>>
let finder: typeof unit
let phone: Connected
const closers: Connected[] = []
const both = [
  { role: 'search-coordinator' as const, regions: ['almaty'], operations: [] },
  { role: 'duty-officer' as const, regions: ['almaty'], operations: [] },
]

beforeAll(async () => {
  node = await serve({}, { ...systemClock, now: () => systemClock.now() + ahead })
  const officer = await staff(node, both)
  cookie = officer.cookie
  desk = await opened(connect(node.address, officer))
  unit = await carrier(node, 'unit')
  finder = await carrier(node, 'assistant')
  const lead = await opened(connect(node.address, unit))
  phone = await opened(connect(node.address, finder))
  await lead.give('BookOn', { who: { kind: 'unit', id: unit.id } })
  await phone.give('BookOn', { who: { kind: 'assistant', id: finder.id } })
  operation = await search('Ravine')
  const place = await desk.until('the place', () =>
    [...desk.board.place.values()].find((one) => one.operation === operation),
  )
  await say('AllowHasty', { operation, reason: 'A test' })
  const members = [{ assistant: finder.id, slot: 0 }]
  const sent = await say('SendTask', { operation, place: place.id, unit: unit.id, members })
  const { task } = (sent as { result: { task: string } }).result
  await lead.give('AnswerOffer', { task, party: { unit: unit.id }, answer: 'accept' })
  await phone.give('AnswerOffer', { task, party: { assistant: finder.id }, answer: 'accept' })
})
afterAll(async () => {
  for (const one of closers) one.close()
  await node.stop()
})

async function opened(one: Promise<Connected>): Promise<Connected> {
  closers.push(await one)
  return one
}
const say: Connected['give'] = async (type, body) => {
  const answer = await desk.give(type, body)
  expect(answer, type).toMatchObject({ ok: true })
  return answer
}
async function search(title: string): Promise<string> {
  const letters = ['A', 'B']
  const given = await say('OpenOperation', {
    ...{ kind: 'search', title, region: 'almaty/bostandyq', perimeter: squareRing(middle, 2_000) },
    window: { from: node.app.clock.now() - 60_000, to: node.app.clock.now() + 3_600_000 },
    places: letters.map((letter, n) => ({
      ...{ kind: 'segment' as const, letter, name: letter, meeting: { at: middle, time: null } },
      ...{
        ring: squareRing({ ...middle, lng: middle.lng + n * 0.008 }, 500),
        slots: [{}],
        minimum: 0,
        poa: null,
      },
    })),
  })
  return (given as { result: { operation: string } }).result.operation
}
const textsIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"text":"([\w-]+)"/g)].map(([, id]) => id as string)
const picture = async (background: string) => {
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background } })
  return (await image.jpeg().toBuffer()).toString('base64')
}
const post = async (path: string, body: object, headers: Record<string, string>) => {
  const response = await fetch(`${node.address}${path}`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...headers },
  })
  return (await response.json()) as { photo?: { id: string; digest: string }; code?: string }
}

test('ATTACK-101 a clue and a card that were never released reach a phone by no way: push, resume, anew, texts, journal, export', async () => {
  const { upTo } = phone.welcome.events
  const { epoch } = phone.welcome
  await say('DescribeSubject', { operation, text: 'Scar like a horseshoe' })
  const placed = await say('PlaceClue', { operation, at: middle, text: 'Red glove' })
  const { clue } = (placed as { result: { clue: string } }).result
  await say('AssessClue', { clue, verdict: 'relevant' })
  await say('NoteCustody', { clue, takenBy: 'Locker 4', happenedAt: node.app.clock.now() })
  const { photo } = await post('/api/search/photo', { clue, image: await picture('#246') }, { cookie })
  const kept = await desk.until('the clue', () => {
    const found = desk.board.clue.get(clue)
    return found?.photo && found.custody.length > 0 && found
  })
  // Sent after all of it: once it is there, what would have been pushed has been.
  await say('SendMessage', { kind: 'text', operation, task: null, text: 'Radio check' })
  await phone.until('the message', () => phone.board.message.size > 0)
  const resumed = await connect(node.address, finder, { cursor: upTo, epoch })
  expect(resumed.board.operation.has(operation)).toBe(true)
  const hidden = [...textsIn(kept), ...textsIn(desk.board.case.get(operation))]
  expect(hidden.length).toBeGreaterThan(2)
  closers.push(resumed)
  for (const one of [phone, resumed]) {
    const told = JSON.stringify([one.welcome.events, one.envelopes])
    for (const secret of [clue, photo?.id, ...hidden]) expect(told).not.toContain(secret)
    expect(told).not.toMatch(/"(Clue|Custody|Subject|Case)\w+"/)
    expect(await one.read({ kind: 'texts', ids: hidden })).toEqual({})
    const journal = await one.read({ kind: 'journal', operation, before: null, limit: 200 })
    expect(JSON.stringify(journal)).not.toContain(clue)
    for (const about of [clue, operation])
      expect(
        await one.ask('read', {
          ...{ kind: 'audit', chain: 'log', from: null, to: null, what: null, actor: null, about },
          ...{ operation: null, text: null, before: null, limit: 10 },
        }),
      ).toMatchObject({ ok: false })
  }
  const bearer = { authorization: `Bearer ${finder.token}` }
  const grounds = { reason: 'To read it', password: 'none' }
  for (const path of ['/api/search/export', '/api/record/export'])
    expect((await post(path, { operation, format: 'gpx', ...grounds }, bearer)).code, path).toBeDefined()
  for (const path of ['field', 'search'])
    expect(
      (await fetch(`${node.address}/api/${path}/photos/${photo?.id}`, { headers: bearer })).ok,
      path,
    ).toBe(false)
})

test('ATTACK-104 of a released clue a phone is told number, words and picture: not who found it, who has it, or what it is held for', async () => {
  const finder = { kind: 'assistant' as const, id: unit.id }
  const placed = await say('PlaceClue', { operation, at: middle, text: 'Blue cap', finder })
  const { clue } = (placed as { result: { clue: string } }).result
  await say('AssessClue', { clue, verdict: 'relevant' })
  await say('NoteCustody', { clue, takenBy: 'Locker 9', happenedAt: node.app.clock.now() })
  await say('ReleaseClue', { clue, at: middle, text: 'A cap' })
  const seen = await phone.until('the clue', () => phone.board.clue.get(clue))
  await say('NoteCustody', { clue, takenBy: 'Locker 10', happenedAt: node.app.clock.now() })
  await say('SendMessage', { kind: 'text', operation, task: null, text: 'After it' })
  await phone.until('the message', () => phone.board.message.size > 1)
  const now = phone.board.clue.get(clue)
  for (const one of [seen, now])
    expect(one).toMatchObject({ custody: [], assessed: null, by: '', sealed: seen.released })
  expect(now?.finder).not.toMatchObject({ id: unit.id })
})

test('ATTACK-102 a phone cannot hang a picture of somebody else’s on a clue of its own', async () => {
  const shown = await post('/api/search/photo', { operation, image: await picture('#fa3') }, { cookie })
  const { photo } = shown as { photo: { id: string; digest: string } }
  await say('ReleaseCard', { operation, card: '{"looks":"tall"}', photo: true, to: 'teams', names: false })
  await phone.until('the card', () => phone.board.card.get(operation)?.photo?.id === photo.id)
  await say('WithdrawCard', { operation })
  const clue = randomUUID()
  const foundAt = node.app.clock.now()
  await phone.give('ReportClue', { clue, operation, at: middle, text: 'A boot', foundAt })
  expect(await phone.give('AddCluePhoto', { clue, photo })).toMatchObject({ code: 'command.forbidden' })
  await say('ReleaseClue', { clue, at: middle, text: 'A boot' })
  const answer = await fetch(`${node.address}/api/field/photos/${photo.id}`, {
    headers: { authorization: `Bearer ${finder.token}` },
  })
  expect(answer.status).toBe(404)
})

test('ATTACK-103 the sheets of a consensus that was dropped, or never closed, stay closed after the search has left the board', async () => {
  const other = await search('Dropped')
  const auditor = await opened(
    connect(node.address, await staff(node, [{ role: 'auditor', regions: ['almaty'], operations: [] }])),
  )
  const give = async (values: number[]) => {
    const open = await say('OpenConsensus', { operation: other, method: 'mattson', row: null })
    const { consensus } = (open as { result: { consensus: string } }).result
    const sheet = await say('GiveSheet', { consensus, values })
    return { consensus, sheet: (sheet as { result: { sheet: string } }).result.sheet }
  }
  const dropped = await give([61.0625, 28.9375, 10])
  await say('DropConsensus', { consensus: dropped.consensus })
  const closed = await give([51.0625, 38.9375, 10])
  await say('GiveSheet', { consensus: closed.consensus, values: [50, 40, 10], person: 'Forester' })
  await say('CloseConsensus', { consensus: closed.consensus })
  const running = await give([41.0625, 48.9375, 10])
  await say('CloseOperation', { operation: other, outcome: 'aborted' })
  ahead += 25 * 3_600_000
  node.app.push.forget(prune(node.app.live.board, node.app.clock.now()))
  expect(node.app.live.board.sheet.size).toBe(0)
  const journal = await desk.read({ kind: 'journal', operation: other, before: null, limit: 200 })
  const audit = await auditor.read({
    ...{ kind: 'audit', chain: 'log', from: null, to: null, what: null, actor: null, about: null },
    ...{ operation: other, text: null, before: null, limit: 200 },
  })
  for (const told of [journal, audit].map((one) => JSON.stringify(one))) {
    expect(told).toContain('51.0625')
    expect(told).toContain('ConsensusDropped')
    for (const { sheet } of [dropped, running]) expect(told).not.toContain(`"sheet:${sheet}"`)
    expect(told).not.toMatch(/[64]1\.0625/)
  }
})

test('ATTACK-105 a clue of a search in which nothing else is known is read by the desk, and by the auditor after it has left the board', async () => {
  const bare = await search('Bare')
  const auditor = await opened(
    connect(node.address, await staff(node, [{ role: 'auditor', regions: ['almaty'], operations: [] }])),
  )
  const later = await opened(connect(node.address, await staff(node, both)))
  const given = await later.give('PlaceClue', { operation: bare, at: middle, text: 'A tip from a shop' })
  const { clue } = (given as { result: { clue: string } }).result
  const seen = await later.until('the clue', () => later.board.clue.get(clue))
  const ids = textsIn(seen)
  expect(JSON.stringify(await later.read({ kind: 'texts', ids }))).toContain('A tip from a shop')
  await later.give('CloseOperation', { operation: bare, outcome: 'aborted' })
  ahead += 25 * 3_600_000
  node.app.push.forget(prune(node.app.live.board, node.app.clock.now()))
  expect(node.app.live.board.clue.has(clue)).toBe(false)
  expect(JSON.stringify(await auditor.read({ kind: 'texts', ids }))).toContain('A tip from a shop')
})
