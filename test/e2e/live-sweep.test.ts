import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../../server/ports/clock.ts'
import { planeAt, toLatLng } from '../../shared/geo/plane.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { ensureClient } from '../kit/built-client.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const centre = { lat: 43.24, lng: 76.905 }
const plane = planeAt(centre)
let ahead = 0
let server: Served
let desk: Connected
let phone: Connected
let browser: Browser
let page: Page

async function ok(answer: Promise<{ ok: boolean }>): Promise<Record<string, string>> {
  const given = (await answer) as { ok: boolean; result?: Record<string, string> }
  expect(given).toMatchObject({ ok: true })
  return given.result ?? {}
}

beforeAll(async () => {
  ensureClient()
  server = await serve({}, { ...systemClock, now: () => systemClock.now() + ahead })
  const account = await staff(server, [
    { role: 'duty-officer', regions: ['almaty'], operations: [] },
    { role: 'search-coordinator', regions: ['almaty'], operations: [] },
  ])
  desk = await connect(server.address, account)
  const lead = await carrier(server, 'unit')
  const searcher = await carrier(server, 'assistant')
  await ok(desk.give('BookOn', { who: { kind: 'unit', id: lead.id } }))
  await ok(desk.give('BookOn', { who: { kind: 'assistant', id: searcher.id } }))
  const { operation = '' } = await ok(
    desk.give('OpenOperation', {
      ...{ kind: 'search', title: 'Live', region: 'almaty/bostandyq', perimeter: squareRing(centre, 2_000) },
      window: { from: Date.now() - 60_000, to: Date.now() + 7_200_000 },
      places: [
        {
          ...{ kind: 'segment', letter: 'A', name: 'A', slots: [{}], minimum: 0, poa: 0.5 },
          ...{ ring: squareRing(centre, 600), meeting: { at: centre, time: null } },
        },
      ],
    }),
  )
  const day = new Date().toISOString().slice(0, 10)
  await ok(desk.give('RegisterStatement', { operation, statement: { number: '1', day, by: 'N' } }))
  const place = await desk.until('the segment', () => [...desk.board.place.values()][0])
  const members = [{ assistant: searcher.id, slot: 0 }]
  const { task = '' } = await ok(
    desk.give('SendTask', { operation, place: place.id, unit: lead.id, members }),
  )
  await ok(desk.give('AnswerOffer', { task, party: { unit: lead.id }, answer: 'accept' }))
  await ok(desk.give('AnswerOffer', { task, party: { assistant: searcher.id }, answer: 'accept' }))
  phone = await connect(server.address, searcher)
  browser = await launchChromium()
  const context = await browser.newContext({
    viewport: { width: 1600, height: 900 },
    reducedMotion: 'reduce',
  })
  const [name = '', value = ''] = account.cookie.split('=')
  await context.addCookies([{ name, value, url: server.address }])
  page = await context.newPage()
  await page.goto(`${server.address}/search`)
})
afterAll(async () => {
  await browser?.close()
  phone?.close()
  desk?.close()
  await server?.stop()
})

/** The shapes' picture in one number; people are on another canvas. */
const picture = () =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-serik-shapes-pane canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let sum = 0
    for (let i = 0; i < pixels.length; i += 20) sum = (sum * 31 + (pixels[i] as number)) % 1_000_003
    return sum
  })

/** Lanes up and down the segment, 24 m apart: whoever walks on for long still paints ground that nobody has walked. */
function onLanes(step: number): { x: number; y: number } {
  const [lane, along] = [Math.floor(step / 42), step % 42]
  const east = 12 * Math.min(along, 40) - 240
  return { x: lane % 2 ? -east : east, y: -250 + 24 * lane + 12 * Math.max(0, along - 40) }
}

it('SWEEP-207 the desk paints a segment while it is walked, between two measurements of the server', async () => {
  await page.locator('.leaflet-serik-shapes-pane canvas').waitFor()
  // The key of the map's layer is listened for where the segments are listed.
  await page.getByText('A', { exact: true }).first().waitFor()
  await page.keyboard.press('b')
  // A page that nobody sees asks for no measurement: every picture from here on is the desk's own.
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true }))
  const walk = async (step: number) => {
    ahead += 8_000
    const now = systemClock.now() + ahead
    const at = toLatLng(plane, onLanes(step))
    await phone.ask('fixes', {
      sentAt: now,
      interval: 5,
      fixes: [{ at: now, ...at, accuracy: 3 }],
    })
  }
  let before = await picture()
  for (let change = 0, step = 0; change < 3; change++)
    await expect
      .poll(
        async () => {
          await walk(step++)
          const after = await picture()
          const changed = after !== before
          before = after
          return changed
        },
        { timeout: 30_000, interval: 200 },
      )
      .toBe(true)
})
