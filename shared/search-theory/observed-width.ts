import { sweepWidth, type Visibility } from './sweep-width.ts'

/** How wide the searchers really saw: as planned, by a range measured on the spot, or as visible as it turned out. */
export type Observed =
  | { by: 'planned' }
  | { by: 'rd-test'; rd: number; visibility: Visibility }
  | { by: 'visibility'; visibility: Visibility }

interface Planned {
  metres: number
  visibility?: Visibility | undefined
}

/**
 * Metres of the sweep width under the conditions that were met. Without a new range the planned width shrinks as the
 * published factors of the two visibilities do; an estimate counts as made for high visibility, the least favourable.
 */
export function observedWidth({ metres, visibility = 'high' }: Planned, observed: Observed): number {
  if (observed.by === 'planned') return metres
  if (observed.by === 'rd-test') return sweepWidth(observed.rd, observed.visibility).metres
  return metres * (sweepWidth(1, observed.visibility).metres / sweepWidth(1, visibility).metres)
}
