import type { Browser, Page } from 'playwright-core'
import { cityOf } from '../../shared/city/city.ts'
import { type FoundPoint, findPoints } from '../../shared/city/find-point.ts'
import { wordsOf } from './catalogue.ts'
import { factOn, handset, seen, tap } from './pages.ts'
import { picture } from './public-page.ts'
import { readQr } from './read-qr.ts'

const kk = wordsOf('kk')

/** Whom the test of the law follows; the number is a published example whose check digit holds. */
export const person = {
  ...{ name: 'Әбдірахман Гүлім', short: /Әбдірахман Г\./, born: '28.10.1979', phone: '8 701 000 00 01' },
  ...{ iin: '791028302728', wrongIin: '971028302728' },
}
export const card = { number: 'УД-0007', badge: 'ЗН-0042' }
/** Where in the rehearsal's city everybody of this test is. */
export const meeting = (findPoints(cityOf(7), 'Абая / Сейфуллина', 'ru', 1) as [FoundPoint])[0].at

type ApplyField = 'name' | 'iin' | 'birth-date' | 'citizen' | 'phone' | 'region' | 'id-until' | 'consent'

/** Everything on the public form, with a copy as a camera makes it; only the IIN is not theirs. */
export async function fillIn(page: Page) {
  const field = (key: ApplyField) => page.getByLabel(kk(`apply:${key}`), { exact: true })
  await field('name').fill(person.name)
  await field('iin').fill(person.wrongIin)
  await field('birth-date').fill(person.born)
  await field('citizen').check()
  await field('phone').fill(person.phone)
  await field('region').selectOption('almaty/medeu')
  const copy = { name: 'IMG 4711.jpg', mimeType: 'image/jpeg', buffer: picture }
  await page.locator('input[type=file]').first().setInputFiles(copy)
  await seen(page, copy.name)
  await field('id-until').fill('01.04.2035')
  await field('consent').check()
  return { field, copy: copy.name }
}

/** What the citizen writes down: number and code, and by which day the police decide. */
export interface Receipt {
  number: string
  secret: string
  by: string
}

export async function receiptOn(page: Page): Promise<Receipt> {
  const number = await factOn(page, kk('apply:receipt-number'))
  const secret = await factOn(page, kk('apply:receipt-secret'))
  const [by = ''] = /\d\d\.\d\d\.\d{4}/.exec((await page.locator('ol').textContent()) ?? '') ?? []
  return { number, secret, by }
}

/** The citizen comes back another day, with the receipt, and reads this. */
export async function lookUp(
  browser: Browser,
  address: string,
  { number, secret, by }: Receipt,
  words: string,
) {
  const page = await handset(browser, 'kk', meeting)
  await page.goto(`${address}/apply`)
  await page.getByText(kk('apply:page.follow'), { exact: true }).tap()
  await page.getByLabel(kk('apply:receipt-number'), { exact: true }).fill(number)
  await page.getByLabel(kk('apply:receipt-secret'), { exact: true }).fill(secret)
  await tap(page, kk('apply:ask'))
  await page.getByRole('heading', { name: words }).waitFor()
  if (by) await seen(page, kk('apply:decides-until', { day: by }))
  await page.context().close()
}

/** What a citizen is shown who scans the assistant's screen. */
export async function scan(browser: Browser, phone: Page): Promise<Page> {
  await tap(phone, kk('proof:show'))
  const link = await readQr(phone.getByRole('img', { name: kk('proof:qr') }))
  await tap(phone, kk('proof:hide'))
  const page = await handset(browser, 'kk', meeting)
  await page.goto(link)
  return page
}

/** The five questions about force, with nothing against the assistant. */
export async function answerFive(phone: Page): Promise<void> {
  await tap(phone, kk('phone:force.report'))
  for (const question of ['protected', 'armed', 'group', 'means', 'needed'] as const) {
    await phone.getByRole('heading', { name: kk(`phone:force.ask.${question}`) }).waitFor()
    await tap(phone, kk(question === 'needed' ? 'terms:said.yes' : 'terms:said.no'))
  }
}

/** The written part of a report, on the phone: nobody protected, nobody hurt, the unit's leader told. */
export async function writeReport(phone: Page): Promise<void> {
  const choose = (group: string, option: string) =>
    phone.getByRole('group', { name: group, exact: true }).getByText(option, { exact: true }).tap()
  const tick = (name: string) => phone.getByRole('checkbox', { name, exact: true }).tap()
  await phone.getByLabel(kk('force:place'), { exact: true }).fill('Абай – Сейфуллин')
  await tick(kk('force:category.none'))
  await choose(kk('terms:force.injuries'), kk('terms:injuries.none'))
  await choose(kk('terms:force.first-aid'), kk('terms:said.no'))
  await phone.getByLabel(kk('force:words'), { exact: true }).fill('Полиция келгенше ұстап тұрдым')
  await choose(kk('force:seen'), kk('terms:said.no'))
  await choose(kk('force:police-came'), kk('terms:said.no'))
  await tick(kk('force:notice.unit-leader'))
  await tap(phone, kk('phone:force.send'))
}
