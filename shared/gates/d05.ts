import { onDuty } from '../shifts/types.ts'
import type { Gate } from './gate.ts'

const MINUTE = 60_000

/**
 * Within the shift; the cap on its length (fatigue) is kept where shifts are opened and extended. Who is yet to be sent
 * must also be on duty until the window ends.
 */
export const d05: Gate = {
  rule: 'D5',
  basis: 'I',
  moments: ['proposal', 'sending', 'activation', 'always'],
  check({ assistant, window, now }, moment) {
    const { shift } = assistant
    if (!onDuty(shift, now)) return { rule: 'D5', code: 'OFF_SHIFT', params: {} }
    const yetToGo = moment === 'proposal' || moment === 'sending'
    if (!yetToGo || shift.to >= window.to) return null
    const params = {
      left: Math.floor((shift.to - now) / MINUTE),
      short: Math.ceil((window.to - shift.to) / MINUTE),
    }
    return { rule: 'D5', code: 'SHIFT_TOO_SHORT', params }
  },
}
