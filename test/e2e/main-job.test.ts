import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cityOf } from '../../shared/city/city.ts'
import { type FoundPoint, findPoints } from '../../shared/city/find-point.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Party } from '../../shared/tasks/events.ts'
import { isLive } from '../../shared/tasks/links.ts'
import type { Task } from '../../shared/tasks/types.ts'
import { russian } from '../kit/catalogue.ts'
import { launchChromium } from '../kit/chromium.ts'
import { type Connected, connect } from '../kit/connect.ts'
import { type Served, serve } from '../kit/server.ts'
import { typistAt } from '../kit/typist.ts'

/**
 * The whole job of a duty officer in a real browser, with the keyboard alone, against a real server. The city and its
 * people are the rehearsal's; who answers are three units and five assistants with phones of this test, on the wire.
 */
const password = 'rehearsal-only'
const [{ at: meeting }] = findPoints(cityOf(7), 'Абая / Сейфуллина', 'ru', 1) as [FoundPoint]

let server: Served
let browser: Browser
let page: Page
const phones = new Map<Id, Connected>()
const errors: string[] = []

beforeAll(async () => {
  server = await serve({ SERIK_REHEARSAL: 'on', SERIK_REHEARSAL_PEOPLE: 'off' })
  const { board } = server.app.live
  for (const carrier of [
    ...[...board.unit.values()].slice(0, 3),
    ...[...board.assistant.values()].slice(0, 5),
  ]) {
    const who = { kind: 'mobility' in carrier ? 'unit' : 'assistant', id: carrier.id } as const
    const enrolled = await server.app.enrolment.addTracker(who)
    const phone = await connect(server.address, { token: enrolled?.token ?? '' })
    phones.set(carrier.id, phone)
    const now = Date.now()
    expect(await phone.give('BookOn', { who, to: now + 8 * 3_600_000 })).toMatchObject({ ok: true })
    await report(carrier.id, phones.size * 100)
  }
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
})

afterAll(async () => {
  await browser?.close()
  for (const phone of phones.values()) phone.close()
  await server?.stop()
})

/** A fix so many metres north of the meeting point. */
async function report(who: Id, metres = 20): Promise<void> {
  const at = { lat: meeting.lat + metres / 111_195, lng: meeting.lng }
  const fix = { at: Date.now(), ...at, accuracy: 5 }
  const answer = await phones.get(who)?.ask('fixes', { sentAt: fix.at, interval: 5, fixes: [fix] })
  expect(answer).toMatchObject({ ok: true })
}

const shows = (text: string | RegExp) =>
  page.getByText(text).locator('visible=true').first().waitFor({ timeout: 8_000 })
/** It is there and may be pressed. */
const button = (key: string) =>
  page
    .getByRole('button', { name: russian(key) })
    .locator('visible=true')
    .first()
    .waitFor({ timeout: 8_000 })
const focusOn = (label: string) =>
  page.waitForFunction(
    (wanted) => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent?.includes(wanted),
    label,
  )
const sendAll = (count: number) => russian('proposals:approve-and-send').replace('{{count}}', String(count))

const eventually = <T>(what: string, look: () => T | undefined | null | false) =>
  vi.waitFor(
    () => {
      const found = look()
      if (!found) throw new Error(`not yet: ${what}`)
      return found
    },
    { timeout: 8_000, interval: 20 },
  )

const taskNow = (id: Id) => server.app.live.board.task.get(id) as Task
const membersOf = (task: Id) =>
  taskNow(task)
    .members.filter(isLive)
    .map(({ assistant }) => assistant)
const partiesOf = (task: Id): Party[] => [
  { unit: taskNow(task).unit },
  ...membersOf(task).map((assistant) => ({ assistant })),
]
const phoneOf = (party: Party) => phones.get('unit' in party ? party.unit : party.assistant) as Connected

async function answer(task: Id, party: Party, said: 'accept' | 'decline'): Promise<void> {
  expect(await phoneOf(party).give('AnswerOffer', { task, party, answer: said })).toMatchObject({ ok: true })
}
async function step(task: Id, party: Party, to: 'en-route' | 'on-scene'): Promise<void> {
  if (to === 'on-scene') {
    const saw = {
      task,
      party,
      version: taskNow(task).orders.at(-1)?.version ?? 1,
      state: 'understood' as const,
    }
    expect(await phoneOf(party).give('SeeOrder', saw)).toMatchObject({ ok: true })
  }
  expect(await phoneOf(party).give('TakeStep', { task, party, to })).toMatchObject({ ok: true })
}

