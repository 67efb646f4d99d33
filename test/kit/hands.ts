import type { Locator, Page } from 'playwright-core'

/** What a person does on a page, by the words that stand there; only what is in sight counts. */
export function handsOn(page: Page) {
  const field = (label: string) => inSight(page.getByLabel(label)).first()
  return {
    press: (name: string) => inSight(page.getByRole('button', { name })).first().click(),
    shows: (text: string | RegExp) => inSight(page.getByText(text)).first().waitFor(),
    sees: (text: string | RegExp) => inSight(page.getByText(text)).first().isVisible(),
    fill: (label: string, text: string) => field(label).fill(text),
    async fillNumber(label: string, value: number) {
      await field(label).fill(String(value).replace('.', ','))
      await page.keyboard.press('Tab')
    },
    async choose(label: string, option: string) {
      await field(label).click()
      await page.getByRole('option', { name: option }).click()
    },
    list: (name: string) => inSight(page.getByRole('list', { name })),
    /** A key of the desk, not of the field that has the focus. */
    async key(name: string) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      await page.keyboard.press(name)
    },
  }
}

const inSight = (of: Locator) => of.locator('visible=true')
