import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cityOf } from '../../shared/city/city.ts'
import { type FoundPoint, findPoints } from '../../shared/city/find-point.ts'
import { circleRing } from '../../shared/geo/ring-shapes.ts'
import { dayOf } from '../../shared/law/day.ts'
import type { OperationKind } from '../../shared/operations/types.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { cutLink } from '../kit/cut-link.ts'
import { type Served, serve } from '../kit/server.ts'

/** Every page of the desk as it stands in a working shift, in Kazakh, where words are longest to go missing. */
const password = 'rehearsal-only'
const logins = ['duty', 'duty2', 'event', 'search', 'supervisor', 'reviewer', 'registrar', 'auditor', 'admin']
const [{ at: centre }] = findPoints(cityOf(7), 'Абая / Сейфуллина', 'ru', 1) as [FoundPoint]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: Served
let browser: Browser
let desk: Page
let admin: Page
const way = await cutLink()
const phones: Connected[] = []
const complaints: string[] = []

beforeAll(async () => {
  server = await serve({
    SERIK_REHEARSAL: 'on',
    SERIK_REHEARSAL_PEOPLE: 'off',
    PUBLIC_URL: way.address,
  })
  way.leadsTo(server.address)
  await openWork()
  browser = await launchChromium()
  desk = await signedIn('duty')
  admin = await signedIn('admin')
})

afterAll(async () => {
  await browser?.close()
  for (const phone of phones) phone.close()
  await server?.stop()
  way.close()
})

/** A patrol, an event and a search with a team on its way to the first place of each, and one call for help. */
async function openWork(): Promise<void> {
  const { app } = server
  const { unit, assistant } = app.live.board
  const duty = await connect(server.address, { cookie: await cookieOf('duty2') })
  phones.push(duty)
  const teams = [...unit.values()].slice(0, 3).map((one, i) => [one, [...assistant.values()][i]] as const)
  const kinds: [OperationKind, 'beat' | 'post' | 'segment'][] = [
    ['patrol', 'beat'],
    ['event-security', 'post'],
    ['search', 'segment'],
  ]
  for (const [i, [kind, place]] of kinds.entries()) {
    const [leader, member] = teams[i] as (typeof teams)[number]
    for (const who of [
      { kind: 'unit', id: leader.id },
      { kind: 'assistant', id: member?.id ?? '' },
    ] as const) {
      const enrolled = await app.enrolment.addTracker(who)
      const phone = await connect(server.address, { token: enrolled?.token ?? '' })
      phones.push(phone)
      const now = Date.now()
      expect(await phone.give('BookOn', { who, to: now + 8 * 3_600_000 })).toMatchObject({ ok: true })
      const fix = { at: now, ...centre, accuracy: 5 }
      expect(await phone.ask('fixes', { sentAt: now, interval: 5, fixes: [fix] })).toMatchObject({ ok: true })
    }
    const now = Date.now()
    const opened = await duty.give('OpenOperation', {
      kind,
      title: `Іс ${i + 1}`,
      region: 'almaty',
      window: { from: now, to: now + 4 * 3_600_000 },
      perimeter: circleRing(centre, 900),
      places: ['А', 'Б'].map((letter) => ({
        kind: place,
        letter,
        name: `Абай / Сейфуллин ${letter}`,
        meeting: { at: centre, time: null },
        ring:
          place === 'segment'
            ? circleRing({ ...centre, lng: centre.lng + (letter === 'А' ? -0.004 : 0.004) }, 250)
            : null,
        slots: [{}, {}],
        minimum: 1,
        poa: place === 'segment' ? 0.4 : null,
      })),
    } as never)
    if (!opened.ok) throw new Error(JSON.stringify(opened))
    const { operation } = opened.result as { operation: string }
    if (kind === 'search') {
      const statement = { number: '7', day: dayOf(now), by: 'Сейітов Қ.' }
      expect(await duty.give('RegisterStatement', { operation, statement })).toMatchObject({ ok: true })
    }
    const first = [...app.live.board.place.values()].find((one) => one.operation === operation)
    const sent = await duty.give('SendTask', {
      operation,
      place: first?.id,
      unit: leader.id,
      members: [{ assistant: member?.id, slot: 0 }],
    } as never)
    if (!sent.ok) throw new Error(JSON.stringify(sent))
  }
  expect(await phones.at(-1)?.give('CallForHelp', { pressedAt: Date.now(), fix: null })).toMatchObject({
    ok: true,
  })
}

