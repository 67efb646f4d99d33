import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { ApplicationEvent, Due } from './events.ts'
import type { Application, Clock } from './types.ts'

export function evolveApplications(board: Board, event: ApplicationEvent): void {
  const set = (id: Id, to: Partial<Application> | ((old: Application) => Partial<Application>)) =>
    change(board.application, id, to)
  switch (event.type) {
    case 'ApplicationSubmitted': {
      const { application: id, due, ...rest } = event.data
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
      set(event.data.application, {
        ...{ status: 'POLICE_CHECK', reason: event.data.reason },
        clock: running('police', event.at, event.data.due),
      })
      return
    case 'ApplicationOverdue':
      set(event.data.application, ({ clock }) => ({
        ...{ escalated: true, clock: clock && { ...clock, overdueAt: event.at } },
      }))
      return
    case 'ApplicationRefused':
      set(event.data.application, {
        ...{ status: 'REFUSED', clock: null, reason: event.data.reason, decidedAt: event.at },
      })
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
      const { application, number, badge } = event.data
      set(application, { card: { number, badge, issuedAt: event.at, returnedAt: null } })
      return
    }
    case 'CardReturned':
      set(event.data.application, ({ card }) => ({ card: card && { ...card, returnedAt: event.at } }))
  }
}

const running = (office: Clock['office'], from: Millis, { lastDay, dueAt }: Due): Clock => ({
  ...{ office, from, lastDay, dueAt, overdueAt: null },
})
