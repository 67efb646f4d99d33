import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const outDir = mkdtempSync(join(tmpdir(), 'serik-gallery-'))
const desk = { width: 1280, height: 720 }
const wide = { width: 1920, height: 1080 }
const phone = { width: 390, height: 844 }
/** A desk of 1280 px zoomed in to 200 %. */
const zoomed = { width: 640, height: 360 }

let server: PreviewServer
let browser: Browser
let base = ''

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production')
  await build({
    logLevel: 'error',
    build: { outDir, rolldownOptions: { input: 'test/client/ui/gallery.html' } },
  })
  server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0 } })
  base = server.resolvedUrls?.local[0] ?? ''
  browser = await launchChromium()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(outDir, { recursive: true })
})

async function open(query: string, options: BrowserContextOptions = { viewport: desk }): Promise<Page> {
  const page = await browser.newPage(options)
  await page.goto(`${base}test/client/ui/gallery.html?${query}`)
  await page.waitForSelector('html[data-ready]')
  await page.evaluate(() => document.fonts.ready)
  return page
}

async function violations(page: Page, only?: string[]): Promise<string[]> {
  const found = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(rules ? { runOnly: rules } : {}),
    only,
  )
  return (found as AxeResults).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

describe('every widget', () => {
  const views = [
    'desk',
    'desk&lost',
    'widgets',
    'widgets&dialog',
    'widgets&keys',
    'forms',
    'board',
    'phone',
    'phone-sos',
  ]
  const shown = views.map((view, index) => ({ view, lang: ['kk', 'ru', 'en'][index % 3] }))
  it.each(shown)(
    'UI-5 has no accessibility violation, in either theme: $view $lang',
    async ({ view, lang }) => {
      const page = await open(`view=${view}&theme=dark&lang=${lang}`, {
        viewport: view.startsWith('phone') ? phone : desk,
      })
      // A contrast measured in the middle of a transition is wrong.
      await page.addStyleTag({ content: '*{transition:none!important;animation:none!important}' })
      await page.evaluate(axe)
      expect(await violations(page)).toEqual([])
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
      expect(await violations(page, ['color-contrast'])).toEqual([])
    },
  )

  it.each(['kk', 'ru', 'en'])(
    'UI-6 nothing scrolls sideways or wraps out of its place, in %s',
    async (lang) => {
      for (const [view, viewport] of [
        ['desk', desk],
        ['desk', wide],
        ['desk', zoomed],
        ['phone', phone],
        ['phone-sos', phone],
      ] as const) {
        const page = await open(`view=${view}&lang=${lang}`, { viewport })
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wider, `${view} at ${viewport.width}`).toBeLessThanOrEqual(0)
        const overlapping = await page.evaluate(() =>
          [...document.querySelectorAll('[role="meter"] > :first-child, button:not(.clip)')]
            .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
            .map((element) => element.textContent),
        )
        expect(overlapping, `${view} at ${viewport.width}`).toEqual([])
      }
    },
  )

  it('UI-7 stands still for who asks for less motion, and takes the colours of who brings their own', async () => {
    const page = await open('view=widgets', {
      viewport: desk,
      reducedMotion: 'reduce',
      forcedColors: 'active',
    })
    const style = await page.evaluate(() => {
      const root = getComputedStyle(document.documentElement)
      return ['--fast', '--slow', '--fg0', '--bg1'].map((name) => root.getPropertyValue(name))
    })
    expect(style).toEqual(['0s', '0s', 'CanvasText', 'Canvas'])
    const seen = await page.evaluate(() => {
      const moving = document.getAnimations().filter(({ playState }) => playState === 'running')
      const timed = [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration)
      })
      return { moving: moving.length, timed: timed.map(({ outerHTML }) => outerHTML.slice(0, 80)) }
    })
    expect(seen).toEqual({ moving: 0, timed: [] })
  })
})

