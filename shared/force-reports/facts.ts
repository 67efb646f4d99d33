import type { Board } from '../board/board.ts'
import { type Id, key } from '../kernel/ids.ts'
import type { ForceReportEvents, ForceReportFact } from './events.ts'

export function involves({ report }: { report: Id }, board: Board) {
  const assistant = board.report.get(report)?.assistant
  return [key('report', report), ...(assistant === undefined ? [] : [key('assistant', assistant)])]
}

/** The assistant's key moves too: every step of a report may change whether they may act. */
export function fact<Type extends keyof ForceReportEvents>(
  type: Type,
  data: ForceReportEvents[Type],
  assistant: Id,
): ForceReportFact {
  const keys = [key('report', data.report), key('assistant', assistant)]
  return { type, keys, data } as unknown as ForceReportFact
}
