import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { russian } from '../kit/catalogue.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Served, serve } from '../kit/server.ts'

const tiles = 'https://tiles.example/{z}/{x}/{y}.png'
const attribution = 'Tiles of this test'
let plain: Served
let tiled: Served
let browser: Browser

beforeAll(async () => {
  const rehearsal = { SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_PEOPLE: 'off' }
  const real = { MAP_TILES_URL: tiles, MAP_TILES_ATTRIBUTION: attribution }
  ;[plain, tiled] = await Promise.all([serve(rehearsal), serve({ ...rehearsal, ...real })])
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([plain?.stop(), tiled?.stop()])
})

/** The desk's map as the duty officer of a rehearsal sees it; tiles come from nowhere. */
async function mapOf({ address }: Served) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const asked: string[] = []
  await context.route(/^https:/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ status: 404 })
  })
  const signIn = await context.request.post(`${address}/api/sign-in`, {
    data: { login: 'duty', password: 'rehearsal-only' },
  })
  expect(signIn.status()).toBe(200)
  const page = await context.newPage()
  const tile = page.waitForRequest(/tiles\.example/, { timeout: 30_000 }).catch(() => null)
  await page.goto(address)
  await page.locator('.map-scale').waitFor()
  return { page, asked, tile }
}

test('MAP-12 a rehearsal’s streets are labelled as made up, and no longer where real tiles are configured', async () => {
  const label = russian('desk:made-up')
  const made = await mapOf(plain)
  await made.page.locator('.map-scale', { hasText: label }).waitFor()
  expect(made.asked).toEqual([])
  await made.page.close()

  const real = await mapOf(tiled)
  await real.page.getByText(attribution).waitFor()
  await real.tile
  expect(real.asked).not.toEqual([])
  for (const url of real.asked) expect(url).toMatch(/^https:\/\/tiles\.example\/\d+\/\d+\/\d+\.png$/)
  expect(await real.page.locator('.map-scale').textContent()).not.toContain(label)
  expect(await real.page.getByText(russian('desk:rehearsal')).count(), 'it still is a rehearsal').toBe(1)
})
