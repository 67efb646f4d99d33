import type { Clock } from '../../ports/clock.ts'
import type { Session, SessionStore } from '../../ports/secrets.ts'
import { ask, type Redis } from './connection.ts'
import { run, script } from './script.ts'

const putScript = script(`
  -- KEYS  the session, then the sets of its holder and device
  -- ARGV  session as JSON, used at, milliseconds to live
  redis.call('HSET', KEYS[1], 'session', ARGV[1], 'usedAt', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  for i = 2, #KEYS do
    for _, other in ipairs(redis.call('SMEMBERS', KEYS[i])) do
      if redis.call('EXISTS', other) == 0 then redis.call('SREM', KEYS[i], other) end
    end
    redis.call('SADD', KEYS[i], KEYS[1])
  end
`)

const touchScript = script(`
  -- KEYS  the session      ARGV  used at
  if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'usedAt', ARGV[1]) end
`)

const removeAllScript = script(`
  -- KEYS  a set of sessions
  for _, session in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', session) end
  redis.call('DEL', KEYS[1])
`)

/** Redis forgets expired sessions by itself; the sets that index them are swept at each put. */
export function sessionStore(client: Redis, prefix: string, clock: Clock): SessionStore {
  const keyOf = (tokenHash: string) => `${prefix}:session:${tokenHash}`
  const ofHolder = (holder: string) => `${prefix}:sessions-of:${holder}`
  const ofDevice = (device: string) => `${prefix}:sessions-on:${device}`
  return {
    async put({ usedAt, ...session }) {
      const toLive = session.expiresAt - clock.now()
      if (toLive <= 0) return
      const keys = [keyOf(session.tokenHash), ofHolder(session.holder)]
      if (session.device !== undefined) keys.push(ofDevice(session.device))
      await ask(
        run(client, putScript, keys, [JSON.stringify(session), String(usedAt), String(Math.ceil(toLive))]),
      )
    },
    async byToken(tokenHash) {
      const [text, usedAt] = await ask(client.hmGet(keyOf(tokenHash), ['session', 'usedAt']))
      if (!text) return null
      const session = { ...JSON.parse(text), usedAt: Number(usedAt) } as Session
      return session.expiresAt > clock.now() ? session : null
    },
    async touch(tokenHash, usedAt) {
      await ask(run(client, touchScript, [keyOf(tokenHash)], [String(usedAt)]))
    },
    async remove(tokenHash) {
      await ask(client.del(keyOf(tokenHash)))
    },
    async removeOf(holder) {
      await ask(run(client, removeAllScript, [ofHolder(holder)], []))
    },
    async removeDevice(device) {
      await ask(run(client, removeAllScript, [ofDevice(device)], []))
    },
    // Redis lets go of them by itself, at their time.
    forgetExpired: async () => 0,
  }
}
