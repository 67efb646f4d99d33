import { type RegistryStep, registryAfter } from '../assistants/registry.ts'
import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { type DecisionContext, seal } from '../kernel/decider.ts'
import { type Id, key, type Millis, rosterKey } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { dayOf } from '../law/day.ts'
import { akimatDeadline, policeDeadline } from '../law/deadlines.ts'
import { standingInTheWay } from '../law/eligibility/all.ts'
import { receiptDeciders } from './decide-receipt.ts'
import { dueAfter } from './due.ts'
import type { ApplicationEvents } from './events.ts'
import { eligibilityNow, owesCard } from './standing.ts'
import type { Application } from './types.ts'

type ApplicationCommand =
  | 'SubmitApplication'
  | 'RecordPoliceCheck'
  | 'ForwardApplication'
  | 'RefuseApplication'
  | 'WithdrawApplication'
  | 'ReturnApplication'
  | 'MarkOverdue'
  | 'RegisterApplicant'
  | 'IssueCard'
  | 'ReturnCard'

const ofFile = ({ application }: { application: Id }) => [key('application', application)]

/** Each guard of the law's table 3.2 stands in the decision of its step; that a deadline has passed is a guard of none. */
export const applicationDeciders: Deciders<ApplicationCommand> = {
  ...receiptDeciders,

  RecordPoliceCheck: {
    involves: ofFile,
    decide(board, { application: id, rule, result }) {
      const file = board.application.get(id)
      if (!file) return refuse('application.unknown')
      if (file.status !== 'POLICE_CHECK') return refuse('application.not-with-police')
      if (file.checks[rule]?.result === result) return { facts: [] }
      return fact('PoliceCheckRecorded', { application: id, rule, result })
    },
  },

  ForwardApplication: {
    involves: ofFile,
    decide(board, { application: id }, ctx) {
      const file = atStep(board, id, 'forward')
      if (isRefusal(file)) return file
      const open = checksOpen(file, ctx.now)
      if (open) return open
      const due = dueAfter(akimatDeadline(dayOf(ctx.now)))
      return isRefusal(due) ? due : fact('ApplicationForwarded', { application: id, due })
    },
  },

  RefuseApplication: {
    involves: ofFile,
    decide: (board, { application, reason }, ctx) => withReason(board, application, 'refuse', reason, ctx),
  },

  ReturnApplication: {
    involves: ofFile,
    decide: (board, { application, reason }, ctx) => withReason(board, application, 'return', reason, ctx),
  },

  WithdrawApplication: {
    involves: ofFile,
    decide(board, { application: id }) {
      const file = atStep(board, id, 'withdraw')
      return isRefusal(file) ? file : fact('ApplicationWithdrawn', { application: id })
    },
  },

  MarkOverdue: {
    involves: ofFile,
    decide(board, { application: id, dueAt }, { now }) {
      const clock = board.application.get(id)?.clock
      if (!clock || clock.dueAt !== dueAt || clock.overdueAt !== null || now <= dueAt) return { facts: [] }
      return fact('ApplicationOverdue', { application: id, office: clock.office })
    },
  },

  RegisterApplicant: {
    involves: ({ application }) => [
      key('application', application),
      key('assistant', application),
      rosterKey,
    ],
    decide(board, { application: id, number, on }, { now, by }) {
      const file = atStep(board, id, 'register')
      if (isRefusal(file)) return file
      if (file.checkedBy.includes(by.id)) return refuse('application.checked-by-you')
      const open = checksOpen(file, now)
      if (open) return open
      const received = dayOf(file.clock?.from ?? now)
      if (on < received || on > dayOf(now)) return refuse('application.registration-day')
      if (isNumberTaken(board, number)) return refuse('application.number-taken')
      const callSign = nextCallSign(board)
      const { facts } = fact('ApplicantRegistered', { application: id, number, on })
      const registered = {
        type: 'AssistantRegistered',
        keys: [key('assistant', id), rosterKey],
        data: { assistant: id, callSign, region: file.region },
      }
      return { facts: [...facts, registered], result: { callSign } }
    },
  },

  IssueCard: {
    involves: ({ application }) => [key('application', application), key('assistant', application)],
    decide(board, { application: id, trainedOn, ...card }, { now }) {
      const file = board.application.get(id)
      const assistant = board.assistant.get(id)
      if (!file && !assistant) return refuse('application.unknown')
      const from = assistant?.status ?? file?.status ?? 'DRAFT'
      const to = registryAfter(from, 'issue')
      if (!assistant || (to === null && from !== 'ACTIVE'))
        return refuse('registry.no-such-transition', { params: { from, to: 'ACTIVE' } })
      const today = dayOf(now)
      if (trainedOn > today) return refuse('registry.training-day', { rule: 'D2' })
      if (card.until !== undefined && card.until < today)
        return refuse('application.card-over', { rule: 'D2' })
      if (isCardTaken(board, id, card)) return refuse('application.card-taken')
      const keys = [key('assistant', id)]
      const issued = [
        {
          type: 'CardIssued',
          keys: file ? [key('application', id)] : keys,
          data: { application: id, ...card },
        },
        { type: 'TrainingRecorded', keys, data: { assistant: id, on: trainedOn } },
      ]
      if (to === null) return { facts: issued }
      const data = { assistant: id, from, to, reason: 'issued' }
      return { facts: [...issued, { type: 'RegistryStatusChanged', keys, data }] }
    },
  },

  ReturnCard: {
    involves: ({ application }) => [key('application', application), key('assistant', application)],
    decide(board, { application: id }) {
      const file = board.application.get(id)
      const assistant = board.assistant.get(id)
      if (!file && !assistant) return refuse('application.unknown')
      if (file ? file.card?.returnedAt : assistant?.cardBackAt) return { facts: [] }
      if (!owesCard(board, id)) return refuse('application.no-card-due')
      const of = file ? key('application', id) : key('assistant', id)
      return { facts: [{ type: 'CardReturned', keys: [of], data: { application: id } }] }
    },
  },
}

