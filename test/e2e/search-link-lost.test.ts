import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWords } from '../../client/ui/words.ts'
import { squareRing } from '../../shared/geo/ring-shapes.ts'
import { ensureClient } from '../kit/built-client.ts'
import { launchChromium } from '../kit/chromium.ts'
import { connect } from '../kit/connect.ts'
import { cutLink } from '../kit/cut-link.ts'
import { type Served, serve, staff } from '../kit/server.ts'

const centre = { lat: 43.24, lng: 76.905 }
const catalogue = new Map<string, string>()
for (const area of ['desk', 'search', 'ui'])
  for (const [key, text] of Object.entries<string>(
    JSON.parse(readFileSync(`shared/i18n/${area}.ru.json`, 'utf8')),
  ))
    catalogue.set(`${area}:${key}`, text)
const { t } = makeWords('ru', catalogue)

let way: Awaited<ReturnType<typeof cutLink>>
let server: Served
let browser: Browser
let page: Page

beforeAll(async () => {
  ensureClient()
  way = await cutLink()
  server = await serve({ PUBLIC_URL: way.address })
  way.leadsTo(server.address)
  const account = await staff(server, [{ role: 'search-coordinator', regions: ['almaty'], operations: [] }])
  const desk = await connect(server.address, account)
  const segment = (letter: string, east: number, poa: number) => ({
    ...{ kind: 'segment' as const, letter, name: letter, slots: [{}, {}], minimum: 0, poa },
    ring: squareRing({ ...centre, lng: centre.lng + east }, 400),
    meeting: { at: centre, time: null },
  })
  const opened = await desk.give('OpenOperation', {
    ...{ kind: 'search', title: 'Ущелье', region: 'almaty/bostandyq' },
    window: { from: Date.now() - 60_000, to: Date.now() + 7_200_000 },
    perimeter: squareRing(centre, 3_000),
    places: [segment('А', -0.006, 0.4), segment('Б', 0.006, 0.3)],
  })
  expect(opened).toMatchObject({ ok: true })
  desk.close()
  browser = await launchChromium()
  const context = await browser.newContext({
    viewport: { width: 1600, height: 900 },
    reducedMotion: 'reduce',
  })
  const [name = '', value = ''] = account.cookie.split('=')
  await context.addCookies([{ name, value, url: way.address }])
  await context.addInitScript(`localStorage.setItem('serik.language', 'ru')`)
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${way.address}/search`)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  way?.close()
})

it('OFFL-205 without a link the plan is reckoned on: another team gives other gains, and what-if opens; the words say what holds', async () => {
  const people = page.getByLabel(t('search:team-people'))
  await people.waitFor()
  const gains = () => page.getByRole('list', { name: t('search:best-next') }).textContent()
  await expect.poll(gains).toMatch(/\+\d+,\d/)
  await expect.poll(() => page.getByText(t('search:link-lost-title')).count()).toBe(0)
  way.cut()
  await page.getByText(t('search:link-lost-title')).waitFor()
  const before = await gains()
  expect(before).toMatch(/\+\d+,\d/)
  await people.fill('9')
  await people.press('Tab')
  await expect.poll(gains).not.toEqual(before)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('i')
  await page.getByRole('heading', { name: t('search:what-if') }).waitFor()
})
