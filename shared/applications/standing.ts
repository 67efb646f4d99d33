import { registryEnded } from '../assistants/registry.ts'
import type { RegistryStatus } from '../assistants/types.ts'
import type { Board } from '../board/board.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { dayOf } from '../law/day.ts'
import { type Eligibility, eligibilityOf } from '../law/eligibility/all.ts'
import { policeRules } from '../law/eligibility/rule.ts'
import type { Application } from './types.ts'

/** How the person stands in the register: as the application left it, or as the assistant's file goes on. */
export function statusOf(board: Board, { id, status }: Application): RegistryStatus {
  return board.assistant.get(id)?.status ?? status
}

/** Whether the file keeps this person from applying again. */
export const isUnderWay = (board: Board, application: Application): boolean =>
  !registryEnded.has(statusOf(board, application))

/** The end of the status asks for the card and the badge; who came from paper has had them from there. */
export function owesCard(board: Board, id: Id): boolean {
  const file = board.application.get(id)
  const assistant = board.assistant.get(id)
  if (assistant?.status !== 'TERMINATED') return false
  if (file) return file.card?.returnedAt === null
  return assistant.lapse != null && assistant.cardBackAt === undefined
}

/** E1 to E11 as they stand now: as judged at receipt where the ground is in the vault, the rest by the file. */
export function eligibilityNow(
  { received, idUntil, checks, insurance }: Application,
  now: Millis,
): Eligibility {
  const answers = policeRules.map((rule) => [rule, checks[rule]?.result ?? 'PENDING'] as const)
  const judged = eligibilityOf({
    ...{ asOf: dayOf(now), citizen: null, birthDate: null, iin: null, consent: null },
    ...{ idUntil, insurance, checks: Object.fromEntries(answers) },
  })
  return { ...judged, ...received }
}
