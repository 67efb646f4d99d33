import { expect, test } from 'vitest'
import type { Vault } from '../../../server/ports/secrets.ts'
import { followUpOf, secretOf } from '../../../server/transport/follow-up.ts'

const vault = { keyedHash: (text: string) => `hash of ${text}` } as Vault

test('APPLY-217 a code is read as it is written down: small or large, with or without dashes, O as 0, I and L as 1', () => {
  const kept = followUpOf(vault, '0110-ABCD-2345')
  for (const typed of ['oil0abcd2345', 'OIL0 ABCD 2345', ' 0110abcd-2345 '])
    expect(followUpOf(vault, typed)).toBe(kept)
  expect(followUpOf(vault, '0110-ABCD-2346')).not.toBe(kept)
  const secrets = Array.from({ length: 200 }, (_, n) => secretOf(vault, `sending ${n}`))
  expect(new Set(secrets).size).toBe(200)
  for (const secret of secrets) expect(secret).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
})
