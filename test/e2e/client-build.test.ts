import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Manifest, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'

const outDir = mkdtempSync(join(tmpdir(), 'serik-client-'))
let server: PreviewServer

beforeAll(async () => {
  // Vite builds what NODE_ENV says, and vitest has set it to test.
  vi.stubEnv('NODE_ENV', 'production')
  await build({ logLevel: 'error', build: { outDir, manifest: true } })
  server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0 } })
})
afterAll(async () => {
  await server?.close()
  rmSync(outDir, { recursive: true })
})

/**
 * The files of JavaScript that a first visit loads before it shows anything: these modules and what they import. The map,
 * forms, dialogs and the other pages come after.
 */
function initialFiles(...entries: string[]): string[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8'))
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${key} is not in the build`)
    if (seen.has(chunk.file)) return
    seen.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const entry of entries) visit(entry)
  return [...seen]
}

const gzippedBytes = (files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(outDir, file))).length, 0)

const ofDesk = () => initialFiles('index.html', 'client/app/start.tsx', 'client/app/words-ru.ts')
const ofPhone = () => initialFiles('index.html', 'client/field/start.tsx', 'client/field/words-ru.ts')

describe('the client', () => {
  it('UI-12 loads at most 300 KB of gzipped JavaScript for the desk and 130 KB for the phone', () => {
    const [desk, phone] = [gzippedBytes(ofDesk()), gzippedBytes(ofPhone())]
    console.log(
      `first load, gzipped JavaScript: desk ${Math.round(desk / 1024)} KB, phone ${Math.round(phone / 1024)} KB`,
    )
    expect.soft(desk).toBeLessThan(300 * 1024)
    expect.soft(phone).toBeLessThan(130 * 1024)
  })

  it('APP-17 desk and phone start with at most 25 files of JavaScript each, the public pages with less than the phone', () => {
    expect(ofDesk().length).toBeLessThanOrEqual(25)
    expect(ofPhone().length).toBeLessThanOrEqual(25)
    const page = (app: string) => initialFiles('index.html', `client/${app}/start.tsx`)
    for (const app of ['apply', 'proof', 'verify'])
      expect(gzippedBytes(page(app)), app).toBeLessThan(gzippedBytes(ofPhone()))
  })

  it('UI-13 knows theme, app and language before the first paint: the desk dark, the phone light, as chosen after', async () => {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      const atFirst = async (path: string) => {
        // The body is empty until the module has run; nothing may change after that script.
        await page.route('**/assets/*.js', (route) => route.abort())
        await page.goto(new URL(path, server.resolvedUrls?.local[0]).href)
        return page.evaluate(() => [
          document.documentElement.dataset.theme,
          document.documentElement.dataset.app,
        ])
      }
      expect(await atFirst('/')).toEqual(['dark', 'desk'])
      expect(await atFirst('/field')).toEqual(['light', 'phone'])
      await page.evaluate(() => {
        localStorage.setItem('serik.theme.desk', 'light')
        localStorage.setItem('serik.language', 'kk')
      })
      expect(await atFirst('/')).toEqual(['light', 'desk'])
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('kk')
      expect(await atFirst('/field/offer')).toEqual(['light', 'phone'])
    } finally {
      await browser.close()
    }
  })
})
