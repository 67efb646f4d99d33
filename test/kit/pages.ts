import type { Browser, Locator, Page } from 'playwright-core'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Language } from '../../shared/i18n/format.ts'
import { typistAt } from './typist.ts'

/** What the pages opened here have complained of in their consoles. */
export const complaints: string[] = []

function listenTo(page: Page): Page {
  // A loaded machine is slow; nothing waits for longer than it has to.
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return page
}

/** A handset with a finger and a place in the world. */
export async function handset(browser: Browser, language: Language, at: LatLng): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, reducedMotion: 'reduce' },
    ...{ permissions: ['geolocation'], geolocation: { latitude: at.lat, longitude: at.lng, accuracy: 6 } },
  })
  await context.addInitScript(`localStorage.setItem('serik.language', '${language}')`)
  return listenTo(await context.newPage())
}

/** A desk in Russian with somebody of the rehearsal signed in, and the keyboard they work with. */
export async function signedIn(browser: Browser, address: string, login: string) {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', acceptDownloads: true },
  })
  await context.addInitScript(`localStorage.setItem('serik.language', 'ru')`)
  const page = listenTo(await context.newPage())
  await page.goto(address)
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  const keys = typistAt(page)
  await keys.type(login)
  await keys.press('Tab')
  await keys.type('rehearsal-only')
  await keys.press('Enter')
  await page.locator('nav').waitFor()
  return { page, keys, leave: () => context.close() }
}
export type SignedIn = Awaited<ReturnType<typeof signedIn>>

/** Resolves once somebody who looks at the page reads it; a string is the whole of what stands there. */
export const seen = (on: Page | Locator, text: string | RegExp) =>
  on
    .getByText(text, { exact: typeof text === 'string' })
    .locator('visible=true')
    .first()
    .waitFor()

/** Finger down and up on a button. */
export const tap = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).tap()

export const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

/** What stands beside a name in a list of facts. */
export async function factOn(on: Page | Locator, name: string): Promise<string> {
  const value = on.locator('dt', { hasText: name }).first().locator('xpath=following-sibling::dd[1]')
  return (await value.textContent()) ?? ''
}

/** A sentence with a time or name in it. */
export const like = (sentence: string) =>
  new RegExp(sentence.replace(/\{\{\w+\}\}/g, '.+').replace(/\s/g, '\\s'))
