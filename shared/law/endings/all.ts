import { type EndingId, type EndingRule, endingIds } from './rule.ts'
import { t01 } from './t01.ts'
import { t02 } from './t02.ts'
import { t03 } from './t03.ts'
import { t04 } from './t04.ts'
import { t05 } from './t05.ts'
import { t06 } from './t06.ts'
import { t07 } from './t07.ts'
import { t08 } from './t08.ts'
import { t09 } from './t09.ts'
import { t10 } from './t10.ts'

/** In the order of the law's table. */
export const endings: readonly EndingRule[] = [t01, t02, t03, t04, t05, t06, t07, t08, t09, t10]

export function endingRule(id: EndingId): EndingRule {
  return endings[endingIds.indexOf(id)] as EndingRule
}

/** Triggers that suspend before they end. */
export const suspendingEndings = ['T2', 'T8', 'T10'] as const satisfies EndingId[]

/** Whether a status changed by one of the triggers, and not for a check or a report. */
export const isEnding = (reason: string): reason is EndingId => endingIds.some((id) => id === reason)
