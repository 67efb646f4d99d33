import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { number, percent } from '../../shared/i18n/format.ts'
import { sectionNames } from '../../shared/search/case/questionnaire.ts'
import { rowsOf } from '../../shared/search/priors/find-distances.ts'
import { searchState } from '../../shared/search/state.ts'
import { poaByRings } from '../../shared/search-theory/find-rings.ts'
import type { SweepLine } from '../../shared/search-theory/lanes.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { ensureClient } from '../kit/built-client.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { handsOn } from '../kit/hands.ts'
import { russianWords } from '../kit/russian-words.ts'
import { searchPage } from '../kit/search-page.ts'
import { searchParty } from '../kit/search-party.ts'
import { type Served, serve, staff } from '../kit/server.ts'
import { type Fault, hastyClock, type Sweeper, walk } from '../kit/sweepers.ts'

/**
 * A search from the statement to the end in a real browser, against a real server. The searchers' phones are on the wire,
 * one of them as a page, and walk as people do, at a clock that is put forward. Each test goes on where the one before
 * ended.
 */
const t = russianWords('case', 'operations', 'phone', 'search', 'terms', 'ui')
const ipp = { lat: 43.24, lng: 76.905 }
/** Two squares of 240 m, the one around the IPP likelier. */
const squares = {
  A: squareRing(ipp, 240),
  B: squareRing({ ...ipp, lng: ipp.lng + 0.0032 }, 240),
}
const geoJson = JSON.stringify({
  type: 'FeatureCollection',
  features: Object.entries(squares).map(([title, ring]) => ({
    ...{ type: 'Feature', properties: { title } },
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]].map((at) => [at?.lng, at?.lat])] },
  })),
})
const today = new Date().toISOString().slice(0, 10).split('-').reverse().join('.')

const clock = hastyClock()
const errors: string[] = []
let server: Served
let desk: Connected
let party: Awaited<ReturnType<typeof searchParty>>
let browser: Browser
let page: Page
let hands: ReturnType<typeof handsOn>
let search: ReturnType<typeof searchPage>

beforeAll(async () => {
  ensureClient()
  server = await serve({}, clock)
  const account = await staff(server, [
    { role: 'search-coordinator', regions: ['almaty/bostandyq'], operations: [] },
  ])
  desk = await connect(server.address, account)
  party = await searchParty(server, clock, { units: 3, assistants: 6 })
  browser = await launchChromium()
  page = await openPage({ viewport: { width: 1600, height: 1000 } })
  hands = handsOn(page)
  search = searchPage({ page, server, party, base: ipp, desk })
  const [name = '', value = ''] = account.cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.address }])
  await page.goto(`${server.address}/search`)
})
afterAll(async () => {
  await browser?.close()
  desk?.close()
  party?.close()
  await server?.stop()
})

async function openPage(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  await context.addInitScript(`localStorage.setItem('serik.language', 'ru')`)
  const opened = await context.newPage()
  opened.setDefaultTimeout(15_000)
  opened.on('pageerror', (error) => errors.push(error.message))
  opened.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return opened
}

const board = () => server.app.live.board

test('SAR-10 who opens a search is told that no team goes before the statement, registers it, and files who is missed', async () => {
  const { press, shows, fill, choose } = hands
  await press(t('operations:new-operation'))
  await fill(t('operations:title'), 'Ущелье')
  await fill(t('operations:perimeter'), `${ipp.lat} ${ipp.lng} 1000`)
  await press(t('operations:open'))
  await shows(t('search:no-statement'))
  await search.openPart(t('case:section.statement'))
  await fill(t('case:statement-number'), '1204')
  await fill(t('case:statement-day'), today)
  await fill(t('case:statement-by'), 'Дежурный РУП')
  await press(t('case:register'))
  await shows(t('search:statement-line', { number: '1204', day: today }))
  await search.openPart(t('case:section.subject'))
  await choose(t('search:category'), t('search:category.dementia'))
  await fill(t('case:clothing'), 'Серое пальто')
  await fill(t('search:ipp-long'), `${ipp.lat} ${ipp.lng}`)
  await press(t('operations:save'))
  await search.eventually('the point', () => search.operation().search?.ipp)
  await search.openPart(t('case:section.questions'))
  await choose(t('case:questions-section'), t('case:questions.health'))
  await fill(t('case:questions-who'), 'Дочь')
  await fill(t('case:question.walking'), 'Медленно, с палкой')
  await press(t('case:questions-save'))
  await shows('Медленно, с палкой')
  await press(t('ui:close'))
  await shows(t('case:questions-done', { done: 1, of: sectionNames.length }))
  await press(t('ui:close'))
})

