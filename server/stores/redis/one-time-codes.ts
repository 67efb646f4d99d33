import type { Clock } from '../../ports/clock.ts'
import type { OneTimeCode, OneTimeCodeStore } from '../../ports/secrets.ts'
import { ask, type Redis } from './connection.ts'

export function oneTimeCodeStore(client: Redis, prefix: string, clock: Clock): OneTimeCodeStore {
  const keyOf = (codeHash: string) => `${prefix}:code:${codeHash}`
  /** Under it stands the hash of the code that works. */
  const newestOf = ({ purpose, subject }: OneTimeCode) => `${prefix}:code-of:${purpose}:${subject}`
  return {
    async put(code) {
      const toLive = Math.ceil(code.expiresAt - clock.now())
      if (toLive <= 0) return
      const expiration = { type: 'PX', value: toLive } as const
      await ask(client.set(keyOf(code.codeHash), JSON.stringify(code), { expiration }))
      const older = await ask(client.set(newestOf(code), code.codeHash, { expiration, GET: true }))
      if (older !== null && older !== code.codeHash) await ask(client.del(keyOf(older)))
    },
    async take(codeHash) {
      const text = await ask(client.getDel(keyOf(codeHash)))
      if (text === null) return null
      const code = JSON.parse(text) as OneTimeCode
      return code.expiresAt > clock.now() ? code : null
    },
    // Redis lets go of them by itself, at their time.
    forgetExpired: async () => 0,
  }
}
