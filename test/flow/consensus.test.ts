import { afterAll, beforeAll, expect, test } from 'vitest'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { consensusOf } from '../../shared/search-theory/consensus.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { type Served, serve, staff } from '../kit/server.ts'

const centre = { lat: 43.24, lng: 76.905 }
const grants = [{ role: 'search-coordinator' as const, regions: ['almaty'], operations: [] }]
let server: Served
let ana: Connected
let ben: Connected
let auditor: Connected
let operation: string
let consensus: string

const segment = (letter: string, east = 0) => ({
  ...{ kind: 'segment' as const, letter, name: letter },
  ring: squareRing({ ...centre, lng: centre.lng + east }, 200),
  ...{ slots: [], minimum: 0, poa: null, meeting: { at: centre, time: null } },
})
const resultOf = (answer: unknown) => (answer as { result: Record<string, string> }).result

beforeAll(async () => {
  server = await serve()
  // The same grants: their desks are served as one.
  ana = await connect(server.address, await staff(server, grants))
  ben = await connect(server.address, await staff(server, grants))
  auditor = await connect(
    server.address,
    await staff(server, [{ role: 'auditor', regions: ['almaty'], operations: [] }]),
  )
  const opened = await ana.give('OpenOperation', {
    ...{ kind: 'search', title: 'Blind', region: 'almaty/medeu', perimeter: squareRing(centre, 2_000) },
    window: { from: Date.now(), to: Date.now() + 3 * 3_600_000 },
    places: [segment('F'), segment('G', 0.005)],
  })
  operation = resultOf(opened).operation ?? ''
  const given = await ana.give('OpenConsensus', { operation, method: 'mattson', row: null })
  consensus = resultOf(given).consensus ?? ''
})
afterAll(async () => {
  for (const desk of [ana, ben, auditor]) desk.close()
  await server.stop()
})

test('CONS-209 nobody sees a sheet before the closing: not by socket, nor in the journal, nor in the audit, nor on a new desk', async () => {
  const [hers, his] = [
    [61.0625, 28.9375, 10],
    [41, 37, 22],
  ]
  const first = await ana.give('GiveSheet', { consensus, values: hers ?? [] })
  const sheet = resultOf(first).sheet ?? ''
  expect(await ben.give('GiveSheet', { consensus, values: his ?? [] })).toMatchObject({ ok: true })
  for (const desk of [ana, ben, auditor])
    await desk.until('both sheets are counted', () =>
      desk.board.consensus.get(consensus)?.sheets.length === 2 ? true : undefined,
    )
  const late = await connect(server.address, await staff(server, grants))
  const journals = await Promise.all(
    [ana, ben, late].map((desk) => desk.read({ kind: 'journal', operation, before: null, limit: 100 })),
  )
  const audit = await auditor.read({
    ...{ kind: 'audit', chain: 'log', from: null, to: null, what: 'sheet', actor: null },
    ...{ about: sheet, operation: null, text: null, before: null, limit: 100 },
  })
  for (const [n, desk] of [ana, ben, auditor, late].entries()) {
    expect(desk.board.sheet.size, `desk ${n}`).toBe(0)
    expect(desk.board.consensus.get(consensus)).toMatchObject({ result: null })
  }
  const said = JSON.stringify([journals, audit, ...[ana, ben, auditor].map((desk) => desk.envelopes)])
  expect(said).toContain('SheetCounted')
  expect(said).not.toContain('SheetGiven')
  expect(said).not.toContain('61.0625')
  late.close()
})

test('CONS-210 only its author replaces a sheet, and only before the closing', async () => {
  const typed = await ana.give('GiveSheet', { consensus, values: [20, 20, 60], person: 'Forester' })
  const sheet = resultOf(typed).sheet ?? ''
  expect(await ben.give('GiveSheet', { consensus, values: [30, 30, 40], sheet })).toMatchObject({
    ...{ ok: false, code: 'search.sheet-not-yours' },
  })
  expect(
    await ana.give('GiveSheet', { consensus, values: [30, 30, 40], person: 'Forester', sheet }),
  ).toMatchObject({ ok: true })
})

test('CONS-211 at the closing every desk gets all sheets, the result and its spread, and they stay', async () => {
  expect(await ben.give('CloseConsensus', { consensus })).toMatchObject({ ok: true })
  const sheets = [
    [61.0625, 28.9375, 10],
    [41, 37, 22],
    [30, 30, 40],
  ]
  const late = await connect(server.address, await staff(server, grants))
  for (const desk of [ana, ben, auditor, late]) {
    await desk.until('the sheets are open', () => (desk.board.sheet.size === 3 ? true : undefined))
    const found = desk.board.consensus.get(consensus)
    expect(found?.sheets.map(({ sheet }) => desk.board.sheet.get(sheet)?.values)).toEqual(sheets)
    expect(found?.result).toEqual(consensusOf('mattson', sheets, null))
  }
  expect(await ana.give('GiveSheet', { consensus, values: [20, 20, 60] })).toMatchObject({
    ...{ ok: false, code: 'search.consensus-closed' },
  })
  late.close()
})
