import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePipeline, type Pipeline } from '../../../server/pipeline/handle-command.ts'
import { derivedId } from '../../../server/pipeline/identifiers.ts'
import { type LiveBoard, liveBoard } from '../../../server/pipeline/live-board.ts'
import { systemClock } from '../../../server/ports/clock.ts'
import type { Append } from '../../../server/ports/event-log.ts'
import type { Stores } from '../../../server/ports/stores.ts'
import { openEmbedded } from '../../../server/stores/embedded/open.ts'
import { staffViewer, type Viewer } from '../../../shared/auth/viewer.ts'
import type { Body, CommandType } from '../../../shared/board/commands.ts'
import type { CommandAnswer } from '../../../shared/wire/command.ts'
import { perimeter } from '../../kit/dispatch-past.ts'

let dataDir: string
let stores: Stores
let live: LiveBoard
/** Straight to the store: whoever is faster. */
let rival: Pipeline
let officer: Viewer
let operation: string

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'serik-pipeline-'))
  stores = await openEmbedded({ dataDir, clock: systemClock })
  live = await liveBoard(stores.log)
  rival = makePipeline({ live, log: stores.log, vault: stores.vault, clock: systemClock })
  officer = await viewer('almaty')
  operation = (result(await as(officer)('OpenOperation', patrol)) as { operation: string }).operation
})
afterEach(async () => {
  live.stop()
  await stores.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const patrol = {
  ...{ kind: 'patrol' as const, title: 'Patrol', region: 'almaty', perimeter },
  window: { from: Date.now(), to: Date.now() + 3_600_000 },
}

async function viewer(region: string): Promise<Viewer> {
  const grants = [{ role: 'duty-officer' as const, regions: [region], operations: [] }]
  const answer = await rival.giveOwn(`account ${region}`, 'OpenAccount', { name: 'X', police: true, grants })
  return staffViewer(live.board, (result(answer) as { account: string }).account) as Viewer
}

const as =
  (viewer: Viewer, pipeline = rival) =>
  <Type extends CommandType>(
    type: Type,
    body: Body<Type>,
    more: { id?: string; seen?: Record<string, number> } = {},
  ) =>
    pipeline.give(viewer, { id: randomUUID(), ...more, type, body })

function result(answer: CommandAnswer): unknown {
  if (!answer.ok) throw new Error(answer.code)
  return answer.result
}

/** A pipeline whose every append is preceded by what `first` does, on the same store. */
function overtakenBy(first: (append: Append, n: number) => Promise<unknown>) {
  const appends: Append[] = []
  const append: Stores['log']['append'] = async (given) => {
    appends.push(given)
    await first(given, appends.length)
    return stores.log.append(given)
  }
  const log = { ...stores.log, append }
  return { appends, pipeline: makePipeline({ live, log, vault: stores.vault, clock: systemClock }) }
}

const rename = (n: number) => as(officer)('ChangeOperation', { operation, title: `Faster ${n}` })

test('PIPE-1 a decision that was overtaken is made again unseen, the fifth time is the last: `command.busy`', async () => {
  const often = overtakenBy((_, n) => (n < 5 ? rename(n) : Promise.resolve()))
  expect(await as(officer, often.pipeline)('ChangeOperation', { operation, title: 'Fifth' })).toMatchObject({
    ok: true,
  })
  expect(often.appends).toHaveLength(5)
  expect(live.board.operation.get(operation)?.title).toBe('Fifth')
  const always = overtakenBy((_, n) => rename(n))
  expect(await as(officer, always.pipeline)('ChangeOperation', { operation, title: 'Never' })).toEqual({
    ok: false,
    code: 'command.busy',
  })
  expect(always.appends).toHaveLength(5)
  expect(live.board.operation.get(operation)?.title).toBe('Faster 5')
})

test('PIPE-2 twenty who answer one task at the same moment all get their answer, each stored once', async () => {
  const twenty = Array.from({ length: 20 }, (_, n) => `A-${100 + n}`)
  const rows = twenty.map((callSign) => ({ callSign, name: callSign, region: 'almaty', skills: [] }))
  await rival.giveOwn('people', 'ImportAssistants', { rows })
  await rival.giveOwn('unit', 'RegisterUnit', { callSign: 'U-1', region: 'almaty', mobility: 'car' })
  const [unit = ''] = live.board.unit.keys()
  const people = [...live.board.assistant.keys()]
  await as(officer)('BookOn', { who: { kind: 'unit', id: unit } })
  for (const id of people) await as(officer)('BookOn', { who: { kind: 'assistant', id } })
  const planned = await as(officer)('PlanPlace', {
    ...{ operation, kind: 'beat', letter: 'A', name: 'Beat', ring: null, minimum: 0, poa: null },
    meeting: { at: { lat: 43.24, lng: 76.94 }, time: null },
    slots: people.map(() => ({})),
  })
  expect(planned).toMatchObject({ ok: true })
  const [place = ''] = live.board.place.keys()
  const members = people.map((assistant, slot) => ({ assistant, slot }))
  const sent = await as(officer)('SendTask', { operation, place, unit, members })
  const { task } = result(sent) as { task: string }

  const answers = await Promise.all(
    people.map((assistant) =>
      as({ kind: 'assistant', id: assistant, device: `phone of ${assistant}` })('AnswerOffer', {
        ...{ task, party: { assistant }, answer: 'accept' },
      }),
    ),
  )
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
  expect(live.board.task.get(task)?.members.map(({ step }) => step)).toEqual(people.map(() => 'accepted'))
  const log = await stores.log.read(0, 1000)
  expect(log.filter(({ type }) => type === 'StepTaken')).toHaveLength(20)
})

test('PIPE-3 a decision that lost its race leaves none of its texts and names behind', async () => {
  await rival.giveOwn('a person', 'RegisterUnit', { callSign: 'U-1', region: 'almaty', mobility: 'car' })
  const id = randomUUID()
  const text = derivedId(id, 1)
  const closing = overtakenBy(async () => {
    expect(await stores.vault.get(text)).toEqual({ text: 'Too late' })
    await as(officer)('CloseOperation', { operation, outcome: 'done' })
  })
  const late = as(officer, closing.pipeline)
  const changed = await late('ChangeOperation', { operation, briefing: 'Too late' }, { id })
  expect(changed).toMatchObject({ ok: false })
  expect(closing.appends).toHaveLength(1)
  expect(await stores.vault.get(text)).toBeNull()

  const rows = [{ callSign: 'A-1', name: 'Қызғалдақ', region: 'almaty', skills: [] }]
  const twice = overtakenBy(() => rival.giveOwn('the other registrar', 'ImportAssistants', { rows }))
  const answer = await twice.pipeline.giveOwn('this registrar', 'ImportAssistants', { rows })
  expect(answer).toMatchObject({ ok: true, result: { imported: 0, skipped: ['A-1'] } })
  expect(await stores.vault.find('қызғалдақ', 10)).toEqual([...live.board.assistant.keys()])
})

test('PIPE-4 a text stands as it was written, whoever gives another one under the id of its command', async () => {
  const id = randomUUID()
  const note = { operation, note: 'The first' }
  expect(await as(officer)('AddNote', note, { id })).toMatchObject({ ok: true })
  const text = derivedId(id, 2)
  expect(await stores.vault.get(text)).toEqual({ text: 'The first' })
  for (const other of [officer, await viewer('almaty/medeu')]) {
    const body = { operation: null, region: 'almaty/medeu', note: 'Another' }
    expect(await as(other)('AddNote', body, { id })).toEqual({ ok: false, code: 'command.id-reused' })
    expect(await stores.vault.get(text)).toEqual({ text: 'The first' })
  }
})

test('PIPE-5 a conflict names its holder only to who may see what has moved', async () => {
  await rival.giveOwn('unit', 'RegisterUnit', { callSign: 'U-1', region: 'astana', mobility: 'car' })
  const [unit = ''] = live.board.unit.keys()
  const capital = await viewer('astana')
  const moved = { seen: { [`unit:${unit}`]: 0 } }
  const conflict = { ok: false, code: 'command.conflict' }
  expect(await as(officer)('AddNote', { operation, note: 'Here' }, moved)).toEqual(conflict)
  expect(await as(capital)('AddNote', { operation: null, region: 'astana', note: 'There' }, moved)).toEqual({
    ...conflict,
    params: { kind: 'unit', id: unit },
    holder: { kind: 'system', id: 'serik', at: expect.any(Number) },
  })
})

test('PIPE-6 every try of a command, and every node that decides it, makes the same ids, and one effect', async () => {
  const once = overtakenBy((_, n) => (n === 1 ? as(officer)('OpenOperation', patrol) : Promise.resolve()))
  const id = randomUUID()
  const opened = await as(officer, once.pipeline)('OpenOperation', patrol, { id })
  const idsOf = ({ facts }: Append) => facts.flatMap(({ keys }) => keys)
  expect(once.appends.map(idsOf)).toEqual(
    [1, 2].map(() => [`operation:${derivedId(id, 1)}`, 'store:numbers']),
  )
  expect(result(opened)).toMatchObject({ operation: derivedId(id, 1) })

  const otherLive = await liveBoard(stores.log)
  const other = makePipeline({ ...stores, live: otherLive, clock: systemClock })
  const body = { callSign: 'U-1', region: 'almaty', mobility: 'car' as const }
  const answers = await Promise.all(
    [rival, other].map((node) => node.giveOwn('one reason', 'RegisterUnit', body)),
  )
  expect(answers[0]).toMatchObject({ ok: true })
  expect(answers[1]).toEqual(answers[0])
  expect(live.board.unit.size).toBe(1)
  otherLive.stop()
})
