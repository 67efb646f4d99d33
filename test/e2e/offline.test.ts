import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWords } from '../../client/ui/words.ts'
import { planeAt, toLatLng } from '../../shared/geo/plane.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import type { WordKey } from '../../shared/i18n/keys.ts'
import { ensureClient } from '../kit/built-client.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { cutLink } from '../kit/cut-link.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const HOUR = 3_600_000
const centre = { lat: 43.24, lng: 76.905 }
const ring = squareRing(centre, 400)
const plane = planeAt(centre)
/** Metres east and north of the segment's middle. */
const at = (x: number, y: number) => toLatLng(plane, { x, y })

const catalogue = new Map<string, string>()
for (const area of ['phone', 'terms', 'ui', 'sweep', 'search'])
  for (const [key, text] of Object.entries<string>(
    JSON.parse(readFileSync(`shared/i18n/${area}.ru.json`, 'utf8')),
  ))
    catalogue.set(`${area}:${key}`, text)
const { t } = makeWords('ru', catalogue)
const like = (key: WordKey) =>
  new RegExp(
    t(key)
      .replace(/\{\{\w+\}\}/g, '.+')
      .replace(/\s/g, '\\s'),
  )

let way: Awaited<ReturnType<typeof cutLink>>
let server: Served
let browser: Browser
let desk: Connected
let page: Page
let searcher: Awaited<ReturnType<typeof carrier>>
let operation: string

async function ok(answer: Promise<{ ok: boolean }>): Promise<Record<string, string>> {
  const given = (await answer) as { ok: boolean; result?: Record<string, string> }
  expect(given).toMatchObject({ ok: true })
  return given.result ?? {}
}
const stand = ({ lat, lng }: { lat: number; lng: number }) =>
  page.context().setGeolocation({ latitude: lat, longitude: lng, accuracy: 4 })
const walked = () => server.app.stores.tracks.read(searcher.id, 0, Date.now() + HOUR)
const text = (key: WordKey) => page.getByText(like(key)).first()

/** The phone has written down what it was told: its task is in the kept board. */
const kept = () =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const open = indexedDB.open('serik-field')
        open.onsuccess = () => {
          const asked = open.result.transaction('keep').objectStore('keep').get('board')
          asked.onsuccess = () => {
            const board = asked.result as
              | { entities: { kind: string; entity: { line?: object } }[] }
              | undefined
            resolve(!!board?.entities.some(({ kind, entity }) => kind === 'place' && entity.line))
            open.result.close()
          }
        }
      }),
  )

beforeAll(async () => {
  ensureClient()
  way = await cutLink()
  server = await serve({ PUBLIC_URL: way.address })
  way.leadsTo(server.address)
  desk = await connect(
    server.address,
    await staff(server, [
      { role: 'duty-officer', regions: ['almaty'], operations: [] },
      { role: 'search-coordinator', regions: ['almaty'], operations: [] },
    ]),
  )
  const lead = await carrier(server, 'unit', { callSign: 'Алатау-15' })
  searcher = await carrier(server, 'assistant', { callSign: 'A-2201' })
  await ok(desk.give('BookOn', { who: { kind: 'unit', id: lead.id } }))
  await ok(desk.give('BookOn', { who: { kind: 'assistant', id: searcher.id } }))
  const now = Date.now()
  const opened = await ok(
    desk.give('OpenOperation', {
      ...{ kind: 'search', title: 'Ущелье', region: 'almaty/bostandyq' },
      window: { from: now - 60_000, to: now + 2 * HOUR },
      perimeter: squareRing(centre, 2_000),
      places: [
        {
          ...{ kind: 'segment', letter: 'А', name: 'Склон', ring, slots: [{}], minimum: 1, poa: 0.4 },
          meeting: { at: centre, time: null },
        },
      ],
    }),
  )
  operation = opened.operation ?? ''
  await ok(
    desk.give('RegisterStatement', {
      operation,
      statement: { number: 'КУИ 1187', day: new Date().toISOString().slice(0, 10), by: 'Н. Абенова' },
    }),
  )
  const place = await desk.until('the segment', () => [...desk.board.place.values()][0])
  const line = { spacing: 40, bearing: 0, from: 'left' as const }
  await ok(desk.give('SetSweepLine', { place: place.id, line }))
  const { task = '' } = await ok(
    desk.give('SendTask', {
      operation,
      place: place.id,
      unit: lead.id,
      members: [{ assistant: searcher.id, slot: 0 }],
    }),
  )
  for (const party of [{ unit: lead.id }, { assistant: searcher.id }]) {
    await ok(desk.give('AnswerOffer', { task, party, answer: 'accept' }))
    await ok(desk.give('TakeStep', { task, party, to: 'en-route' }))
    await ok(desk.give('SeeOrder', { task, party, version: 1, state: 'understood' }))
    await ok(desk.give('TakeStep', { task, party, to: 'on-scene' }))
  }
  browser = await launchChromium()
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    permissions: ['geolocation'],
    reducedMotion: 'reduce',
  })
  await context.addInitScript(`localStorage.setItem('serik.language', 'ru')`)
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await stand(at(-174, -150))
  const { code } = await server.app.enrolment.mint('enrol-assistant', searcher.id)
  await page.goto(`${way.address}/field#code=${code}`)
  await page.getByRole('button', { name: t('phone:enrol.connect') }).click()
})
afterAll(async () => {
  await browser?.close()
  desk?.close()
  await server?.stop()
  way?.close()
})

