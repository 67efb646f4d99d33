import { onDuty } from '../shifts/types.ts'
import type { Gate } from './gate.ts'

/** The police partner is on duty and has not reported leaving. Having no partner at all is D3's. */
export const d11: Gate = {
  rule: 'D11',
  basis: 'S',
  moments: ['always'],
  holds: true,
  check({ unit, now }) {
    if (unit === null || (onDuty(unit.shift, now) && unit.leaving === null)) return null
    return { rule: 'D11', code: 'PARTNER_LOST', params: { unit: unit.callSign } }
  },
}
