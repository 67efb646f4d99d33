import { type OperationKind, operationKinds } from '../operations/types.ts'

/**
 * The numbers of the deployment rules. None is read in a published source: the founding article asks for the rules [S],
 * the figures are our own design [I] until counsel confirms them.
 */
export const gateParameters = {
  /** D7: no control or supervision, no operative-search work, no preventive visits alone [S]. */
  allowedKinds: new Set<OperationKind>(operationKinds),
  /** D6: so many consecutive fixes beyond the border and their accuracy radius are a breach [I]. */
  breachFixes: 3,
  /** D6: or fixes beyond it for so long, in ms [I]. */
  breachMs: 60_000,
  /** D6: an older fix says nothing, in ms [I]. */
  staleMs: 120_000,
  /** D6: from the meeting time plus this, whoever has never been inside is missed, in ms [I]. */
  neverInsideMs: 600_000,
}
