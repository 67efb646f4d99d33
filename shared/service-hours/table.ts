import { csvLine } from '../formats/csv.ts'
import type { Ledger } from './types.ts'

/** Heads of the columns, in the words of whoever saves it. */
export interface LedgerWords {
  day: string
  onDuty: string
  enRoute: string
  onScene: string
  tasks: string
  records: string
  month: string
}

const HOUR = 3_600_000

/** Hours with two digits, as a spreadsheet adds them up. */
const hours = (ms: number) => (ms / HOUR).toFixed(2)

/** The ledger as a table: day by day with the records that prove it, then the months. */
export function ledgerTable({ days, months }: Ledger, words: LedgerWords): string {
  const served = [words.onDuty, words.enRoute, words.onScene, words.tasks]
  const head = [words.day, ...served, words.records]
  const dayRows = days.map(({ day, onDuty, enRoute, onScene, tasks, records }) => [
    ...[day, hours(onDuty), hours(enRoute), hours(onScene), String(tasks), records.join(' ')],
  ])
  const monthRows = months.map(({ month, onDuty, enRoute, onScene, tasks }) => [
    ...[month, hours(onDuty), hours(enRoute), hours(onScene), String(tasks), ''],
  ])
  return [head, ...dayRows, [], [words.month, ...served, ''], ...monthRows].map(csvLine).join('')
}
