import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Body, CommandType } from '../../../shared/board/commands.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { dayOf } from '../../../shared/law/day.ts'
import { policeRules } from '../../../shared/law/eligibility/rule.ts'
import { submission } from '../../kit/application.ts'
import { noon } from '../../kit/given-when-then.ts'
import { pureDesk } from '../../kit/pure-desk.ts'

const DAY = 86_400_000
const noFiles: (typeof submission)['documents'] = []
const people: Actor[] = ['reviewer', 'registrar', 'both'].map((id) => ({ kind: 'staff', id }))

/** One try of anybody at anything, at any time; `broken` spoils one field of an application. */
const tries = fc.record({
  what: fc.constantFrom(
    ...(['submit', 'check', 'check', 'check', 'forward', 'refuse', 'return', 'withdraw'] as const),
    ...(['register', 'issue', 'wait', 'suspend', 'reinstate', 'end'] as const),
  ),
  by: fc.constantFrom(...people),
  rule: fc.constantFrom(...policeRules),
  result: fc.constantFrom('CLEAR' as const, 'CLEAR' as const, 'CLEAR' as const, 'NOT_CLEAR' as const),
  days: fc.constantFrom(1, 9, 40),
  broken: fc.constantFrom(
    {},
    {},
    { citizen: false },
    { consent: false },
    { birthDate: '2010-10-10' },
    { documents: noFiles },
  ),
})

/** What stands between an application and ACTIVE; in order it gets there, so that the property is not about nothing. */
const way = ['submit', ...policeRules, 'forward', 'register', 'issue']
/** How far the way is gone first, which step of it is left out, and who registers. */
const begun = fc.record({
  first: fc.constantFrom(way.length, way.length, way.length - 1, way.length - 2, 4, 0),
  leftOut: fc.oneof(fc.constant(null), fc.constantFrom(...way)),
  registers: fc.constantFrom(...people.slice(1), ...people),
})

test('APPLY-20 no path from an application reaches ACTIVE but by E1 to E10, both offices and the card; no silence helps', () => {
  let active = 0
  fc.assert(
    fc.property(fc.array(tries, { maxLength: 25 }), begun, (some, { first, leftOut, registers }) => {
      const desk = pureDesk([])
      const file = () => [...desk.board.application.keys()][0] ?? 'none'
      const give = <Type extends CommandType>(type: Type, body: Body<Type>, by: Actor) =>
        !isRefusal(desk.give(type, body, by))
      const take = (what: string, one: Partial<(typeof some)[number]>) => {
        const { by = people[0] as Actor, result = 'CLEAR' } = one
        const application = file()
        const number = `${desk.log.length}`
        if (what === 'submit') give('SubmitApplication', { ...submission, ...one.broken }, by)
        else if (what === 'forward') give('ForwardApplication', { application }, by)
        else if (what === 'refuse') give('RefuseApplication', { application, reason: 'x' }, by)
        else if (what === 'return') give('ReturnApplication', { application, reason: 'x' }, by)
        else if (what === 'withdraw') give('WithdrawApplication', { application }, by)
        else if (what === 'register')
          give('RegisterApplicant', { application, number, on: dayOf(desk.now) }, by)
        else if (what === 'issue')
          give('IssueCard', { application, number, badge: number, trainedOn: '2026-03-02' }, by)
        else if (what === 'wait') desk.advance(desk.now + (one.days ?? 1) * DAY)
        else if (what === 'suspend') give('SuspendAssistant', { assistant: application, reason: 'check' }, by)
        else if (what === 'reinstate') give('ReinstateAssistant', { assistant: application }, by)
        else if (what === 'end') give('EndAssistant', { assistant: application, reason: 'T1' }, by)
        else give('RecordPoliceCheck', { application, rule: one.rule ?? (what as 'E5'), result }, by)
      }
      for (const what of way.slice(0, first))
        if (what !== leftOut) take(what, what === 'register' ? { by: registers } : {})
      for (const one of some) take(one.what, one)

      const seen = [...desk.log]
      seen.forEach((event, at) => {
        const moved = event.data as { assistant: string; from?: string; to?: string }
        if (event.type !== 'RegistryStatusChanged' || moved.from !== 'REGISTERED' || moved.to !== 'ACTIVE')
          return
        active++
        const before = seen.slice(0, at).filter(({ keys }) => keys.includes(`application:${moved.assistant}`))
        const last = (type: string) => before.findLastIndex((one) => one.type === type)
        const [submitted, forwarded] = [last('ApplicationSubmitted'), last('ApplicationForwarded')]
        const [registered, issued] = [last('ApplicantRegistered'), last('CardIssued')]
        expect(before[submitted]?.data).toMatchObject({
          received: { E1: 'CLEAR', E2: 'CLEAR', E3: 'CLEAR', E10: 'CLEAR' },
        })
        for (const rule of policeRules)
          expect(
            before.slice(0, forwarded).findLast(({ data }) => (data as { rule?: string }).rule === rule)
              ?.data,
          ).toMatchObject({ result: 'CLEAR' })
        expect(submitted).toBeGreaterThanOrEqual(0)
        expect(forwarded).toBeGreaterThan(submitted)
        expect(registered).toBeGreaterThan(Math.max(forwarded, last('ApplicationReturned')))
        expect(issued).toBeGreaterThan(registered)
        const checkers = before.slice(0, registered).filter(({ type }) => /Check|Forwarded/.test(type))
        expect(checkers.map(({ by }) => by.id)).not.toContain(before[registered]?.by.id)
        for (const type of ['ApplicationRefused', 'ApplicationWithdrawn']) expect(last(type)).toBe(-1)
      })
      for (const { status } of desk.board.assistant.values())
        if (status === 'ACTIVE') expect(seen.some(({ type }) => type === 'CardIssued')).toBe(true)
      expect(desk.now).toBeGreaterThanOrEqual(noon)
    }),
    { numRuns: 400 },
  )
  expect(active).toBeGreaterThan(10)
})