async function cookieOf(login: string): Promise<string> {
  const response = await fetch(`${server.address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  return (response.headers.get('set-cookie') ?? '').split(';')[0] as string
}

async function signedIn(login: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  })
  const [name, value] = (await cookieOf(login)).split('=') as [string, string]
  await context.addCookies([{ name, value, url: way.address }])
  await context.addInitScript(() => localStorage.setItem('serik.language', 'kk'))
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.goto(way.address)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.evaluate(axe)
  return page
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const shown = (page: Page, selector: string) =>
  page.locator(selector).locator('visible=true').first().waitFor()

/** What a screen is called, how to get to it from the one before, and what is there once it is shown. */
const screens: [name: string, of: 'desk' | 'admin', go: (page: Page) => Promise<void>][] = [
  ['a patrol', 'desk', (page) => shown(page, 'aside h1, aside h2')],
  [
    'a selected task',
    'desk',
    async (page) => {
      await page.getByRole('button', { name: 'Іс 1' }).first().click()
      await press(page, 'Digit1')
      await shown(page, 'aside [aria-current] kbd')
    },
  ],
  ['the forces', 'desk', (page) => press(page, 'KeyR').then(() => shown(page, 'aside table tbody button'))],
  [
    'the journal',
    'desk',
    (page) => press(page, 'Escape', 'Escape', 'KeyJ').then(() => shown(page, 'ol, ul')),
  ],
  [
    'the command line',
    'desk',
    async (page) => {
      await press(page, 'Escape', 'Slash', 'Digit1')
      await shown(page, '[role="option"]')
    },
  ],
  [
    'the handover',
    'desk',
    (page) =>
      press(page, 'Escape', 'Escape', 'Shift+KeyL').then(() => shown(page, '[role="dialog"] textarea')),
  ],
  [
    'an event with a post',
    'desk',
    async (page) => {
      await press(page, 'Escape', 'KeyG', 'KeyE')
      await shown(page, 'main h1')
      await press(page, 'Digit1')
      await shown(page, 'main li[aria-current]')
    },
  ],
  [
    'a search with a segment',
    'desk',
    async (page) => {
      await press(page, 'KeyG', 'KeyS')
      await page.locator('aside table tbody button').first().click()
      await shown(page, 'aside tr[aria-current]')
    },
  ],
  [
    'a person of the registry',
    'desk',
    async (page) => {
      await press(page, 'KeyG', 'KeyR')
      await page.locator('main table tbody button').first().click()
      await shown(page, 'main tr[aria-current]')
    },
  ],
  ['the accounts', 'admin', (page) => shown(page, 'main table tbody button')],
  [
    'an account',
    'admin',
    async (page) => {
      await page.locator('main table tbody button').first().click()
      await shown(page, 'main tr[aria-current]')
    },
  ],
  [
    'the gateways',
    'admin',
    async (page) => {
      await page.getByRole('button', { name: 'Шлюздер' }).click()
      await page.locator('aside').getByRole('button', { name: 'Жаңа шлюз' }).waitFor()
    },
  ],
  ['a locked desk', 'admin', (page) => press(page, 'KeyL').then(() => shown(page, '[role="dialog"] input'))],
]

async function expectFine(page: Page): Promise<void> {
  expect.soft(await faults(page, 'dark')).toEqual([])
  expect.soft(await faults(page, 'light')).toEqual([])
  expect.soft(await keysInWords(page)).toEqual([])
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size)
    const wider = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ])
    expect.soft(wider, `${size.width}`).toEqual([0, 0])
  }
}

/** In the second theme only its colours can differ. */
async function faults(page: Page, theme: 'dark' | 'light'): Promise<string[]> {
  const found = await page.evaluate(
    ([name, rules]) => {
      document.documentElement.setAttribute('data-theme', name)
      return (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
        preload: false,
        resultTypes: ['violations'],
        ...(rules && { runOnly: [rules] }),
      })
    },
    [theme, theme === 'light' ? 'color-contrast' : ''] as const,
  )
  return (found as AxeResults).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${theme} ${id}: ${html} ${failureSummary}`),
  )
}

/** A word in small Latin letters is a key of the catalogue; sign-ins are written so too. */
async function keysInWords(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => document.body.textContent)
  const found = words.match(/(?<![\p{L}\d-])[a-z]{3,}[\w.:-]*|\{\{/gu) ?? []
  return found.filter((word) => !logins.includes(word))
}

test.each(screens)(
  'PAGES-1 is accessible in either theme, translated, and fits both sizes: %s',
  async (_, of, go) => {
    const page = of === 'desk' ? desk : admin
    await go(page)
    await expectFine(page)
  },
)

test('PAGES-2 the browser has nothing to complain of, its content policy included', () => {
  expect(complaints).toEqual([])
})

test('PAGES-3 a lost link is said as accessibly as the rest', async () => {
  await press(desk, 'KeyG', 'KeyP')
  await shown(desk, 'aside h1')
  way.cut()
  await desk.getByRole('alert').waitFor({ timeout: 20_000 })
  await expectFine(desk)
})
