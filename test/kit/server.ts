import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from '../../server/auth/passwords.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/ports/clock.ts'
import { type RunningServer, startServer } from '../../server/start-server.ts'
import type { Grant } from '../../shared/accounts/types.ts'

/** A real server in this process on a spare port and a new folder; `live` store, nobody in it. */
export async function serve(env: Record<string, string> = {}, clock = systemClock) {
  const folder = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'serik-')))
  const config: Config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    SERIK_REHEARSAL: 'off',
    LOG_LEVEL: 'error',
    ...env,
  })
  const server = await startServer(config, clock)
  return {
    ...server,
    folder,
    async stop(keep = false) {
      await server.stop()
      if (!keep) await rm(folder, { recursive: true, force: true })
    },
  }
}
export type Served = Awaited<ReturnType<typeof serve>>

let made = 0

const password = 'the test officers’ password'
const hashed = hashPassword(password)

/** An open staff account with a password and a session; gives the cookie. */
export async function staff({ app }: RunningServer, grants: Grant[], police = true) {
  const answer = await app.pipeline.giveOwn(`test account ${++made}-${Math.random()}`, 'OpenAccount', {
    name: `Officer ${made}`,
    police,
    grants,
  })
  if (!answer.ok) throw new Error(answer.code)
  const { account } = answer.result as { account: string }
  const login = `officer-${made}-${account.slice(0, 8)}`
  await app.stores.credentials.put({ account, login, passwordHash: await hashed })
  return { account, password, cookie: `sid=${await app.sessions.open('staff', account)}` }
}

/** A registered unit or imported assistant with an enrolled phone; gives id and token. */
export async function carrier(
  { app }: RunningServer,
  kind: 'assistant' | 'unit',
  options: { region?: string; callSign?: string; skills?: never[] } = {},
) {
  made++
  const region = options.region ?? 'almaty/bostandyq'
  const callSign = options.callSign ?? (kind === 'unit' ? `Unit-${made}` : `A-${made}`)
  const answer =
    kind === 'unit'
      ? await app.pipeline.giveOwn(`test unit ${callSign}`, 'RegisterUnit', {
          callSign,
          region,
          mobility: 'car',
        })
      : await app.pipeline.giveOwn(`test person ${callSign}`, 'ImportAssistants', {
          rows: [{ callSign, name: `Person ${made}`, region, skills: options.skills ?? [] }],
        })
  if (!answer.ok) throw new Error(answer.code)
  const found = [...app.live.board[kind].values()].find((one) => one.callSign === callSign)
  if (!found) throw new Error(`${callSign} is not on the board`)
  const { code } = await app.enrolment.mint(`enrol-${kind}`, found.id)
  const enrolled = await app.enrolment.enrol(code)
  if (!enrolled) throw new Error('not enrolled')
  return { id: found.id, callSign, ...enrolled }
}

/** The body of an operation of the next hour, without places. */
export const patrolIn = (region: string) => ({
  kind: 'patrol' as const,
  title: 'Rights',
  region,
  window: { from: Date.now(), to: Date.now() + 3_600_000 },
  perimeter: [
    { lat: 43.23, lng: 76.89 },
    { lat: 43.23, lng: 76.92 },
    { lat: 43.25, lng: 76.92 },
  ],
})
