import { proposalOf, survey } from '../../shared/pairing/propose.ts'
import { solveStaffing } from '../../shared/pairing/solve-staffing.ts'

/** What the server answers, solved here and at once. */
export function propose(...asked: Parameters<typeof survey>) {
  const surveyed = surveyAtOnce(...asked)
  return proposalOf(asked[0], surveyed, solveStaffing(surveyed.staffing))
}

export function surveyAtOnce(...asked: Parameters<typeof survey>) {
  const steps = survey(...asked)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
