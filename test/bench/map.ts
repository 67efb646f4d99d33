import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { createServer } from 'vite'
import { launchChromium } from '../kit/chromium.ts'
import { type Bench, interleaved, measured, median, percentile } from './kit.ts'

type Layer = 'ours' | 'leaflet' | 'none'
const count = 50_000
const many = 200_000
/** Until a page has made its points and compiled its code. */
const lead = 1_000
const dragMs = 1_500

interface Seen {
  /** Milliseconds of the main thread per tick. */
  perTick: number
  /** Milliseconds between frames while the map is dragged. */
  gaps: number[]
  /** Of two hundred people in sight, how many the cursor does not find where they are. */
  missed: number
}

async function look(browser: Browser, address: string, layer: Layer, points: number, ms: number) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  try {
    await page.goto(`${address}?layer=${layer}&count=${points}`)
    await page.waitForFunction(() => (window as unknown as Bench0).bench?.moved > 0, null, {
      timeout: 60_000,
    })
    await wait(lead)
    const protocol = await page.context().newCDPSession(page)
    await protocol.send('Performance.enable')
    const busy = async () =>
      (await protocol.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
        ?.value ?? 0
    // A loaded machine makes fewer ticks of a second; count those that were made.
    const ticks = () => page.evaluate(() => (window as unknown as Bench0).bench.ticks)
    const [before, first] = [await busy(), await ticks()]
    await wait(ms)
    const perTick = (((await busy()) - before) * 1000) / ((await ticks()) - first)
    await page.mouse.move(640, 360)
    await page.mouse.down()
    await page.evaluate(() => (window as unknown as Bench0).bench.gaps.splice(0))
    const dragged = performance.now()
    for (let n = 0; performance.now() - dragged < dragMs; n++)
      await page.mouse.move(640 + 3 * (n % 60), 360 + (n % 20))
    const gaps = await page.evaluate(() => (window as unknown as Bench0).bench.gaps)
    await page.mouse.up()
    const missed = await page.evaluate(() => (window as unknown as Bench0).bench.missed())
    return { perTick, gaps, missed } satisfies Seen
  } finally {
    await page.close()
  }
}

interface Bench0 {
  bench: { moved: number; ticks: number; gaps: number[]; missed(): number }
}

export const bench: Bench = async function* ({ quick }) {
  const ms = quick ? 2_000 : 6_000
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, 'map-page'),
    cacheDir: join(import.meta.dirname, '../../node_modules/.cache/bench-map'),
    logLevel: 'error',
    server: { fs: { allow: [join(import.meta.dirname, '../..')] }, hmr: false, port: 0, host: '127.0.0.1' },
  })
  await server.listen()
  const address = server.resolvedUrls?.local[0] ?? ''
  const browser = await launchChromium()
  try {
    const gaps: Record<string, number[]> = { ours: [], leaflet: [], none: [], many: [] }
    let missed = 0
    const run = (layer: Layer, points: number, into: string) => async () => {
      const seen = await look(browser, address, layer, points, ms)
      gaps[into]?.push(...seen.gaps)
      missed += seen.missed
      return seen.perTick
    }
    await look(browser, address, 'none', 100, 100)
    const figures = await interleaved(quick ? 1 : 3, {
      ours: run('ours', count, 'ours'),
      none: run('none', count, 'none'),
      leaflet: run('leaflet', count, 'leaflet'),
    })
    const net = (value: number) => Math.max(0.1, value - figures.none)
    yield measured({
      case: `${count} points, a fifth moving each second, against Leaflet's circle markers on a canvas`,
      ...{ ours: net(figures.ours), peer: net(figures.leaflet), better: 'lower' },
      unit: 'main-thread ms per tick of 250 ms, an empty page taken off',
      goal: 'P5: at least 15× less',
      met: (ratio) => ratio >= 15,
      wrong: missed > 0 ? `${missed} not found under the cursor` : null,
    })
    yield measured({
      case: `${count} points, while the map is dragged: 95th percentile between two frames`,
      ...{ ours: percentile(gaps.ours ?? [], 0.95), peer: percentile(gaps.leaflet ?? [], 0.95) },
      ...{ unit: 'ms', better: 'lower', goal: 'P5: at most 20 ms', met: (_, gap) => gap <= 20 },
    })
    await run('ours', many, 'many')()
    yield measured({
      case: `${many} points, while the map is dragged`,
      ...{ ours: 1000 / median(gaps.many ?? []), unit: 'frames per second', better: 'higher' },
      goal: 'P5: at least 50',
      met: (_, frames) => frames >= 50,
    })
  } finally {
    await browser.close()
    await server.close()
  }
}
