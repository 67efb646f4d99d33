import type { Assistant } from '../assistants/types.ts'
import type { Millis } from '../kernel/ids.ts'
import { dayOf } from '../law/day.ts'
import { lawParameters } from '../law/parameters.ts'
import type { Gate } from './gate.ts'

/** The region of the registration is the operation's, or a written permission for it is recorded and runs. */
export const d09: Gate = {
  rule: 'D9',
  basis: 'I',
  moments: ['proposal', 'sending'],
  check({ assistant, operation, now }) {
    if (operation === null || isSameRegion(assistant.region, operation.region)) return null
    return isPermitted(assistant, operation.region, now)
      ? null
      : { rule: 'D9', code: 'WRONG_REGION', params: {} }
  },
}

/** As far as both paths go, but no further than `parts`: districts of one city are one region. */
export function isSameRegion(a: string, b: string, parts: number = lawParameters.regionParts): boolean {
  const one = a.split('/').slice(0, parts)
  const other = b.split('/').slice(0, parts)
  return one.every((part, at) => other[at] === undefined || other[at] === part)
}

/** Whether a permission of this person covers the region today; one for a whole city covers its districts. */
export function isPermitted({ permits = [] }: Assistant, region: string, now: Millis): boolean {
  const today = dayOf(now)
  return permits.some(
    (permit) =>
      permit.from <= today &&
      today <= permit.until &&
      (region === permit.region || region.startsWith(`${permit.region}/`)),
  )
}
