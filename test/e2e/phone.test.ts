import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWords } from '../../client/ui/words.ts'
import type { Ring } from '../../shared/geo/lat-lng.ts'
import type { Language } from '../../shared/i18n/format.ts'
import type { WordKey } from '../../shared/i18n/keys.ts'
import { ensureClient } from '../kit/built-client.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { cutLink } from '../kit/cut-link.ts'
import { carrier, type Served, serve, staff } from '../kit/server.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const meeting = { lat: 43.24, lng: 76.905 }
const perimeter: Ring = [
  { lat: 43.237, lng: 76.901 },
  { lat: 43.237, lng: 76.909 },
  { lat: 43.243, lng: 76.909 },
  { lat: 43.243, lng: 76.901 },
]

/** The sentences as the phone says them. */
const wordsOf = (language: Language) => {
  const catalogue = new Map<string, string>()
  for (const area of ['phone', 'terms', 'ui']) {
    const words = JSON.parse(readFileSync(`shared/i18n/${area}.${language}.json`, 'utf8'))
    for (const [key, text] of Object.entries<string>(words)) catalogue.set(`${area}:${key}`, text)
  }
  const { t } = makeWords(language, catalogue)
  return (key: WordKey, params?: Record<string, string | number>) => t(key, params)
}
const kk = wordsOf('kk')
const ru = wordsOf('ru')

type Way = Awaited<ReturnType<typeof cutLink>>
type Carrier = Awaited<ReturnType<typeof carrier>>
let way: Way
let server: Served
let browser: Browser
let desk: Connected
let lead: Carrier
let ours: Carrier
/** The assistant's phone, in Kazakh. */
let phone: Page
/** What a phone's console said that nobody expected. */
const complaints: string[] = []

/** A handset on this page: 390×844, a finger, a place in the world. */
async function handset(language: Language): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
    permissions: ['geolocation'],
    geolocation: { latitude: meeting.lat, longitude: meeting.lng, accuracy: 6 },
  })
  await context.addInitScript(`localStorage.setItem('serik.language', '${language}')`)
  await context.addInitScript(countWatches)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/WebSocket connection|status of 400/.test(message.text()))
      complaints.push(message.text())
  })
  return page
}

/** Counts in the page who follows the phone's place at the moment. */
function countWatches(): void {
  const { geolocation } = navigator
  const { watchPosition, clearWatch } = geolocation
  const running = new Set<number>()
  geolocation.watchPosition = (...args) => {
    const id = watchPosition.apply(geolocation, args)
    running.add(id)
    return id
  }
  geolocation.clearWatch = (id) => {
    running.delete(id)
    clearWatch.call(geolocation, id)
  }
  Object.assign(window, { watches: () => running.size })
}
const watches = (page: Page) => page.evaluate(() => (window as unknown as { watches(): number }).watches())

async function linkFor(kind: 'assistant' | 'unit', { id }: Carrier): Promise<string> {
  const { code } = await server.app.enrolment.mint(`enrol-${kind}`, id)
  return `${way.address}/field#code=${code}`
}

