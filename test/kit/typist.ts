import type { Page } from 'playwright-core'

/** Somebody who works a page with the keyboard alone, and counts. */
export interface Typist {
  /** Keys as Playwright names them, one after the other: 'Shift+KeyO', 'Enter'. A chord is one press. */
  press(...keys: string[]): Promise<void>
  type(text: string): Promise<void>
  hold(key: string, milliseconds: number): Promise<void>
  count(): { presses: number; characters: number; seconds: number }
}

export function typistAt(page: Page): Typist {
  const began = Date.now()
  let presses = 0
  let characters = 0
  return {
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key)
        presses++
      }
    },
    async type(text) {
      await page.keyboard.type(text)
      characters += text.length
    },
    async hold(key, milliseconds) {
      await page.keyboard.down(key)
      // The hold is the thing that is tested: nothing on the page tells when it has lasted long enough.
      await page.waitForTimeout(milliseconds)
      await page.keyboard.up(key)
      presses++
    },
    count: () => ({ presses, characters, seconds: (Date.now() - began) / 1000 }),
  }
}
