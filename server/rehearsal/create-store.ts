import type { Logger } from 'pino'
import type { Enrolment } from '../auth/enrolment.ts'
import { type Config, StartRefused } from '../config.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'
import { idOfReason, sha256 } from '../pipeline/identifiers.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import type { Stores } from '../ports/stores.ts'
import { startPeople } from './people-process.ts'
import { firstRehearsal, type RehearsalSize, seedRehearsal, signIns } from './seed.ts'

interface Parts {
  config: Config
  live: LiveBoard
  pipeline: Pipeline
  stores: Stores
  enrolment: Enrolment
}

export interface Created {
  storeId: string
  /** Starts the rehearsal's people; null in a live store. */
  startPeople(address: string, logger: Logger): { stop(): void } | null
  greeting(address: string): string
}

const local = ['127.0.0.1', 'localhost', '::1']

/**
 * A new store is made a rehearsal or a live one, for ever, by its first event. A rehearsal lives again at every start,
 * and only on this machine unless SERIK_REHEARSAL=public says otherwise.
 */
export async function createStore({ config, live, pipeline, stores, enrolment }: Parts): Promise<Created> {
  const wanted = config.SERIK_REHEARSAL === 'off' ? 'live' : 'rehearsal'
  const { SERIK_REHEARSAL_UNITS: units, SERIK_REHEARSAL_ASSISTANTS: assistants } = config
  const size = { units, assistants, seed: config.SERIK_REHEARSAL_SEED }
  if (live.board.purpose === null) {
    const appended = await stores.log.append({
      commandId: idOfReason('create store'),
      fingerprint: sha256('create store'),
      at: Date.now(),
      by: { kind: 'system', id: 'serik' },
      facts: [
        {
          type: 'StoreCreated',
          keys: ['store:numbers'],
          data: wanted === 'live' ? { purpose: wanted } : { purpose: wanted, ...size },
        },
      ],
      read: { keys: ['store:numbers'], at: 0 },
    })
    if (appended.ok) await live.folded(appended.upTo)
    else await live.folded(1)
  }
  const rehearsal = live.board.purpose === 'rehearsal'
  if (rehearsal && config.SERIK_REHEARSAL === 'off')
    throw new StartRefused(
      'This store is a rehearsal and stays one: set another DATA_DIR (or REDIS_URL) for live work.',
    )
  if (rehearsal && config.SERIK_REHEARSAL !== 'public' && !local.includes(config.HOST))
    throw new StartRefused(
      `A rehearsal has sign-ins that everybody knows, so it does not listen on ${config.HOST}: set SERIK_REHEARSAL=off for a live store, or SERIK_REHEARSAL=public if it is meant.`,
    )
  const [first] = await stores.log.read(0, 1)
  const made = { ...firstRehearsal, ...(first?.data as Partial<RehearsalSize> | undefined) }
  if (rehearsal) await seedRehearsal(live.board, pipeline, stores, made)
  const administrator = rehearsal ? null : await firstAdministrator(live, pipeline, stores, enrolment)
  return {
    storeId: first ? `${first.at}-${first.commandId}` : '',
    startPeople: (address, logger) =>
      rehearsal && config.SERIK_REHEARSAL_PEOPLE === 'on'
        ? startPeople({ address, dataDir: config.dataDir, seed: made.seed, logger }, live.board, enrolment)
        : null,
    greeting: (address) =>
      [
        `Serik: ${address}`,
        rehearsal && `Rehearsal: nothing in it is real. Sign-ins (name, password, role):\n${signIns()}`,
        administrator &&
          `First administrator (login "admin"; works once, for 24 hours): ${address}/set-password#code=${administrator}`,
      ]
        .filter(Boolean)
        .join('\n'),
  }
}

/** The code of the first administrator's link; null when one has already set a password. */
async function firstAdministrator(
  live: LiveBoard,
  pipeline: Pipeline,
  stores: Stores,
  enrolment: Enrolment,
): Promise<string | null> {
  const known = await stores.credentials.byLogin('admin')
  if (known?.passwordHash) return null
  if (!known && [...live.board.account.values()].some(({ open }) => open)) return null
  const answer = await pipeline.giveOwn('first administrator', 'OpenAccount', {
    name: 'Administrator',
    police: false,
    grants: [{ role: 'administrator', regions: [], operations: [] }],
  })
  if (!answer.ok) throw new StartRefused(`The first administrator could not be created: ${answer.code}.`)
  const account = known?.account ?? (answer.result as { account: string }).account
  if (!known) await stores.credentials.put({ account, login: 'admin', passwordHash: null })
  return (await enrolment.mint('set-password', account)).code
}
