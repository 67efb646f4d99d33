import { randomUUID } from 'node:crypto'
import type { Body } from '../../shared/board/commands.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'
import type { Clock } from '../ports/clock.ts'
import type { OneTimeCode, OneTimeCodeStore } from '../ports/secrets.ts'
import type { Sessions } from './sessions.ts'
import { hashOf, newCode, normaliseCode } from './tokens.ts'

export interface Enrolment {
  /** A code that works once: shown as a link and QR to the holder, typed or followed within its time. */
  mint(purpose: OneTimeCode['purpose'], subject: string): Promise<{ code: string; expiresAt: number }>
  /** Of two phones that use a code at once exactly one gets the token. */
  enrol(
    code: string,
  ): Promise<{ token: string; device: string; holder: { kind: 'assistant' | 'unit'; id: string } } | null>
  /** A further device of a holder (a native tracker): its token is shown once. */
  addTracker(holder: {
    kind: 'assistant' | 'unit'
    id: string
  }): Promise<{ token: string; device: string } | null>
  /** A gateway of its own: its token is shown once. */
  addGateway(body: Body<'OpenGateway'>): Promise<{ token: string; gateway: string } | null>
  takePasswordCode(code: string): Promise<string | null>
}

const codeLife = {
  'enrol-assistant': 24 * 3_600_000,
  'enrol-unit': 24 * 3_600_000,
  'set-password': 24 * 3_600_000,
}

export function makeEnrolment(
  codes: OneTimeCodeStore,
  sessions: Sessions,
  pipeline: Pipeline,
  clock: Clock,
): Enrolment {
  async function addDevice(holder: { kind: 'assistant' | 'unit'; id: string }, via: 'phone' | 'tracker') {
    const device = randomUUID()
    const answer = await pipeline.giveOwn(`enrol ${device}`, 'EnrolDevice', { device, holder, via })
    if (!answer.ok) return null
    return { token: await sessions.open('device', holder.id, device), device }
  }

  const take = async (code: string) => {
    const taken = await codes.take(hashOf(normaliseCode(code)))
    return taken && taken.expiresAt > clock.now() ? taken : null
  }

  return {
    async mint(purpose, subject) {
      const code = newCode()
      const expiresAt = clock.now() + codeLife[purpose]
      await codes.put({ codeHash: hashOf(code), purpose, subject, expiresAt })
      return { code, expiresAt }
    },
    async enrol(code) {
      const taken = await take(code)
      if (!taken || taken.purpose === 'set-password') return null
      const kind = taken.purpose === 'enrol-assistant' ? 'assistant' : 'unit'
      const holder = { kind, id: taken.subject } as const
      const added = await addDevice(holder, 'phone')
      return added && { ...added, holder }
    },
    addTracker: (holder) => addDevice(holder, 'tracker'),
    async addGateway(body) {
      const answer = await pipeline.giveOwn(`gateway ${randomUUID()}`, 'OpenGateway', body)
      if (!answer.ok) return null
      const { gateway } = answer.result as { gateway: string }
      return { token: await sessions.open('gateway', gateway), gateway }
    },
    async takePasswordCode(code) {
      const taken = await take(code)
      return taken?.purpose === 'set-password' ? taken.subject : null
    },
  }
}