describe('a button that is held', () => {
  const held = (page: Page) => page.locator('html[data-held]').count()

  it.each(['mouse', 'finger', 'key'])(
    'UI-8 acts after two seconds of %s, and says so after less',
    async (means) => {
      const page = await browser.newPage({ viewport: phone, hasTouch: true })
      await page.clock.install()
      await page.goto(`${base}test/client/ui/gallery.html?view=phone&lang=ru`)
      const sos = page.getByRole('button', { name: /SOS/ })
      const box = await sos.boundingBox()
      if (!box) throw new Error('no SOS button')
      const x = box.x + box.width / 2
      const y = box.y + box.height / 2
      const touch = await page.context().newCDPSession(page)
      const press = async () => {
        if (means === 'mouse') await page.mouse.move(x, y).then(() => page.mouse.down())
        else if (means === 'key') await sos.focus().then(() => page.keyboard.down('Enter'))
        else await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
      }
      const release = async () => {
        if (means === 'mouse') await page.mouse.up()
        else if (means === 'key') await page.keyboard.up('Enter')
        else await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      }
      await press()
      await page.clock.runFor(1900)
      await release()
      await page.clock.runFor(500)
      expect(await held(page)).toBe(0)
      await sos.getByText('держите дольше').waitFor()
      await press()
      await page.clock.runFor(2000)
      expect(await held(page)).toBe(1)
      await release()
    },
  )
})

describe('the command line', () => {
  it('UI-9 completes with Tab, runs only a line shown in full, keeps what is refused and closes with Escape', async () => {
    const page = await open('view=desk&lang=ru')
    const input = page.getByRole('combobox')
    await expect.poll(() => input.evaluate((element) => element === document.activeElement)).toBe(true)
    await input.fill('3 под 26')
    await input.press('Enter')
    expect(await input.inputValue()).toBe('3 подкрепление 15')
    await input.fill('3 подк')
    await input.press('ArrowDown')
    await input.press('Tab')
    expect(await input.inputValue()).toBe('3 подкрепление 26')
    await input.fill('3 подк')
    await input.press('ArrowDown')
    await input.press('ArrowDown')
    await expect
      .poll(() => page.getByRole('option', { name: /смена окончена/ }).getAttribute('aria-selected'))
      .toBe('true')
    await input.press('Enter')
    expect(await input.inputValue()).toBe('3 подк')
    expect(await page.getByRole('option', { name: 'D5' }).count()).toBe(1)
    await input.press('Escape')
    await input.waitFor({ state: 'detached' })
    await page.keyboard.press('Slash')
    await input.waitFor()
  })
})

describe('a long list', () => {
  it('UI-10 keeps only the rows in sight in the page and is walked with the arrow keys', async () => {
    const page = await open('view=board&lang=ru')
    expect(await page.locator('tbody tr').count()).toBeLessThan(80)
    await page.getByRole('button', { name: 'A-0003' }).first().focus()
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('ArrowDown')
      const row = `A-${String(step + 4).padStart(4, '0')}`
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(row)
    }
    expect(await page.locator('tbody tr').count()).toBeLessThan(80)
  })

  it('UI-11 sorts by the head of a column and says which', async () => {
    const page = await open('view=board&lang=ru')
    const metres = async () => {
      const cells = await page.locator('tbody tr td:last-child').allTextContents()
      const read = (text: string) =>
        Number(text.replace(/[^\d,]/g, '').replace(',', '.')) * (/км/.test(text) ? 1000 : 1)
      return cells.filter((text) => text !== '').map(read)
    }
    const head = page.getByRole('columnheader', { name: 'До офицера' })
    for (const [sort, order] of [
      ['ascending', 1],
      ['descending', -1],
    ] as const) {
      await page.getByRole('button', { name: 'До офицера' }).click()
      expect(await head.getAttribute('aria-sort')).toBe(sort)
      const shown = await metres()
      expect(shown.length).toBeGreaterThan(10)
      expect(shown).toEqual(shown.toSorted((a, b) => order * (a - b)))
      expect(shown[0], 'the first of all').toBe(order === 1 ? 0 : 4000)
    }
  })
})