it('LANE-221 a searcher’s phone draws the own lane and says how far it is and to which side', async () => {
  await text('sweep:number').waitFor()
  // The lane of the first of ten passes runs 180 m west of the middle.
  await page.getByText(t('sweep:lane.left')).waitFor()
  await page
    .getByText(/^←?\s*6\sм$/)
    .first()
    .waitFor()
  await stand(at(-186, -120))
  await page.getByText(t('sweep:lane.right')).waitFor()
  for (const y of [-110, -100, -90, -80]) {
    await stand(at(-130, y))
    await page
      .getByText(new RegExp(`^${200 + y}\\s.+`))
      .or(text('sweep:walked'))
      .first()
      .waitFor()
    await expect.poll(() => page.getByText(new RegExp(`пройдено ${200 + y}\\s`)).count()).toBeGreaterThan(0)
  }
  await page.getByRole('alert').getByText(t('sweep:astray.left')).waitFor()
  await page.getByRole('button', { name: t('sweep:next') }).click()
  await page.getByText(t('sweep:pass', { pass: 2, passes: 10 })).waitFor()
})

it('OFFL-201 the page opens without a network, with its order, lane and pass', async () => {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(kept).toBe(true)
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  expect(new URL(scope).pathname).toBe('/field')
  way.cut()
  await page.reload()
  await page.getByText(t('sweep:pass', { pass: 2, passes: 10 })).waitFor()
  await page.locator('.leaflet-serik-shapes-pane canvas').waitFor()
  // No answer of the server is kept: it cannot be asked.
  expect(
    await page.evaluate(() =>
      fetch('/api/session').then(
        () => 'kept',
        () => 'none',
      ),
    ),
  ).toBe('none')
  expect(
    await page.evaluate(() =>
      fetch('/healthz').then(
        () => 'kept',
        () => 'none',
      ),
    ),
  ).toBe('none')
})

it('OFFL-202 a find with its picture and the way are kept over a reload without a network, and come once, in order', async () => {
  await page.getByRole('button', { name: t('sweep:clue') }).click()
  await page.getByRole('textbox').fill('Синяя шапка у ручья')
  await page.locator('input[type=file]').setInputFiles('docs/pictures/phone.png')
  await page.getByText(t('sweep:clue.photo-there')).waitFor()
  await page.getByRole('button', { name: t('sweep:clue.send') }).click()
  await page.getByText(t('sweep:clue.waits')).waitFor()
  for (const y of [0, 12, 24]) {
    await stand(at(-140, y))
    await page
      .getByText(/пройдено/)
      .first()
      .waitFor()
  }
  await page.reload()
  await text('phone:wait-to-be-sent')
    .or(page.getByText(t('phone:item.ReportClue')))
    .first()
    .waitFor()
  expect([...desk.board.clue.values()]).toEqual([])
  way.mend()
  const clue = await desk.until('the find', () => [...desk.board.clue.values()][0])
  expect(clue).toMatchObject({ operation, by: searcher.id })
  const told = await desk.read({ kind: 'texts', ids: [clue.sealed.text] })
  expect(told[clue.sealed.text]).toContain('Синяя шапка')
  await desk.until('its picture', () => desk.board.clue.get(clue.id)?.photo)
  // Only without a network was anybody there.
  await expect
    .poll(async () => (await walked()).some(({ lng }) => Math.abs(lng - at(-140, 0).lng) < 1e-5))
    .toBe(true)
  const times = (await walked()).map(({ at }) => at)
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  await expect.poll(() => page.getByText(t('phone:item.ReportClue')).count()).toBe(0)
  expect([...desk.board.clue.values()]).toHaveLength(1)
  const waiting = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open('serik-field')
        open.onsuccess = () => {
          const asked = open.result.transaction('photos').objectStore('photos').count()
          asked.onsuccess = () => resolve(asked.result)
        }
      }),
  )
  expect(waiting).toBe(0)
})
