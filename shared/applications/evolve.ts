import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { SealedText } from '../kernel/decider.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { ApplicationEvent, Due } from './events.ts'
import type { Application, Clock } from './types.ts'

export function evolveApplications(board: Board, event: ApplicationEvent): void {
  const set = (id: Id, to: Partial<Application> | ((old: Application) => Partial<Application>)) =>
    change(board.application, id, to)
  switch (event.type) {
    case 'ApplicationSubmitted': {
      const { application: id, due, ...rest } = event.data
      board.next.application = Math.max(board.next.application, rest.number + 1)
      board.application.set(id, {
        ...rest,
        ...{ id, status: 'POLICE_CHECK', submittedAt: event.at, clock: running('police', event.at, due) },
        ...{
          checks: {},
          checkedBy: [],
          escalated: false,
          reason: null,
          decidedAt: null,
          registration: null,
          card: null,
        },
      })
      return
    }
    case 'PoliceCheckRecorded': {
      const { application, rule, result } = event.data
      set(application, ({ checks, checkedBy }) => ({
        checks: { ...checks, [rule]: { result, by: event.by.id, at: event.at } },
        checkedBy: [...new Set([...checkedBy, event.by.id])],
      }))
      return
    }
    case 'ApplicationForwarded':
      set(event.data.application, ({ checkedBy }) => ({
        status: 'AKIMAT_REVIEW',
        checkedBy: [...new Set([...checkedBy, event.by.id])],
        clock: running('akimat', event.at, event.data.due),
      }))
      return
    case 'ApplicationReturned':
      set(event.data.application, (old) => ({
        ...{ status: 'POLICE_CHECK', ...newReason(old, event.data.reason) },
        clock: running('police', event.at, event.data.due),
      }))
      return
    case 'ApplicationOverdue':
      set(event.data.application, ({ clock }) => ({
        ...{ escalated: true, clock: clock && { ...clock, overdueAt: event.at } },
      }))
      return
    case 'ApplicationRefused':
      set(event.data.application, (old) => ({
        ...{ status: 'REFUSED', clock: null, decidedAt: event.at, ...newReason(old, event.data.reason) },
      }))
      return
    case 'ApplicationWithdrawn':
      set(event.data.application, { status: 'WITHDRAWN', clock: null, decidedAt: event.at })
      return
    case 'ApplicantRegistered': {
      const { application, number, on } = event.data
      set(application, {
        ...{ status: 'REGISTERED', clock: null, decidedAt: event.at, registration: { number, on } },
      })
      return
    }
    case 'CardIssued': {
      const { application, number, badge, until } = event.data
      const card = { number, badge, ...(until && { until }) }
      set(application, { card: { ...card, issuedAt: event.at, returnedAt: null } })
      if (!board.application.has(application))
        change(board.assistant, application, ({ papers }) => ({ papers: { ...papers, card } }))
      return
    }
    case 'CardReturned': {
      const { application: id } = event.data
      set(id, ({ card }) => ({ card: card && { ...card, returnedAt: event.at } }))
      if (!board.application.has(id)) change(board.assistant, id, { cardBackAt: event.at })
    }
  }
}

const running = (office: Clock['office'], from: Millis, { lastDay, dueAt }: Due): Clock => ({
  ...{ office, from, lastDay, dueAt, overdueAt: null },
})

/** The one before stays known by its id. */
const newReason = ({ reason, earlierReasons = [] }: Application, next: SealedText): Partial<Application> => ({
  reason: next,
  ...(reason && { earlierReasons: [...earlierReasons, reason.text] }),
})