/** Nothing cut off, nothing unreadable, no key where a sentence should stand; in both themes. */
async function isSound(page: Page): Promise<void> {
  expect(await page.locator('body').textContent()).not.toMatch(/(phone|terms|ui|refusals):[a-z]|\{\{/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.evaluate(axe)
  for (const theme of ['light', 'dark']) {
    await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme)
    const found = (await page.evaluate(
      (theme) =>
        (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
          theme === 'dark' ? { runOnly: ['color-contrast'] } : {},
        ),
      theme,
    )) as AxeResults
    expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name })
const headline = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()
/** A sentence with a time or name in it. */
const like = (sentence: string) => new RegExp(sentence.replace(/\{\{\w+\}\}/g, '.+').replace(/\s/g, '\\s'))

/** Keeps the finger down until it has done what it should. */
async function hold(page: Page, target: Locator, done: () => Promise<unknown>): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to hold')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await done()
  await page.mouse.up()
}

async function ok(answer: Promise<{ ok: boolean }>): Promise<Record<string, string>> {
  const given = (await answer) as { ok: boolean; result?: Record<string, string> }
  expect(given).toMatchObject({ ok: true })
  return given.result ?? {}
}

/** An order for one post, from now on. */
async function order(name: string, unit: Carrier, members: Carrier[]) {
  const now = Date.now()
  const { operation = '' } = await ok(
    desk.give('OpenOperation', {
      kind: 'event-security',
      title: name,
      region: 'almaty/bostandyq',
      window: { from: now - MINUTE, to: now + 2 * HOUR },
      perimeter,
      briefing: 'Қақпаны күзетіңіз',
      places: [
        {
          kind: 'post',
          letter: 'A',
          name,
          meeting: { at: meeting, time: null },
          ring: null,
          slots: [{}, {}],
          minimum: 1,
          poa: null,
        },
      ],
    }),
  )
  const place = await desk.until('the post', () =>
    [...desk.board.place.values()].find((place) => place.operation === operation),
  )
  const { task = '' } = await ok(
    desk.give('SendTask', {
      operation,
      place: place.id,
      unit: unit.id,
      members: members.map(({ id }, slot) => ({ assistant: id, slot })),
    }),
  )
  return { operation, task, link: (id: string) => memberOf(task, id) }
}

const memberOf = (task: string, id: string) =>
  desk.board.task.get(task)?.members.find(({ assistant }) => assistant === id)

/** By radio. */
async function walk(task: string, party: { unit: string } | { assistant: string }, accepts = true) {
  if (accepts) await ok(desk.give('AnswerOffer', { task, party, answer: 'accept' }))
  await ok(desk.give('TakeStep', { task, party, to: 'en-route' }))
  await ok(desk.give('SeeOrder', { task, party, version: 1, state: 'understood' }))
  await ok(desk.give('TakeStep', { task, party, to: 'on-scene' }))
}

/** How much of the map's height the order takes: its border is the outermost of the full ink. */
const inkShare = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-serik-shapes-pane canvas')
    const map = document.querySelector('.serik-map-small')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
    if (!canvas || !map || !pixels) return 0
    const rows = Array.from({ length: canvas.height }, (_, y) => y).filter((y) => {
      for (let x = 0; x < canvas.width; x++)
        if ((pixels[(y * canvas.width + x) * 4 + 3] ?? 0) > 240) return true
      return false
    })
    return ((rows.at(-1) ?? 0) - (rows[0] ?? 0)) / map.clientHeight
  })

const sosOf = ({ id }: Carrier) =>
  [...desk.board.alarm.values()].find(({ kind, subject }) => kind === 'sos' && subject.id === id)

beforeAll(async () => {
  ensureClient()
  way = await cutLink()
  server = await serve({ PUBLIC_URL: way.address })
  way.leadsTo(server.address)
  desk = await connect(
    server.address,
    await staff(server, [{ role: 'duty-officer', regions: ['almaty'], operations: [] }]),
  )
  lead = await carrier(server, 'unit', { callSign: 'Алатау-14' })
  ours = await carrier(server, 'assistant', { callSign: 'A-2107' })
  await ok(desk.give('BookOn', { who: { kind: 'unit', id: lead.id } }))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  desk?.close()
  await server?.stop()
  way?.close()
})

it('PHONE-E2E-1 a link lets one phone in, once, by a press; a reload keeps it in', async () => {
  phone = await handset('kk')
  const link = await linkFor('assistant', ours)
  await phone.goto(link)
  await headline(phone, kk('phone:enrol.first'))
  expect(phone.url()).not.toContain('code')
  await isSound(phone)
  await button(phone, kk('phone:enrol.connect')).tap()
  await headline(phone, kk('phone:truth.off-duty'))

  const other = await handset('ru')
  await other.goto(link)
  await button(other, ru('phone:enrol.connect')).tap()
  await other.getByText(ru('phone:enrol.wrong')).waitFor()
  await other.context().close()

  await phone.reload()
  await headline(phone, kk('phone:truth.off-duty'))
  await isSound(phone)
})

it('PHONE-E2E-2 the person books on, and only then says where it is', async () => {
  expect(await watches(phone)).toBe(0)
  await button(phone, kk('phone:book-on').split('{{')[0] ?? '').tap()
  await headline(phone, like(kk('phone:truth.waiting')))
  await desk.until('the shift', () => desk.board.assistant.get(ours.id)?.shift?.openedAt)
  await expect
    .poll(() => server.app.stores.tracks.read(ours.id, 0, Date.now() + HOUR), { timeout: 15_000 })
    .toMatchObject([{ lat: meeting.lat, lng: meeting.lng }])
  expect(await watches(phone)).toBe(1)
})

