import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cityCentre } from '../../shared/city/city.ts'
import { russian } from '../kit/catalogue.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { complaints, type SignedIn, seen, signedIn } from '../kit/pages.ts'
import { type Served, serve } from '../kit/server.ts'

/** A duty officer draws around the people at a place with a mouse, and has them proposed for it. */
let server: Served
let browser: Browser
let desk: SignedIn
const phones: Connected[] = []
const at = (metres: number) => ({ lat: cityCentre.lat + metres / 111_195, lng: cityCentre.lng })
const ring = [-0.008, 0.008].flatMap((south) =>
  [south, -south].map((east) => ({ lat: cityCentre.lat + south, lng: cityCentre.lng + east })),
)
const people = { units: 2, assistants: 3 }

beforeAll(async () => {
  server = await serve({ SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_PEOPLE: 'off' })
  const { board } = server.app.live
  for (const [n, carrier] of [
    ...[...board.unit.values()].slice(0, people.units),
    ...[...board.assistant.values()].slice(0, people.assistants),
  ].entries()) {
    const who = { kind: 'mobility' in carrier ? 'unit' : 'assistant', id: carrier.id } as const
    const enrolled = await server.app.enrolment.addTracker(who)
    const phone = await connect(server.address, { token: enrolled?.token ?? '' })
    phones.push(phone)
    expect(await phone.give('BookOn', { who, to: Date.now() + 8 * 3_600_000 })).toMatchObject({ ok: true })
    const fix = { at: Date.now(), ...at(100 * n - 200), accuracy: 5 }
    const fixes = { sentAt: fix.at, interval: 5, fixes: [fix] }
    expect(await phone.ask('fixes', fixes)).toMatchObject({ ok: true })
  }
  browser = await launchChromium()
  desk = await signedIn(browser, server.address, 'duty')
})
afterAll(async () => {
  await browser?.close()
  for (const phone of phones) phone.close()
  await server?.stop()
})

async function cookieOf(login: string): Promise<string> {
  const response = await fetch(`${server.address}/api/sign-in`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ login, password: 'rehearsal-only' }),
  })
  return (response.headers.get('set-cookie') ?? '').split(';')[0] as string
}

/** An operation with one place in the middle of the city that wants two assistants. */
async function opened(): Promise<void> {
  const other = await connect(server.address, { cookie: await cookieOf('duty2') })
  phones.push(other)
  const answer = await other.give('OpenOperation', {
    ...{ kind: 'patrol', title: 'Circled', region: 'almaty/bostandyq', perimeter: ring },
    places: [
      {
        ...{ kind: 'post', letter: 'A', name: 'Gate', slots: [{}, {}], minimum: 0, poa: null, ring: null },
        meeting: { at: cityCentre, time: null },
      },
    ],
    window: { from: Date.now() - 60_000, to: Date.now() + 7_200_000 },
  })
  expect(answer).toMatchObject({ ok: true })
}

test('MAP-17 those drawn around are listed, and a press pins the free ones to a place and proposes their team', async () => {
  const { page, keys } = desk
  await opened()
  const lasso = page.getByRole('button', { name: russian('desk:lasso') })
  await lasso.waitFor()
  // A form keeps the panel, so the map takes no line meanwhile.
  await keys.press('Shift+O')
  await lasso.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: russian('ui:close') }).click()
  await lasso.waitFor()
  await page.getByRole('button', { name: /Circled/ }).click()
  const box = await page.locator('.serik-map').boundingBox()
  if (!box) throw new Error('no map')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const table = page.getByRole('table', { name: russian('tasks:group.title') })
  const listed = async () => {
    await page.mouse.move(middle.x - 220, middle.y - 220)
    await page.keyboard.down('Shift')
    await page.mouse.down()
    for (const [x, y] of [
      [220, -220],
      [220, 220],
      [-220, 220],
    ] as const)
      await page.mouse.move(middle.x + x, middle.y + y, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    return table.getByRole('row').count()
  }
  // Again until the frames with all of them have come.
  await expect.poll(listed, { timeout: 20_000 }).toBe(1 + people.units + people.assistants)
  await page.getByRole('button', { name: russian('tasks:carrier.propose') }).click()
  await seen(page, russian('proposals:hands'))
  const [operation] = [...server.app.live.board.operation.values()].filter(({ title }) => title === 'Circled')
  const pins = operation?.hands ?? []
  expect(pins.map(({ kind, unit }) => [kind, unit ? 'unit' : 'assistant'])).toEqual([
    ['pin', 'unit'],
    ['pin', 'assistant'],
    ['pin', 'assistant'],
  ])
  expect(complaints).toEqual([])
})
