import type { Gate } from './gate.ts'

/** Only who is ACTIVE in the register may be deployed. */
export const d01: Gate = {
  rule: 'D1',
  basis: 'S',
  moments: ['proposal', 'sending', 'activation', 'always'],
  holds: true,
  check: ({ assistant }) =>
    assistant.status === 'ACTIVE' ? null : { rule: 'D1', code: 'NOT_ACTIVE', params: {} },
}
