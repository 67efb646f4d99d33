import type { Gate } from './gate.ts'

/**
 * ID card and badge are issued, which asks for the training, and not given back. A registration that was taken over from
 * paper has no file here: its card was seen by the registrar.
 */
export const d02: Gate = {
  rule: 'D2',
  basis: 'C',
  moments: ['proposal', 'sending', 'activation'],
  check({ board, assistant }) {
    const file = board.application.get(assistant.id)
    const lacks = file !== undefined && (file.card === null || file.card.returnedAt !== null)
    return lacks ? { rule: 'D2', code: 'NO_ID', params: {} } : null
  },
}
