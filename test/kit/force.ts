import { evaluate } from '../../shared/force-reports/evaluate.ts'
import { forceParameters } from '../../shared/force-reports/parameters.ts'
import type { Criteria } from '../../shared/force-reports/types.ts'
import { type GivenFact, noon } from './given-when-then.ts'

/** Nothing against it. */
export const criteria: Criteria = {
  ...{ protected: 'no', armed: 'no', group: 'no', means: 'no' },
  ...{ ground: 'yes', necessary: 'yes', proportionate: 'yes' },
}

/** Reported at noon in almaty/bostandyq, with nothing against it. */
export const forceReported = (report: string, assistant: string): GivenFact => ({
  type: 'ForceReported',
  keys: [`report:${report}`, `assistant:${assistant}`],
  data: {
    ...{ report, assistant, unit: null, task: null, operation: null, region: 'almaty/bostandyq' },
    ...{
      happenedAt: noon,
      criteria,
      evaluation: evaluate(criteria),
      dueAt: noon + forceParameters.writtenWithin,
    },
  },
  by: { kind: 'assistant', id: assistant },
})
