import type { Id } from '../../../shared/kernel/ids.ts'
import type { Consensus, SheetValues } from '../../../shared/search/priors/probability.ts'
import { rowOnSheet } from '../../../shared/search/priors/sheet-rules.ts'

/** What is typed on a sheet: a number or a letter for each line; the rest of the world under `row`. */
export type SheetDraft = ReadonlyMap<Id | 'row', number | string | null>

export const emptySheet = ({ places, method }: Consensus): SheetDraft =>
  new Map([...places, ...(rowOnSheet(method) ? (['row'] as const) : [])].map((line) => [line, null]))

/** As it is handed in; a line without a number is none (and refused). */
export function sheetValues({ method }: Pick<Consensus, 'method'>, draft: SheetDraft): SheetValues {
  const values = [...draft.values()]
  return method === 'o-connor'
    ? values.map((value) => String(value ?? ''))
    : values.map((value) => (typeof value === 'number' ? value : Number.NaN))
}

export const pointsGiven = (draft: SheetDraft): number =>
  [...draft.values()].reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)
