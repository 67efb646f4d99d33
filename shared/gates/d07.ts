import type { Gate } from './gate.ts'
import { gateParameters } from './parameters.ts'

/** Only kinds of work that the law allows; a person who is looked at for no operation is asked nothing. */
export const d07: Gate = {
  rule: 'D7',
  basis: 'S',
  moments: ['proposal', 'sending'],
  check: ({ operation }) =>
    operation === null || gateParameters.allowedKinds.has(operation.kind)
      ? null
      : { rule: 'D7', code: 'TASK_FORBIDDEN', params: {} },
}
