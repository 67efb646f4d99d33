import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { isUnderReview } from '../force-reports/types.ts'
import { type Id, key, retentionKey } from '../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { ErasureEvents } from './events.ts'
import { retentionTerms } from './parameters.ts'
import type { Erasure } from './types.ts'

type ErasureCommand =
  | 'AskErasure'
  | 'CarryOutErasure'
  | 'RefuseErasure'
  | 'EraseByTerm'
  | 'SealTracks'
  | 'RecordRetention'

export const erasureDeciders: Deciders<ErasureCommand> = {
  AskErasure: {
    involves: ({ person }) => personKeys(person),
    decide(board, { person }, ctx) {
      const held = holdsBack(board, person)
      if (held) return held
      const label = labelOf(board, person)
      if (!label) return refuse('erasure.unknown')
      const open = [...board.erasure.values()].find((one) => one.person === person && !one.ended)
      if (open) return { facts: [], result: { erasure: open.id } }
      const erasure = ctx.newId()
      const data = { erasure, person, ...label }
      const keys = [key('erasure', erasure), ...ownKeys(board, person)]
      return { facts: [{ type: 'ErasureAsked', keys, data }], result: { erasure } }
    },
  },

  CarryOutErasure: {
    involves: asked,
    decide(board, { erasure: id }, { by }) {
      const erasure = open(board, id)
      if (isRefusal(erasure)) return erasure
      if (erasure.askedBy === by.id) return refuse('erasure.own-request')
      return holdsBack(board, erasure.person) ?? { facts: [erased(board, erasure.person, id)] }
    },
  },

  RefuseErasure: {
    involves: asked,
    decide(board, { erasure: id }) {
      const erasure = open(board, id)
      if (isRefusal(erasure)) return erasure
      const keys = [key('erasure', id), ...ownKeys(board, erasure.person)]
      return { facts: [{ type: 'ErasureRefused', keys, data: { erasure: id } }] }
    },
  },

  EraseByTerm: {
    involves: ({ person }) => personKeys(person),
    decide: (board, { person }, { now }) =>
      termHasRun(board, person, now) ? { facts: [erased(board, person, null)] } : { facts: [] },
  },

  SealTracks: {
    involves: () => [],
    decide: (_, data) => ({ facts: [{ type: 'TracksSealed', keys: [retentionKey], data }] }),
  },

  RecordRetention: {
    involves: () => [],
    decide: (_, data) => ({ facts: [{ type: 'RetentionRan', keys: [retentionKey], data }] }),
  },
}

const personKeys = (person: Id) => [key('assistant', person), key('application', person)]

/** Only of what there is: whoever may not see an application is not shut out by its key. */
const ownKeys = (board: Board, person: Id) =>
  (['assistant', 'application'] as const)
    .filter((kind) => board[kind].has(person))
    .map((kind) => key(kind, person))

function asked({ erasure }: { erasure: Id }, board: Board) {
  const person = board.erasure.get(erasure)?.person
  return [key('erasure', erasure), ...(person === undefined ? [] : personKeys(person))]
}

function open(board: Board, id: Id): Erasure | Refusal {
  const erasure = board.erasure.get(id)
  if (!erasure) return refuse('erasure.unknown')
  return erasure.ended ? refuse('erasure.ended') : erasure
}

function labelOf(board: Board, person: Id): Pick<Erasure, 'label' | 'region'> | null {
  const assistant = board.assistant.get(person)
  if (assistant) return { label: assistant.callSign, region: assistant.region }
  const file = board.application.get(person)
  return file ? { label: `№ ${file.number}`, region: file.region } : null
}

/** Why nothing of this person may be erased now; null when it may. */
function holdsBack(board: Board, person: Id): Refusal | null {
  const assistant = board.assistant.get(person)
  const file = board.application.get(person)
  if ((assistant?.erasedAt ?? file?.erasedAt) !== undefined) return refuse('erasure.done')
  if (assistant?.frozen) return refuse('erasure.frozen', { rule: 'T6' })
  if ([...board.report.values()].some((one) => one.assistant === person && isUnderReview(one)))
    return refuse('erasure.report-open', { rule: 'D12' })
  const over = assistant
    ? assistant.status === 'TERMINATED'
    : file?.status === 'REFUSED' || file?.status === 'WITHDRAWN'
  return over ? null : refuse('erasure.not-ended')
}

/** Whether the term of a decided file, or of an ended status, has run out and nothing holds it back. */
export function termHasRun(board: Board, person: Id, now: number): boolean {
  if (holdsBack(board, person)) return false
  const assistant = board.assistant.get(person)
  const file = board.application.get(person)
  const over = assistant ? assistant.lapse?.at : file?.decidedAt
  const term = assistant ? retentionTerms.endedFile : retentionTerms.refusedFile
  return typeof over === 'number' && now - over > term
}

/** The person's own row and portrait, the papers that came with the file, and the written reasons of its decisions. */
function erased(board: Board, person: Id, erasure: Id | null) {
  const file = board.application.get(person)
  const photo = board.assistant.get(person)?.photo
  const rows = [
    person,
    ...(photo ? [photo] : []),
    ...(file?.documents.map(({ id }) => id) ?? []),
    ...(file?.earlierReasons ?? []),
    ...(file?.reason ? [file.reason.text] : []),
  ]
  const data: ErasureEvents['PersonErased'] = { erasure, person, rows }
  const keys = [...(erasure ? [key('erasure', erasure)] : []), ...ownKeys(board, person)]
  return { type: 'PersonErased', keys, data }
}
