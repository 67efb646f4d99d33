import type { Id, Millis } from '../../shared/kernel/ids.ts'
import type { Task } from '../../shared/tasks/types.ts'
import type { Sort } from '../ui/Table.tsx'
import { type Carrying, statusOf, statusRank } from './status.ts'

export interface Known {
  taskOf(id: Id): Task | undefined
  /** 0 = never. */
  heardAt(no: number): Millis
  /** Null without a fix: those stand last. */
  metresOf(row: Carrying): number | null
}

/** Call signs count as people read them: Алатау-2 before Алатау-14. */
const bySign = new Intl.Collator('ru', { numeric: true })

/** The list of forces by one of its columns; equal rows by call sign, so that the list keeps still. */
export function ordered(
  rows: readonly Carrying[],
  { column, descending }: Sort,
  { taskOf, heardAt, metresOf }: Known,
): Carrying[] {
  const value = (row: Carrying): number => {
    switch (column) {
      case 'status':
        return statusRank[statusOf(row, taskOf(row.task ?? ''))]
      case 'age':
        return -heardAt(row.no)
      case 'distance':
        return metresOf(row) ?? Number.MAX_VALUE
      default:
        return 0
    }
  }
  const turn = descending ? -1 : 1
  return rows
    .map((row) => ({ row, key: value(row) }))
    .sort((a, b) => turn * (a.key - b.key || bySign.compare(a.row.callSign, b.row.callSign)))
    .map(({ row }) => row)
}
