import type { StaffRole } from '../../shared/accounts/types.ts'
import type { Board } from '../../shared/board/board.ts'
import { randomFrom } from '../../shared/city/random.ts'
import { bookedOn, HOUR, shiftHours } from '../../shared/shifts/types.ts'
import { hashPassword } from '../auth/passwords.ts'
import type { Pipeline } from '../pipeline/handle-command.ts'
import type { Stores } from '../ports/stores.ts'
import { seedApplications } from './applications.ts'
import { makeUp } from './people.ts'

/** The rehearsal's sign-ins; printed at every start. The password is no secret: nothing in a rehearsal is real. */
const rehearsalPassword = 'rehearsal-only'

const accounts: { login: string; name: string; rank: string; police: boolean; roles: StaffRole[] }[] = [
  { login: 'duty', name: 'Н. Әбенова', rank: 'майор', police: true, roles: ['duty-officer'] },
  { login: 'duty2', name: 'Т. Жұмабек', rank: 'капитан', police: true, roles: ['duty-officer'] },
  { login: 'event', name: 'Е. Жүнісов', rank: '', police: false, roles: ['event-coordinator'] },
  { login: 'search', name: 'Д. Оспанов', rank: '', police: false, roles: ['search-coordinator'] },
  { login: 'supervisor', name: 'Қ. Сейітов', rank: 'подполковник', police: true, roles: ['supervisor'] },
  { login: 'reviewer', name: 'А. Орлова', rank: 'капитан', police: true, roles: ['police-reviewer'] },
  { login: 'registrar', name: 'С. Төлегенова', rank: '', police: false, roles: ['registrar'] },
  { login: 'auditor', name: 'М. Рахимов', rank: '', police: false, roles: ['auditor'] },
  { login: 'admin', name: 'И. Ким', rank: '', police: false, roles: ['administrator'] },
]

/** Of one command, and commands at the same time (the log writes them as a group). */
const atOnce = { people: 300, shifts: 1_000 }

const districts = ['almaty/bostandyq', 'almaty/medeu', 'almaty/almaly', 'almaty/auezov']

export interface RehearsalSize {
  units: number
  assistants: number
  seed: number
}

/** What a rehearsal has whose store does not say it: those made before it could be chosen. */
export const firstRehearsal: RehearsalSize = { units: 40, assistants: 600, seed: 7 }

/**
 * Makes the rehearsal's accounts, units and assistants, once; each step is one command under its own id, so that an
 * interrupted seeding is finished by the next start.
 */
export async function seedRehearsal(
  board: Board,
  pipeline: Pipeline,
  stores: Stores,
  size: RehearsalSize,
): Promise<void> {
  const passwordHash = await hashPassword(rehearsalPassword)
  for (const { login, name, rank, police, roles } of accounts) {
    if (await stores.credentials.byLogin(login)) continue
    const grants = roles.map((role) => ({ role, regions: ['almaty'], operations: [] }))
    const body = { name, ...(rank ? { rank } : {}), police, grants }
    const answer = await done(pipeline.giveOwn(`seed account ${login}`, 'OpenAccount', body))
    await stores.credentials.put({
      account: (answer.result as { account: string }).account,
      login,
      passwordHash,
    })
  }
  for (let n = board.unit.size; n < size.units; n++) {
    const given = pipeline.giveOwn(`seed unit ${n}`, 'RegisterUnit', {
      callSign: `Алатау-${n + 11}`,
      region: districts[n % districts.length] as string,
      mobility: n % 4 === 3 ? 'foot' : 'car',
    })
    await done(given)
  }
  const random = randomFrom(size.seed)
  const there = new Set([...board.assistant.values()].map(({ callSign }) => callSign))
  for (let at = 0; at < size.assistants; at += atOnce.people) {
    const rows = Array.from({ length: Math.min(atOnce.people, size.assistants - at) }, (_, i) => ({
      callSign: `A-${String(at + i + 1).padStart(4, '0')}`,
      region: districts[(at + i) % districts.length] as string,
      ...makeUp(random, at + i),
    }))
    if (rows.every(({ callSign }) => there.has(callSign))) continue
    await done(pipeline.giveOwn(`seed people ${at}`, 'ImportAssistants', { rows }))
  }
  await seedApplications(pipeline, stores)
}

/** Everybody who is off duty, for as long as rule D5 allows. */
export async function bookAllOn(board: Board, pipeline: Pipeline): Promise<void> {
  const now = Date.now()
  const to = now + shiftHours.cap * HOUR
  const off = (['unit', 'assistant'] as const).flatMap((kind) =>
    [...board[kind].values()].filter(({ shift }) => !bookedOn(shift)).map(({ id }) => ({ kind, id })),
  )
  for (let at = 0; at < off.length; at += atOnce.shifts) {
    const some = off.slice(at, at + atOnce.shifts)
    await Promise.all(
      some.map((who) => done(pipeline.giveOwn(`rehearsal shift ${who.id} ${now}`, 'BookOn', { who, to }))),
    )
  }
}

async function done(given: ReturnType<Pipeline['giveOwn']>) {
  const answer = await given
  if (!answer.ok) throw new Error(`the rehearsal could not be seeded: ${answer.code}`)
  return answer
}

/** For the sign-in page: which login is which role. */
export const rehearsalSignIns = {
  password: rehearsalPassword,
  accounts: accounts.map(({ login, roles: [role] }) => ({ login, role })),
}

/** What is printed under the address. */
export function signIns(): string {
  return accounts
    .map(({ login, roles }) => `  ${login.padEnd(11)} ${rehearsalPassword}   ${roles.join(', ')}`)
    .join('\n')
}
