import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Carriers } from '../../client/map/carriers.ts'
import type { LiveMap, Picked } from '../../client/map/live-map.ts'
import { launchChromium } from '../kit/chromium.ts'

/** The map by itself (test/client/map/page), by a browser's own mouse, fingers and frames. */
interface Shown {
  live: LiveMap
  carriers: Carriers
  picked?: Picked
}
declare const window: Shown

let server: ViteDevServer
let browser: Browser
let address = ''
beforeAll(async () => {
  const root = join(import.meta.dirname, '../client/map/page')
  server = await createServer({
    ...{ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' },
    cacheDir: join(import.meta.dirname, '../../node_modules/.cache/map-page'),
    server: { hmr: false, port: 0, host: '127.0.0.1', fs: { allow: [join(root, '../../../..')] } },
  })
  await server.listen()
  address = server.resolvedUrls?.local[0] ?? ''
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
const contexts: Array<{ close(): Promise<void> }> = []
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

async function shown(ask: string, options: BrowserContextOptions = {}, withoutWorker = false): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 900, height: 600 }, ...options })
  contexts.push(context)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  if (withoutWorker) await page.route('**/crowd-worker*', (route) => route.abort())
  await page.goto(`${address}?shapes=0&${ask}`)
  await page.waitForFunction(() => window.live !== undefined)
  return page
}

/** Once people are drawn, there is somebody to be drawn around. */
const peopled = (page: Page) =>
  page.waitForFunction(() => {
    const { x, y } = window.live.map.getSize()
    const corners = [
      { x: 0, y: 0 },
      { x, y: 0 },
      { x, y },
      { x: 0, y },
    ]
    return window.live.positions.inside(corners as never).length > 0
  })

/** Moves carrier 0 by 80 pixels and says, frame by frame, where the pointer finds it until it stands there. */
const walk = (page: Page) =>
  page.evaluate(async () => {
    const { live, carriers } = window
    const { lat, lng } = live.map.containerPointToLatLng([400, 300])
    const to = live.map.containerPointToLatLng([480, 300])
    const put = (at: { lat: number; lng: number }) => {
      carriers.table.lat[0] = at.lat
      carriers.table.lng[0] = at.lng
      live.positions.changed()
    }
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const found = () => {
      const seen: number[] = []
      for (let x = 360; x <= 540; x++) if (live.positions.hit({ x, y: 300 } as never) === 0) seen.push(x)
      return seen.length === 0 ? null : ((seen[0] as number) + (seen.at(-1) as number)) / 2
    }
    put({ lat, lng })
    while (Math.abs((found() ?? 0) - 400) > 1) await frame()
    put(to)
    const places: number[] = []
    for (let frames = 0; frames < 600; frames++) {
      await frame()
      const x = found()
      if (x !== null) places.push(x)
      if (x !== null && Math.abs(x - 480) <= 1) break
    }
    for (let frames = 0; frames < 10; frames++) {
      await frame()
      places.push(found() ?? 0)
    }
    return places
  })

test('MAP-14 a symbol glides to its new fix, is hit where it is drawn, and never goes beyond', async () => {
  const page = await shown('count=1&zoom=15')
  const onTheWay: number[] = []
  // A loaded machine may have no frame within a tick; then once more.
  for (let times = 0; times < 10 && onTheWay.length === 0; times++) {
    const places = await walk(page)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(Math.max(...places)).toBeLessThanOrEqual(481)
    expect(Math.abs((places.at(-1) ?? 0) - 480)).toBeLessThanOrEqual(1)
    onTheWay.push(...places.filter((x) => x > 405 && x < 475))
  }
  expect(onTheWay.length).toBeGreaterThan(0)
})

test('MAP-14 with motion reduced it is at the new fix at once', async () => {
  const places = await walk(await shown('count=1&zoom=15', { reducedMotion: 'reduce' }))
  expect(places.every((x) => Math.abs(x - 400) <= 1 || Math.abs(x - 480) <= 1)).toBe(true)
})

/** Zooms in by one and says, frame by frame, where the ink of carrier 0 is, and where it belongs before and after. */
const zoomIn = (page: Page) =>
  page.evaluate(async () => {
    const { live, carriers } = window
    const { map } = live
    map.setZoom(15, { animate: false })
    const at = map.containerPointToLatLng([270, 200])
    carriers.table.lat[0] = at.lat
    carriers.table.lng[0] = at.lng
    // Nothing but the symbol, whose middle is its place.
    carriers.labelOf = () => null
    carriers.table.speed[0] = 0
    live.positions.changed()
    const canvas = document.querySelector('.leaflet-serik-positions-pane canvas') as HTMLCanvasElement
    const ctx = canvas.getContext('2d') as CanvasRenderingContext2D
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const ink = () => {
      const { width, height } = canvas
      const pixels = new Uint32Array(ctx.getImageData(0, 0, width, height).data.buffer)
      let [left, right, top, bottom] = [width, 0, height, 0]
      for (let i = 0; i < pixels.length; i++) {
        if (pixels[i] === 0) continue
        left = Math.min(left, i % width)
        right = Math.max(right, i % width)
        top = Math.min(top, Math.floor(i / width))
        bottom = Math.max(bottom, Math.floor(i / width))
      }
      const box = canvas.getBoundingClientRect()
      const x = box.left + (((left + right) / 2) * box.width) / width
      const y = box.top + (((top + bottom) / 2) * box.height) / height
      return { x, y }
    }
    const settled = async () => {
      const { x, y } = map.latLngToContainerPoint(at)
      while (Math.hypot(ink().x - x, ink().y - y) > 4) await frame()
      return { x, y }
    }
    const from = await settled()
    let over = false
    map.once('zoomend', () => {
      over = true
    })
    const way: { x: number; y: number }[] = []
    map.setZoom(16, { animate: true })
    while (!over) {
      await frame()
      if (!over) way.push(ink())
    }
    return { from, way, to: await settled() }
  })

