import type { Assistant } from '../assistants/types.ts'
import type { Board } from '../board/board.ts'
import type { Millis } from '../kernel/ids.ts'
import { addMonths, type Day, dayOf } from '../law/day.ts'
import { lawParameters } from '../law/parameters.ts'
import type { Gate } from './gate.ts'

interface Terms {
  cardMonths: number | null
  trainingMonths: number | null
}

/**
 * ID card and badge are issued, valid and not given back, and the training is current. A registration that was taken over
 * from paper has no file here: its card was seen by the registrar, and its training counts once it is recorded.
 */
export const d02: Gate = {
  rule: 'D2',
  basis: 'C',
  moments: ['proposal', 'sending', 'activation'],
  check({ board, assistant, now }) {
    if (!hasCard(board, assistant, now)) return { rule: 'D2', code: 'NO_ID', params: {} }
    return isTrained(board, assistant, now) ? null : { rule: 'D2', code: 'TRAINING', params: {} }
  },
}

/** Without a last day on it a card is valid as long as the law says, where it does. */
export function hasCard(
  board: Board,
  { id, papers }: Assistant,
  now: Millis,
  { cardMonths }: Pick<Terms, 'cardMonths'> = lawParameters,
): boolean {
  const file = board.application.get(id)
  if (file && (file.card === null || file.card.returnedAt !== null)) return false
  const issuedOn = file?.card ? dayOf(file.card.issuedAt) : undefined
  const until = file?.card?.until ?? papers?.card?.until ?? last(issuedOn, cardMonths)
  return until === undefined || dayOf(now) <= until
}

/** Of the older cards only the issue is known: the training came before it. Where it must be recent, no record is none. */
export function isTrained(
  board: Board,
  { id, trainedOn }: Assistant,
  now: Millis,
  { trainingMonths }: Pick<Terms, 'trainingMonths'> = lawParameters,
): boolean {
  if (trainingMonths === null) return true
  const card = board.application.get(id)?.card
  const until = last(trainedOn ?? (card ? dayOf(card.issuedAt) : undefined), trainingMonths)
  return until !== undefined && dayOf(now) <= until
}

const last = (from: Day | undefined, months: number | null): Day | undefined =>
  from === undefined || months === null ? undefined : addMonths(from, months)