it('PHONE-E2E-3 an offer counts down, is accepted, and its steps are pressed to the end inside the perimeter', async () => {
  const { operation, task, link } = await order('Қақпа 4', lead, [ours])
  await headline(phone, 'Қақпа 4')
  await phone.getByText(/^1:[12]\d$/).waitFor()
  await phone.getByText('Қақпаны күзетіңіз').waitFor()
  await isSound(phone)
  await walk(task, { unit: lead.id })
  await button(phone, kk('phone:accept')).tap()
  await desk.until('accepted', () => link(ours.id)?.step === 'accepted')
  await button(phone, kk('phone:do.en-route')).tap()
  await desk.until('on the way', () => link(ours.id)?.step === 'en-route')
  await button(phone, kk('phone:order-understood')).tap()
  await desk.until('acknowledged', () => link(ours.id)?.order.understood === 1)
  await button(phone, kk('phone:do.on-scene')).tap()
  await desk.until('on scene', () => link(ours.id)?.step === 'on-scene')
  await headline(phone, like(kk('phone:truth.inside')))
  await expect.poll(() => inkShare(phone)).toBeGreaterThan(0.6)

  await ok(
    desk.give('ChangeOperation', { operation, window: { from: Date.now() - MINUTE, to: Date.now() + HOUR } }),
  )
  await headline(phone, like(kk('phone:order-changed')))
  await isSound(phone)
  await phone
    .locator('main')
    .getByRole('button', { name: kk('phone:order-understood') })
    .tap()
  await desk.until('understood', () => link(ours.id)?.order.understood === 2)
  await phone.getByRole('heading', { name: like(kk('phone:order-changed')) }).waitFor({ state: 'detached' })

  await hold(phone, button(phone, kk('phone:do.complete')), () =>
    desk.until('complete', () => link(ours.id)?.step === 'complete'),
  )
  await headline(phone, like(kk('phone:truth.waiting')))
  await ok(desk.give('RecallTask', { task }))
})

it('PHONE-E2E-4 another offer is declined, and the person waits again', async () => {
  const { task, link } = await order('Қақпа 5', lead, [ours])
  await headline(phone, 'Қақпа 5')
  await button(phone, kk('phone:decline')).tap()
  await desk.until('declined', () => link(ours.id)?.step === 'declined')
  await headline(phone, like(kk('phone:truth.waiting')))
  await ok(desk.give('RecallTask', { task }))
})

it('PHONE-E2E-5 a call for help is an alarm on a desk within a second, and the phone says how far it came', async () => {
  const help = button(phone, kk('terms:alarm.sos'))
  let heldAt = 0
  await hold(phone, help, async () => {
    heldAt = Date.now() + 2_000
    await desk.until(
      'the call',
      () => desk.received.some(({ subject }) => subject.id === ours.id) || sosOf(ours),
    )
  })
  expect(Date.now() - heldAt).toBeLessThan(1_000)
  const alarm = await desk.until('the stored alarm', () => sosOf(ours))
  await headline(phone, kk('phone:sos.title'))
  await phone.getByText(kk('phone:sos.stored'), { exact: true }).waitFor()
  await isSound(phone)
  await ok(desk.give('OwnAlarm', { alarm: alarm.id }))
  await phone.getByText(kk('phone:sos.now.seen')).waitFor()
  await ok(desk.give('ResolveAlarm', { alarm: alarm.id, reason: 'helped' }))
  await headline(phone, like(kk('phone:sos.closed')))
  await button(phone, kk('phone:put-away')).tap()
})