test('JOB-1 the whole job with the keyboard alone', async () => {
  await page.goto(server.address)
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  const keys = typistAt(page)
  const { board } = server.app.live

  // Signs in.
  await keys.type('duty')
  await keys.press('Tab')
  await keys.type(password)
  await keys.press('Enter')
  await shows(russian('desk:forces'))

  // Opens a patrol with two beats: title, perimeter and places are typed.
  await keys.press('Shift+KeyO')
  await focusOn(russian('operations:title'))
  await keys.type('Абая – Сейфуллина')
  await keys.press('Tab')
  await keys.type('Абая / Сейфуллина 900')
  await keys.press('Tab', 'Shift+KeyP')
  await focusOn(russian('operations:place-name'))
  await keys.type('Курмангазы')
  await keys.press('Tab')
  await keys.type('Абая / Сейфуллина')
  await keys.press('Tab', 'Shift+KeyP')
  await focusOn(russian('operations:place-name'))
  await keys.type('Сатпаева')
  await keys.press('Tab')
  await keys.type('Абая / Сейфуллина')
  await keys.press('Enter')
  const operation = await eventually('the operation', () => [...board.operation.values()][0])
  expect(placesInOrder(board, operation.id).map(({ name }) => name)).toEqual(['Курмангазы', 'Сатпаева'])

  // Asks for proposals, changes the first row by hand, and sends both.
  await button('operations:propose')
  await keys.press('KeyP')
  await page.getByRole('button', { name: sendAll(2) }).waitFor()
  await keys.press('Digit1', 'KeyA')
  const pin = await eventually('the pin', () => board.operation.get(operation.id)?.hands[0])
  await shows(russian('proposals:by-hand'))
  await page.getByRole('button', { name: sendAll(2), disabled: false }).waitFor()
  await keys.press('Enter')
  await eventually('both tasks', () => board.task.size === 2)
  const [first, second] = [...board.task.values()].sort((a, b) => a.number - b.number) as [Task, Task]
  expect(pin.kind === 'pin' && pin.unit).toBe(first.unit)

  // The phones answer; one declines, and the next is offered the slot with one key.
  await button('operations:propose')
  await keys.press('Digit1')
  await shows(russian('terms:step.offered'))
  const [refuser, ...others] = membersOf(first.id)
  await answer(first.id, { unit: first.unit }, 'accept')
  for (const assistant of others) await answer(first.id, { assistant }, 'accept')
  for (const party of partiesOf(second.id)) await answer(second.id, party, 'accept')
  await answer(first.id, { assistant: refuser as Id }, 'decline')
  await button('tasks:offer')
  await keys.press('Enter')
  const next = await eventually('the next one', () => membersOf(first.id).find((id) => !others.includes(id)))
  await answer(first.id, { assistant: next }, 'accept')
  await shows(russian('terms:step.accepted'))

  // One says by radio that the unit is there, another by phone; a step too many is taken back.
  // While the offer before is still on its way the desk refuses the key and says so.
  await page.getByRole('button', { name: russian('tasks:by-radio'), disabled: false }).waitFor()
  await keys.press('Shift+KeyS')
  await page.getByRole('dialog').waitFor()
  await keys.press('Enter')
  await eventually('the unit on its way', () => board.task.get(first.id)?.unitLink.step === 'en-route')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await keys.press('Control+KeyZ')
  await eventually('taken back', () => board.task.get(first.id)?.unitLink.step === 'accepted')
  for (const task of [first, second])
    for (const party of partiesOf(task.id))
      for (const to of ['en-route', 'on-scene'] as const) await step(task.id, party, to)
  await shows(russian('terms:step.on-scene'))

  // Somebody calls for help: taken, an officer is there, closed with a reason.
  const caller = phones.get(next)
  expect(await caller?.give('CallForHelp', { pressedAt: Date.now(), fix: null })).toMatchObject({ ok: true })
  await page
    .getByRole('button', { name: russian('alarms:own') })
    .first()
    .waitFor({ timeout: 1_000 })
  await keys.press('KeyV')
  const alarm = await eventually('an owner', () => [...board.alarm.values()].find(({ owner }) => owner))
  await page
    .getByRole('button', { name: russian('alarms:own') })
    .locator('visible=true')
    .waitFor({ state: 'detached' })
  await button('alarms:officer-here')
  await keys.hold('KeyY', 1_300)
  await eventually('an officer there', () => board.alarm.get(alarm.id)?.officerWith)
  await keys.press('KeyF')
  await page.getByRole('dialog').waitFor()
  await keys.press('Digit1', 'Enter')
  await eventually('closed', () => board.alarm.get(alarm.id)?.resolved)
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  // A roll call, a note, and everybody found by typing.
  await keys.press('KeyK')
  await eventually('the roll call', () =>
    [...board.message.values()].some(({ kind }) => kind === 'roll-call'),
  )
  await keys.press('Shift+KeyJ')
  await focusOn(russian('journal:note-text'))
  await keys.type('Обход двора закончен')
  await keys.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await keys.press('Slash')
  await keys.type('A-0003')
  await keys.press('Enter')
  await shows('A-0003')

  // The desk is handed over, and the operation ends.
  await keys.press('Shift+KeyL')
  await page.getByRole('dialog').waitFor()
  await keys.press('Control+Enter')
  await eventually('the handover', () => [...board.handover.values()][0])
  await keys.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await keys.press('KeyO', 'Shift+KeyE')
  await shows(russian('operations:end-operation'))
  await keys.press('Control+Enter')
  await eventually('the end', () => board.operation.get(operation.id)?.closedAt)
  expect([...board.task.values()].map(({ endedAt }) => endedAt !== null)).toEqual([true, true])

  const { presses, characters, seconds } = keys.count()
  console.log(
    `the main job by keys: ${presses} presses, ${characters} characters typed, ${seconds.toFixed(1)} s`,
  )
  expect(errors).toEqual([])
})
