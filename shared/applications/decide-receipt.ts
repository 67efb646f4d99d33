import { registryEnded } from '../assistants/registry.ts'
import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { applicantSlot, applicationsKey, key } from '../kernel/ids.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { dayOf } from '../law/day.ts'
import { policeDeadline } from '../law/deadlines.ts'
import { eligibilityOf, receiptRules } from '../law/eligibility/all.ts'
import { iinNamesBirth } from '../law/iin.ts'
import { dueAfter } from './due.ts'
import { isUnderWay } from './standing.ts'

/** What the public page leads to: the file is complete and opened, or the applicant is told what is missing. */
export const receiptDeciders: Deciders<'SubmitApplication'> = {
  SubmitApplication: {
    involves: ({ person }) => [applicationsKey, applicantSlot(person)],
    decide(board, body, ctx) {
      const { name, iin, birthDate, phone, person, region, documents } = body
      const { citizen, idUntil, consent, insurance, followUp } = body
      const asOf = dayOf(ctx.now)
      const hasCopy = documents.some(({ kind }) => kind === 'id-copy')
      const { E1, E2, E3, E10, ...judged } = eligibilityOf({
        ...{ asOf, citizen, birthDate, iin, consent, insurance, checks: {} },
        idUntil: hasCopy ? idUntil : null,
      })
      const atReceipt = { ...judged, E1, E2, E3, E10 }
      const missing = receiptRules.filter((one) => atReceipt[one] !== 'CLEAR')
      const [rule] = missing
      if (rule) return refuse(`application.receipt-${rule}`, { rule, params: { rules: missing.join(', ') } })
      // Last: an IIN alone does not tell who has applied.
      if (isKnown(board, person)) return refuse('application.known', { rule: 'E3' })
      const due = dueAfter(policeDeadline(asOf))
      if (isRefusal(due)) return due

      const application = ctx.newId()
      const number = board.next.application
      return {
        facts: [
          {
            type: 'ApplicationSubmitted',
            keys: [key('application', application), applicationsKey, applicantSlot(person)],
            data: {
              ...{ application, number, region, person, documents, idUntil, insurance, due },
              ...{ received: { E1, E2, E3, E10 }, otherBirthDate: !iinNamesBirth(iin, birthDate) },
            },
          },
        ],
        secrets: [
          { of: application, fields: { name, iin, birthDate, phone, ...(followUp && { followUp }) } },
        ],
        result: { application, number, lastDay: due.lastDay },
      }
    },
  },
}

/** Whether the person has a file under way, or is in the register from paper. */
function isKnown(board: Board, person: string): boolean {
  for (const known of board.application.values())
    if (known.person === person && isUnderWay(board, known)) return true
  for (const known of board.assistant.values())
    if (known.person === person && !registryEnded.has(known.status)) return true
  return false
}