it('PHONE-E2E-6 without a network a call for help is kept, said to be unsent, and goes out by itself', async () => {
  way.cut()
  await phone.getByText(kk('phone:sos.no-link')).waitFor()
  await hold(phone, button(phone, kk('terms:alarm.sos')), () =>
    headline(phone, kk('phone:sos.title-waiting')),
  )
  await phone.getByText(kk('phone:sos.waiting'), { exact: true }).waitFor()
  await phone.getByRole('link', { name: kk('phone:call-102') }).waitFor()
  await isSound(phone)
  const before = sosOf(ours)
  const open = () =>
    [...desk.board.alarm.values()].find((one) => one.subject.id === ours.id && one.id !== before?.id)
  expect(open()).toBeUndefined()
  way.mend()
  const alarm = await desk.until('the call', open)
  await headline(phone, kk('phone:sos.title'))
  await ok(desk.give('OwnAlarm', { alarm: alarm.id }))
  await ok(desk.give('ResolveAlarm', { alarm: alarm.id, reason: 'false-alarm' }))
  await button(phone, kk('phone:put-away')).tap()
})

it('PHONE-E2E-7 a unit sees its people and how far they are, confirms who arrived, leaves and comes back', async () => {
  const unit = await carrier(server, 'unit', { callSign: 'Медеу-3' })
  const near = await carrier(server, 'assistant', { callSign: 'A-3001' })
  const member = await connect(server.address, near)
  await ok(member.give('BookOn', { who: { kind: 'assistant', id: near.id } }))
  const page = await handset('ru')
  await page.goto(await linkFor('unit', unit))
  await button(page, ru('phone:enrol.connect')).tap()
  await button(page, ru('phone:book-on').split('{{')[0] ?? '').tap()
  await headline(page, like(ru('phone:truth.waiting')))

  const { task, link } = await order('Ворота 6', unit, [near])
  await button(page, ru('phone:accept')).tap()
  await desk.until('accepted', () => desk.board.task.get(task)?.unitLink.step === 'accepted')
  const party = { assistant: near.id }
  await ok(member.give('AnswerOffer', { task, party, answer: 'accept' }))
  await ok(member.give('SeeOrder', { task, party, version: 1, state: 'understood' }))
  await ok(member.give('TakeStep', { task, party, to: 'en-route' }))
  // 111 m to the north.
  const fix = { at: Date.now(), lat: meeting.lat + 0.001, lng: meeting.lng, accuracy: 5 }
  expect(await member.ask('fixes', { sentAt: Date.now(), interval: 5, fixes: [fix] })).toMatchObject({
    accepted: 1,
  })
  const row = page.getByRole('listitem').filter({ hasText: 'A-3001' })
  await row.getByText(/111\sм/).waitFor()
  await button(page, ru('phone:do.en-route')).tap()
  await button(page, ru('phone:do.on-scene')).tap()
  await headline(page, like(ru('phone:truth.leading')))
  await row.getByRole('button', { name: ru('phone:is-here') }).tap()
  await desk.until('the member on scene', () => link(near.id)?.step === 'on-scene')
  await isSound(page)

  await hold(page, button(page, ru('phone:leave')), () =>
    desk.until('leaving', () => desk.board.unit.get(unit.id)?.leaving),
  )
  await headline(page, ru('phone:truth.leaving'))
  await desk.until('the hold', () => link(near.id)?.step === 'hold')
  await button(page, ru('phone:back')).tap()
  await headline(page, like(ru('phone:truth.leading')))
  member.close()
  await page.context().close()
})

it('PHONE-E2E-8 books off and is followed no more', async () => {
  await button(phone, kk('phone:book-off')).tap()
  await headline(phone, kk('phone:truth.off-duty'))
  await desk.until('the end of the shift', () => desk.board.assistant.get(ours.id)?.shift?.closedAt)
  await expect.poll(() => watches(phone)).toBe(0)
})

it('PHONE-E2E-9 the person disconnects the phone: its access ends on the server and nothing stays on it', async () => {
  await button(phone, kk('ui:settings')).tap()
  await button(phone, kk('phone:sign-out')).tap()
  await phone.getByText(kk('phone:sign-out-note')).waitFor()
  await isSound(phone)
  await hold(phone, button(phone, kk('phone:sign-out')), () => headline(phone, kk('phone:enrol.signed-out')))
  const phones = [...server.app.live.board.device.values()].filter(({ holder }) => holder.id === ours.id)
  expect(phones.map(({ revoked }) => revoked)).toEqual([true, true])
  await phone.reload()
  await headline(phone, kk('phone:enrol.first'))
})

it('PHONE-E2E-10 nothing was forbidden by the content policy and nothing failed in the console', () => {
  expect(complaints).toEqual([])
})
