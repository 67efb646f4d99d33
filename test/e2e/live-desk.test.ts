import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Assistant } from '../../shared/assistants/types.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { russian } from '../kit/catalogue.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { type Served, serve } from '../kit/server.ts'

/** A desk with the rehearsal's 640 phones reporting, each of them a socket of another process. */
const password = 'rehearsal-only'

let server: Served
let browser: Browser
let page: Page
let other: Connected
let frames = 0

async function cookieOf(login: string): Promise<string> {
  const response = await fetch(`${server.address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  return (response.headers.get('set-cookie') ?? '').split(';')[0] as string
}
const onDuty = () => [...other.board.assistant.values()].filter(({ shift }) => bookedOn(shift))

beforeAll(async () => {
  server = await serve({ SERIK_REHEARSAL: 'on' })
  other = await connect(server.address, { cookie: await cookieOf('duty2') })
  browser = await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const [name, value] = (await cookieOf('duty')).split('=') as [string, string]
  await context.addCookies([{ name, value, url: server.address }])
  page = await context.newPage()
  // React tells this hook of every commit, in a production build too.
  await page.addInitScript(() => {
    const counted = { commits: 0, messages: 0 }
    Object.assign(window, {
      counted,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: () => counted.commits++,
        onCommitFiberUnmount() {},
      },
    })
  })
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload !== 'string') frames++
    }),
  )
  await page.goto(server.address)
  await page.getByText(russian('desk:forces')).first().waitFor()
  await other.until('450 on duty', () => onDuty().length >= 450, 90_000)
})

afterAll(async () => {
  await browser?.close()
  other?.close()
  await server?.stop()
})

test('LIVE-1 no React render happens per fix: the desk renders for events and for the order of a list', async () => {
  const commits = () =>
    page.evaluate(() => (window as unknown as { counted: { commits: number } }).counted.commits)
  const [before, framesBefore, eventsBefore] = [await commits(), frames, other.envelopes.length]
  await expect.poll(() => frames - framesBefore, { timeout: 30_000 }).toBeGreaterThan(20)
  const [rendered, events] = [(await commits()) - before, other.envelopes.length - eventsBefore]
  console.log(
    `${frames - framesBefore} frames of positions: ${rendered} React commits, ${events} batches of events`,
  )
  expect(before).toBeGreaterThan(0)
  expect(rendered).toBeLessThanOrEqual(2 * events + 3)
})

test('LIVE-2 with 640 live a status change is in its row within 300 ms', async () => {
  await page.keyboard.press('KeyR')
  const table = page.getByRole('table', { name: russian('desk:forces') })
  await table.waitFor()
  await page.getByLabel(russian('desk:filter.all'), { exact: true }).check()
  const free = onDuty().filter(({ task }) => task === null)
  const took: number[] = []
  for (const person of free.slice(0, 5)) took.push(await bookOff(person))
  took.sort((a, b) => a - b)
  console.log(`a status change is in its row after ${took.map(Math.round).join(', ')} ms`)
  expect(took[2]).toBeLessThan(300)

  async function bookOff({ id, callSign }: Assistant): Promise<number> {
    await page.getByRole('searchbox').fill(callSign)
    const row = page.getByRole('row').filter({ hasText: callSign })
    await row.getByText(russian('terms:status.free')).waitFor()
    const seen = row.evaluate(
      (element, wanted) =>
        new Promise<number>((done) => {
          const look = () => element.textContent?.includes(wanted) && done(Date.now())
          new MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true })
          look()
        }),
      russian('terms:status.off-duty'),
    )
    const given = Date.now()
    expect(await other.give('BookOff', { who: { kind: 'assistant', id } })).toMatchObject({ ok: true })
    return (await seen) - given
  }
})