test('SAR-11 the segments come from a file, and are as likely as the chosen rings make them', async () => {
  const { press, shows, fillNumber, choose } = hands
  await choose(t('search:rings-by'), t('search:category.dementia'))
  await shows('Grampian Police, 2007')
  await press(t('search:files-short'))
  await page.getByLabel(t('search:choose-file')).setInputFiles({
    ...{ name: 'segments.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(geoJson) },
  })
  await fillNumber(t('search:size-people'), 2)
  await press(t('search:areas-bring', { count: 2 }))
  await search.eventually('two segments', () => board().place.size === 2)
  await press(t('search:change-priors'))
  await choose(t('search:prior-source'), t('search:source.rings'))
  await press(t('operations:save'))
  await search.eventually('the probabilities', () => search.segment('B').poa)
  const { within = [] } = rowsOf(undefined).find(({ category }) => category === 'dementia') ?? {}
  for (const [letter, ring] of Object.entries(squares))
    expect(search.segment(letter).poa).toBeCloseTo(poaByRings(ipp, ring, within), 6)
  await press(t('search:width-short'))
  await page.getByText(t('search:width-by.lateral-range'), { exact: true }).click()
  for (const [i, seen] of [10, 10, 0].entries()) {
    const row = page.getByRole('group', { name: t('search:lateral-row', { n: i + 1 }) })
    await row.getByLabel(t('search:lateral-distance')).fill(String(10 * i))
    await row.getByLabel(t('search:lateral-seen')).fill(String(seen))
    await row.getByLabel(t('search:lateral-missed')).fill(String(10 - seen))
  }
  await shows(t('search:lateral-crossover', { half: '15,0', missed: '2,5', seen: '2,5' }))
  await press(t('operations:save'))
  await search.eventually('the width', () => search.operation().search?.sweepWidth.metres === 30)
})

let [first, second, third]: Task[] = []
let [lineA, lineB]: SweepLine[] = []

test('SAR-12 two teams go where the list says, and each line promises what the pure function reckons', async () => {
  await search.gainsAgree()
  first = await search.sendBy(t('search:to-segment', { letter: 'A' }), 'A')
  lineA = await search.setLine('A', 30)
  await hands.press(t('search:whole-plan'))
  await search.gainsAgree()
  second = await search.sendBy(t('search:to-segment', { letter: 'B' }), 'B')
  lineB = await search.setLine('B', 30)
  await hands.press(t('search:whole-plan'))
  await search.gainsAgree()
})

const drifts: Fault = (aside) => aside(25)
const takesTheNext: Fault = (aside) => aside(-60)
const leavesOut: Fault = () => []
const onlyThird = { 0: leavesOut, 1: leavesOut, 3: leavesOut }
let hole: number

test('SAR-13 where one drifts and one leaves out a lane there is a hole, and its line sends a team', async () => {
  if (!first || !second || !lineA || !lineB) throw new Error('nobody was sent')
  await walk(clock, [
    ...party.sweepers(first, lineA, [{ 2: drifts }, { 2: takesTheNext }]),
    ...party.sweepers(second, lineB),
  ])
  await search.record('A')
  await hands.shows(/дыры 1,\d га/)
  await party.say(first.unit, 'TakeStep', { task: first.id, party: { unit: first.unit }, to: 'complete' })
  await hands.press(t('search:whole-plan'))
  hole = await search.holeShown('A', (area) => area > 0.9)
  await search.gainsAgree()
  third = await search.sendBy(t('search:hole-of', { letter: 'A', area: number(hole, 'ru', 1) }), 'A')
})

let onPhone: ReturnType<typeof handsOn>

test('SAR-14 a clue from a phone is on the other team’s phones only when it is released, in the words of the release', async () => {
  if (!second || !third) throw new Error('nobody was sent')
  const { press, shows, fill, list } = hands
  await search.openPart(t('case:section.card'))
  await press(t('case:card-release'))
  await shows(t('search:card-out-short'))
  await press(t('ui:close'))
  const handset = await openPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const { code } = await server.app.enrolment.mint('enrol-unit', third.unit)
  await handset.goto(`${server.address}/field#code=${code}`)
  onPhone = handsOn(handset)
  await onPhone.press(t('phone:enrol.connect'))
  await onPhone.shows('Серое пальто')
  const [, finder] = party.peopleOf(second)
  const clue = randomUUID()
  const text = JSON.stringify({ kind: 'item', words: 'Перчатка внука' })
  const found = { clue, operation: search.operation().id, at: ipp, text, foundAt: clock.now() }
  await party.say(finder?.id ?? '', 'ReportClue', found)
  await list(t('search:clues')).getByRole('button', { name: 'Перчатка внука' }).click()
  await shows(t('search:clue-hidden'))
  await press(t('case:clue-release'))
  await fill(t('case:clue-release-words'), 'Серая перчатка')
  expect(party.all().some((one) => one.board.clue.has(clue))).toBe(false)
  await press(t('case:clue-release'))
  await shows(t('search:clue-released'))
  await onPhone.shows(/Серая перчатка/)
  expect(await onPhone.sees(/внука/)).toBe(false)
  await press(t('ui:close'))
})

/** What was walked of it north of the IPP. */
const northern = (sweepers: Sweeper[]): Sweeper[] =>
  sweepers.map(({ phone, way }) => ({
    phone,
    way: way.map((at) => ({ ...at, lat: Math.max(at.lat, ipp.lat) })),
  }))

test('SAR-15 the hole shrinks by the half that the second team fills, whose debriefing corrects the sweep', async () => {
  if (!third || !lineA) throw new Error('nobody was sent')
  const { press, shows, fill, fillNumber } = hands
  // The leader's phone is the page now.
  const [, ...searchers] = party.sweepers(third, lineA, [onlyThird, onlyThird])
  await walk(clock, northern(searchers))
  await search.record('A')
  await press(t('search:debrief-begin'))
  await fillNumber(t('search:spacing-seen'), 30)
  await page.getByText(t('search:seen-how.visibility'), { exact: true }).click()
  await page.getByRole('combobox', { name: t('search:visibility') }).click()
  await page.getByRole('option', { name: t('terms:visibility.low') }).click()
  await fill(t('search:debrief-words'), 'Туман у ручья')
  await press(t('search:debrief-save'))
  await shows(t('search:pod-corrected'))
  await shows(/Туман у ручья/)
  const [, sweep] = search.segment('A').searches
  expect(sweep?.debrief?.pod).toBeLessThan(sweep?.pod ?? 0)
  await press(t('search:whole-plan'))
  expect(await search.holeShown('A', (area) => area < 0.6 * hole)).toBeGreaterThan(0.25 * hole)
  await search.gainsAgree()
})

test('SEARCH-65 beside every probability stands what it is reckoned from', async () => {
  const state = searchState([...board().place.values()])
  const place = search.segment('A')
  const a = state.segments.find((one) => one.place === place.id)
  if (!a) throw new Error('no segment A')
  const show = (share: number) => percent(share, 'ru', 1)
  const coverage = place.searches.reduce((sum, sweep) => sum + (sweep.debrief ?? sweep).coverage, 0)
  const row = page
    .getByRole('table', { name: t('search:segments') })
    .getByRole('row')
    .nth(1)
  for (const words of [
    show(a.poaNow),
    t('search:poa-from', { start: number(100 * a.poaStart, 'ru', 1) }),
    percent(a.pod, 'ru'),
    t('search:coverage-is', { coverage: number(coverage, 'ru', 2) }),
  ])
    expect(await row.textContent()).toContain(words)
  const left = number(1 - state.opos, 'ru', 3)
  const success = `A ${show(a.poaStart)} × ${number(a.pod, 'ru', 2)}`
  await hands.shows(t('search:success-worked', { success: show(state.opos), parts: success }))
  await hands.shows(t('search:row-worked', { row: show(state.rowNow), start: show(state.rowStart), left }))
})

test('SAR-16 located: every phone is told to be silent, the tasks are over, card and clue are gone', async () => {
  if (!first || !second || !third) throw new Error('nobody was sent')
  const { press, shows, fill, choose } = hands
  // The first team has completed its segment: it is on its way back, and told too.
  const back = first.members.map(({ assistant: id }) => ({ kind: 'assistant' as const, id }))
  const searching = [...party.peopleOf(second), ...party.peopleOf(third), ...back]
  await search.openPart(t('case:section.located'))
  await choose(t('case:located-state'), t('case:located-state.alive'))
  await fill(t('case:return-to'), 'Ворота 2')
  await press(t('case:located-next'))
  await shows(t('case:located-stops', { count: 2 }))
  // A press right after the first is taken for it.
  await vi.waitFor(
    async () => {
      if (board().case.get(search.operation().id)?.located) return
      await page.getByRole('button', { name: t('case:located-confirm') }).click({ timeout: 500 })
      throw new Error('not located yet')
    },
    { timeout: 15_000, interval: 200 },
  )
  await onPhone.shows(t('phone:silence'))
  await onPhone.shows('Ворота 2')
  for (const gone of ['Серое пальто', /Серая перчатка/]) expect(await onPhone.sees(gone)).toBe(false)
  await onPhone.press(t('phone:silence-taken'))
  for (const who of searching.filter(({ id }) => id !== third?.unit)) {
    const one = party.phone(who.id)
    const order = await one.until('the order to be silent', () =>
      [...one.board.message.values()].find(({ kind }) => kind === 'radio-silence'),
    )
    await one.until(
      'nothing left',
      () => one.board.task.size + one.board.card.size + one.board.clue.size === 0,
    )
    await party.say(who.id, 'SeeMessage', { message: order.id, who, state: 'understood' })
  }
  await shows(t('case:receipts-count', { done: searching.length, of: searching.length }))
  expect([...board().task.values()].every(({ endedAt }) => endedAt !== null)).toBe(true)
  await shows(t('search:card-not'))
  expect(errors).toEqual([])
})