/** All of E1 to E10 that do not hold now, at once. */
function checksOpen(file: Application, now: Millis): Refusal | null {
  const rules = standingInTheWay(eligibilityNow(file, now))
  const [rule] = rules
  return rule ? refuse('application.check-open', { rule, params: { rules: rules.join(', ') } }) : null
}

/** Whether somebody was registered under this number, by an application or on paper. */
function isNumberTaken(board: Board, number: string): boolean {
  const isIt = (registration: { number: string } | null | undefined) => registration?.number === number
  for (const file of board.application.values()) if (isIt(file.registration)) return true
  for (const one of board.assistant.values()) if (isIt(one.papers?.registration)) return true
  return false
}

/** Whether somebody else has a card of this number or a badge of it, on paper or not. */
function isCardTaken(board: Board, id: Id, wanted: { number: string; badge: string }): boolean {
  const isIt = (card: { number: string; badge: string } | null | undefined) =>
    card?.number === wanted.number || card?.badge === wanted.badge
  for (const file of board.application.values()) if (file.id !== id && isIt(file.card)) return true
  for (const one of board.assistant.values()) if (one.id !== id && isIt(one.papers?.card)) return true
  return false
}

/** One fact about one file. */
function fact<Type extends keyof ApplicationEvents>(type: Type, data: ApplicationEvents[Type]) {
  return { facts: [{ type, keys: [key('application', data.application)], data }] }
}

/** The file, if the law's table has a row for this step from where it stands. */
function atStep(board: Board, id: Id, step: RegistryStep): Application | Refusal {
  const file = board.application.get(id)
  if (!file) return refuse('application.unknown')
  if (registryAfter(file.status, step) === null)
    return refuse('application.not-at-this-step', { params: { number: file.number } })
  return file
}

/** A refusal ends the file, a return starts the police's clock anew; both are in writing. */
function withReason(board: Board, id: Id, step: 'refuse' | 'return', reason: string, ctx: DecisionContext) {
  const file = atStep(board, id, step)
  if (isRefusal(file)) return file
  const { sealed, secret } = seal(ctx, reason)
  const written = { application: id, reason: sealed }
  if (step === 'refuse') return { ...fact('ApplicationRefused', written), secrets: [secret] }
  const due = dueAfter(policeDeadline(dayOf(ctx.now)))
  if (isRefusal(due)) return due
  const data = { ...written, due }
  return { ...fact('ApplicationReturned', data), secrets: [secret] }
}

/** A-0601 after A-0600: the register's own run of call signs. */
function nextCallSign(board: Board): string {
  let last = 0
  for (const { callSign } of board.assistant.values())
    if (/^A-\d+$/.test(callSign)) last = Math.max(last, Number(callSign.slice(2)))
  return `A-${String(last + 1).padStart(4, '0')}`
}
