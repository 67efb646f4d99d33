import type { ProofAnswer } from '../../shared/proof-of-office/types.ts'

export type Checked =
  | { state: 'valid'; office: ProofAnswer & { valid: true } }
  | { state: 'invalid' | 'expired' | 'limited' | 'no-answer' | 'no-code' }

/** Asks once: what the answer was is what the page says, however long it stays open. */
export async function checkCode(code: string): Promise<Checked> {
  if (code === '') return { state: 'no-code' }
  try {
    const response = await fetch('/api/proof', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    if (response.status === 429) return { state: 'limited' }
    if (!response.ok) return { state: 'no-answer' }
    const answer = (await response.json()) as ProofAnswer
    return answer.valid ? { state: 'valid', office: answer } : { state: answer.why }
  } catch {
    return { state: 'no-answer' }
  }
}
