import type { Download } from 'playwright-core'
import { expect } from 'vitest'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { wordsOf } from './catalogue.ts'
import { connect } from './connect.ts'
import { card, person } from './one-person.ts'
import { rowOf, type SignedIn, seen } from './pages.ts'
import type { Served } from './server.ts'

const ru = wordsOf('ru')

/** Down the queue to the person's line by keys, and into the file; gives the lines as they stand. */
export async function openApplication({ page, keys }: SignedIn): Promise<string[]> {
  await rowOf(page, person.name).waitFor()
  await keys.press('KeyQ')
  const lines = await page.locator('tbody tr').allTextContents()
  const ours = lines.findIndex((line) => line.includes(person.name))
  for (let n = 0; n <= ours; n++) {
    if (n > 0) await keys.press('ArrowDown')
    await page.locator(`tr[data-index="${n}"] button:focus`).waitFor()
  }
  await keys.press('Enter')
  await page.locator('#application-file').getByRole('heading', { name: person.name }).waitFor()
  return lines
}

/** Numbers of card and badge and the day of the training, from the file whose step that is. */
export async function issueCard({ page, keys }: SignedIn, trainedOn: string): Promise<void> {
  await keys.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await keys.type(card.number)
  await keys.press('Tab')
  await keys.type(card.badge)
  await dialog.getByLabel(ru('law:trained-on')).fill(trainedOn)
  await dialog.getByRole('checkbox', { name: ru('law:trained') }).focus()
  await keys.press('Space', 'Control+Enter')
}

/** The person's file in the register; gives the call sign. */
export async function openPerson({ page }: SignedIn): Promise<string> {
  await page.getByText(ru('law:register'), { exact: true }).click()
  await page.getByLabel(ru('registry:find')).fill(person.name)
  await rowOf(page, person.name).getByRole('button').click()
  await page.locator('#registry-file').getByRole('heading', { name: person.name }).waitFor()
  return (await rowOf(page, person.name).locator('td').first().textContent()) ?? ''
}

/** A patrol with one beat, and the team that the desk proposes for it sent there, all by keys. */
export async function sendPatrol({ page, keys }: SignedIn, beat: string): Promise<void> {
  const focusOn = (label: string) => page.getByLabel(label).and(page.locator(':focus')).waitFor()
  await seen(page, ru('desk:forces'))
  await keys.press('Shift+KeyO')
  await focusOn(ru('operations:title'))
  await keys.type('Абая – Сейфуллина')
  await keys.press('Tab')
  await keys.type('Абая / Сейфуллина 900')
  await keys.press('Tab', 'Shift+KeyP')
  await focusOn(ru('operations:place-name'))
  await keys.type(beat)
  await keys.press('Tab')
  await keys.type('Абая / Сейфуллина')
  await keys.press('Enter')
  await page.getByRole('button', { name: ru('operations:propose') }).waitFor()
  await keys.press('KeyP')
  await page.getByRole('button', { name: ru('proposals:approve-and-send', { count: 1 }) }).waitFor()
  await seen(page, person.short)
  await keys.press('Enter')
}

/** The person's report of force, on the page of the reports. */
export async function openReport({ page }: SignedIn): Promise<void> {
  await page.getByRole('link', { name: ru('desk:page.force') }).click()
  await rowOf(page, person.name).getByRole('button').click()
  await page.getByRole('heading', { name: person.name }).waitFor()
}

/** Takes the report in hand and finds, in writing, that the criteria are met. */
export async function findMet({ page, keys }: SignedIn): Promise<void> {
  await keys.press('KeyT')
  await seen(page, ru('force:in-hand'))
  await keys.press('Control+Enter')
  await page.getByRole('dialog').waitFor()
  await keys.type('Свидетели подтверждают')
  await keys.press('Control+Enter')
}

/** The signed record, from the page of the audit: a wrong password first is refused and the reason stays. */
export async function exportRecord({ page, keys }: SignedIn): Promise<Download> {
  await page.getByRole('button', { name: ru('audit:export-time') }).click()
  const dialog = page.getByRole('dialog')
  const reason = dialog.getByLabel(ru('desk:export-reason'))
  await reason.fill('Запрос прокуратуры 17/3')
  await dialog.getByLabel(ru('desk:export-password')).fill('not-the-password')
  await keys.press('Control+Enter')
  await seen(dialog, ru('refusals:password.wrong'))
  expect(await reason.inputValue()).toBe('Запрос прокуратуры 17/3')
  await dialog.getByLabel(ru('desk:export-password')).fill('rehearsal-only')
  const [saved] = await Promise.all([page.waitForEvent('download'), keys.press('Control+Enter')])
  await seen(page, ru('audit:saved'))
  return saved
}

/** A police unit on duty at this place, on the wire. */
export async function unitAt(at: LatLng, { app, address }: Served) {
  const { board } = app.live
  const [unit] = board.unit.values()
  if (!unit) throw new Error('the rehearsal has no unit')
  const { id, callSign } = unit
  const who = { kind: 'unit' as const, id }
  const enrolled = await app.enrolment.addTracker(who)
  const radio = await connect(address, { token: enrolled?.token ?? '' })
  const ok = async (answer: Promise<unknown>) => expect(await answer).toMatchObject({ ok: true })
  const now = Date.now()
  await ok(radio.give('BookOn', { who, to: now + 8 * 3_600_000 }))
  const fix = { at: now, ...at, accuracy: 5 }
  await ok(radio.ask('fixes', { sentAt: now, interval: 5, fixes: [fix] }))
  return {
    callSign,
    close: radio.close,
    /** Takes its task and is where it leads. */
    async arrive() {
      const party = { unit: id }
      const task = await radio.until('its task', () => board.unit.get(id)?.task)
      await ok(radio.give('AnswerOffer', { task, party, answer: 'accept' }))
      await ok(radio.give('SeeOrder', { task, party, version: 1, state: 'understood' }))
      for (const to of ['en-route', 'on-scene'] as const)
        await ok(radio.give('TakeStep', { task, party, to }))
    },
  }
}
