import type { Board } from '../../board/board.ts'
import { change } from '../../kernel/change.ts'
import type { Id } from '../../kernel/ids.ts'
import type { SearchEvent } from '../events.ts'
import type { SearchPlan } from '../types.ts'
import type { Said, SearchCase } from './case-types.ts'

/** A file in which nothing stands yet. */
export const emptyCase = (operation: Id): SearchCase => ({
  id: operation,
  operation,
  statement: null,
  hasty: null,
  subject: null,
  minor: false,
  photo: null,
  positions: [],
  urgency: null,
  answers: [],
  located: null,
})

/** Whatever carries the case's key opens its file: who may read the file may read it. */
export function openFile(board: Board, operation: Id): void {
  if (!board.case.has(operation)) board.case.set(operation, emptyCase(operation))
}

export function evolveCase(board: Board, event: SearchEvent): void {
  const { at } = event
  const by = event.by.id
  const file = (operation: Id, to: (file: SearchCase) => Partial<SearchCase>) => {
    const old = board.case.get(operation) ?? emptyCase(operation)
    board.case.set(operation, { ...old, ...to(old) })
  }
  const plan = (operation: Id, to: (plan: SearchPlan) => Partial<SearchPlan>) =>
    change(board.operation, operation, ({ search }) => ({ search: search && { ...search, ...to(search) } }))
  const said = (sealed: Said['sealed']): Said => ({ sealed, by, at })
  switch (event.type) {
    case 'StatementRegistered':
      file(event.data.operation, () => ({ statement: said(event.data.sealed) }))
      return
    case 'HastyAllowed':
      file(event.data.operation, () => ({ hasty: said(event.data.sealed) }))
      return
    case 'SubjectDescribed': {
      const { operation, subject, minor } = event.data
      file(operation, (old) => ({ subject, minor: minor ?? old.minor }))
      return
    }
    case 'SubjectPhotoSet':
      file(event.data.operation, () => ({ photo: event.data.photo }))
      return
    case 'SearchPointSet': {
      const { operation, point, sealed } = event.data
      plan(operation, () => (point === 'ipp' ? { ipp: sealed } : { lkp: sealed, lkpAt: at }))
      // Also the first point opens the file: who may read it may read the point.
      file(operation, ({ positions }) => (point === 'lkp' ? { positions: [...positions, said(sealed)] } : {}))
      return
    }
    case 'UrgencyScored': {
      const { operation, ...urgency } = event.data
      file(operation, () => ({ urgency: { ...urgency, by, at } }))
      return
    }
    case 'QuestionsAnswered': {
      const { operation, section, sealed } = event.data
      file(operation, ({ answers }) => ({ answers: [...answers, { section, ...said(sealed) }] }))
      return
    }
    case 'CardReleased': {
      const { operation, ...card } = event.data
      board.card.set(operation, { id: operation, operation, ...card, by, at })
      return
    }
    case 'CardWithdrawn':
      change(board.card, event.data.operation, { sealed: null, photo: null, by, at })
      return
    case 'PeriodOpened': {
      const { operation, period } = event.data
      plan(operation, ({ periods = [] }) => ({
        periods: [
          ...periods.map((one) => (one.to === null ? { ...one, to: period.from } : one)),
          { ...period, to: null, by },
        ],
      }))
      return
    }
    case 'PeriodClosed': {
      const { operation, period, to } = event.data
      plan(operation, ({ periods = [] }) => ({
        periods: periods.map((one) => (one.id === period ? { ...one, to } : one)),
      }))
      return
    }
    case 'SubjectLocated': {
      const { operation, sealed, message } = event.data
      file(operation, () => ({ located: { ...said(sealed), message, ticked: [] } }))
      return
    }
    case 'LocatedTakenBack':
      file(event.data.operation, () => ({ located: null }))
      return
    case 'LocatedTicked': {
      const { operation, item, done } = event.data
      file(operation, ({ located }) => {
        const others = located?.ticked.filter((one) => one.item !== item) ?? []
        return {
          located: located && { ...located, ticked: done ? [...others, { item, by, at }] : others },
        }
      })
    }
  }
}
