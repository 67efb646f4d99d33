import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { addDays, type Day } from './day.ts'
import { lawParameters } from './parameters.ts'
import { type Holidays, holidays, workingDayAfter, workingDayFrom } from './working-days.ts'

/** The last day of the police's check: 30 calendar days, and the next working day when that is none [C, moving on I]. */
export function policeDeadline(received: Day, calendar: Holidays = holidays): Day | Refusal {
  return workingDayFrom(addDays(received, lawParameters.policeDays), calendar)
}

/** The last day of the akimat's answer: seven working days after the day of receipt, which is day 0 [C]. */
export function akimatDeadline(
  received: Day,
  calendar: Holidays = holidays,
  dayOffReceiptMoves: boolean = lawParameters.dayOffReceiptMoves,
): Day | Refusal {
  const from = dayOffReceiptMoves ? workingDayFrom(received, calendar) : received
  return isRefusal(from) ? from : workingDayAfter(from, lawParameters.akimatWorkingDays, calendar)
}