test('MAP-18 while Leaflet zooms, the symbol keeps to its place on the ground, and is sharp on it at the end', async () => {
  const page = await shown('count=1', { deviceScaleFactor: 2, viewport: { width: 400, height: 300 } })
  let seen = 0
  // A loaded machine may have no frame within a zoom; then once more.
  for (let times = 0; times < 10 && seen === 0; times++) {
    const { from, way, to } = await zoomIn(page)
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    expect(length).toBeGreaterThan(70)
    for (const { x, y } of way) {
      const along = ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length
      const beside = Math.abs((x - from.x) * (to.y - from.y) - (y - from.y) * (to.x - from.x)) / length
      expect(beside).toBeLessThan(6)
      expect(along).toBeGreaterThan(-6)
      expect(along).toBeLessThan(length + 6)
      if (along > 8 && along < length - 8) seen++
    }
  }
  expect(seen).toBeGreaterThan(0)
})

const picked = (page: Page) =>
  page.evaluate(() => {
    const { picked } = window
    return picked?.kind === 'carriers' ? [...picked.nos].sort((a, b) => a - b) : (picked?.kind ?? null)
  })
/** Whose fixes lie inside a box of the page's pixels, and the map's middle. */
const facts = (page: Page, [left, top, right, bottom]: [number, number, number, number]) =>
  page.evaluate(
    ([x0, y0, x1, y1]) => {
      const { live, carriers } = window
      const inside: number[] = []
      for (let no = 0; no < carriers.table.size; no++) {
        const at = [carriers.table.lat[no], carriers.table.lng[no]] as [number, number]
        const { x, y } = live.map.latLngToContainerPoint(at)
        if (x > x0 && x < x1 && y > y0 && y < y1) inside.push(no)
      }
      const { lat, lng } = live.map.getCenter()
      return { inside, middle: `${lat} ${lng}`, zoom: live.map.getZoom() }
    },
    [left, top, right, bottom] as const,
  )
const box: [number, number, number, number] = [250, 150, 650, 450]
const corners = [
  [box[2], box[1]],
  [box[2], box[3]],
  [box[0], box[3]],
  [box[0], box[1]],
] as const

test('MAP-15 Shift and drag draw around people and take those inside; the map stays, and a drag still moves it', async () => {
  const page = await shown('count=900&zoom=14')
  await peopled(page)
  const before = await facts(page, box)
  expect(before.inside.length).toBeGreaterThan(5)
  await page.mouse.move(box[0], box[1])
  await page.keyboard.down('Shift')
  await page.mouse.down()
  for (const [x, y] of corners) await page.mouse.move(x, y, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  expect(await picked(page)).toEqual(before.inside)
  expect(await page.locator('.serik-lasso').count()).toBe(0)
  expect(await facts(page, box)).toEqual(before)
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(360, 340, { steps: 4 })
  await page.mouse.up()
  expect((await facts(page, box)).middle).not.toBe(before.middle)
  expect(await picked(page)).toEqual(before.inside)
})

test('MAP-16 armed, a finger draws the line, Enter takes all on the screen, and Escape nobody', async () => {
  const page = await shown('count=900&zoom=14', { hasTouch: true })
  await peopled(page)
  const before = await facts(page, box)
  const arm = () => page.evaluate(() => void window.live.lasso.arm())
  await arm()
  await page.keyboard.press('Escape')
  expect(await picked(page)).toBe(null)
  // Asked for twice it is off again.
  await arm()
  await arm()
  expect(await page.evaluate(() => window.live.lasso.armed())).toBe(false)
  await arm()
  const protocol = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: (readonly [number, number])[]) =>
    protocol.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) })
  await touch('touchStart', [box[0], box[1]])
  for (const corner of corners) await touch('touchMove', corner)
  await touch('touchEnd')
  await expect.poll(() => picked(page)).toEqual(before.inside)
  expect(await facts(page, box)).toEqual(before)
  await arm()
  await page.keyboard.press('Enter')
  const all = await facts(page, [0, 0, 900, 600])
  expect(await picked(page)).toEqual(all.inside)
})

test('MAP-13 a worker paints the same crowd as the page does without one, also on a screen of high density', async () => {
  const pixels = async (withoutWorker: boolean) => {
    const page = await shown('count=20000&zoom=14', { deviceScaleFactor: 2 }, withoutWorker)
    const sum = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('.leaflet-serik-positions-pane canvas') as HTMLCanvasElement
        const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
          ...([0, 0, canvas.width, canvas.height] as const),
        )
        let [sum, inked] = [0, 0]
        const pixels = new Uint32Array(data.buffer)
        for (let at = 0; at < pixels.length; at++) {
          const value = pixels[at] as number
          if (value === 0) continue
          inked++
          sum = (sum * 31 + (value ^ at)) % 2_147_483_647
        }
        return { sum, inked, width: canvas.width }
      })
    await peopled(page)
    if (!withoutWorker) await expect.poll(() => page.workers().length).toBe(1)
    // The worker's first picture comes after the page's own.
    for (let n = 0; n < 3; n++)
      await page.evaluate(() => {
        window.live.positions.changed()
        return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))
      })
    return sum()
  }
  const own = await pixels(true)
  expect(own.inked).toBeGreaterThan(10_000)
  expect(await pixels(false)).toEqual(own)
})
