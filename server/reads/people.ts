import { maySee } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { ReadAnswers } from '../../shared/wire/read.ts'
import type { Vault } from '../ports/secrets.ts'
import type { RecordAccess } from './access.ts'

export interface PeopleParts {
  board: Board
  vault: Vault
  record: RecordAccess
}

/** Names of the ids that this viewer may see; the others are left out. `known` are those recorded in this session. */
export async function readNames(
  { board, vault, record }: PeopleParts,
  viewer: Viewer,
  ids: Id[],
  known: Set<Id>,
): Promise<ReadAnswers['names']> {
  const people = ids.filter(
    (id) => maySee(board, viewer, 'assistant', id) || maySee(board, viewer, 'application', id),
  )
  const staff = ids.filter((id) => board.account.has(id) && mayNameOfficer(board, viewer, id))
  const fresh = people.filter((id) => !known.has(id))
  await record(viewer, { kind: 'names', about: fresh })
  for (const id of fresh) known.add(id)
  const rows = await vault.getMany([...people, ...staff])
  const names: ReadAnswers['names'] = {}
  for (const [id, { name, rank }] of rows) if (name) names[id] = { name, ...(rank ? { rank } : {}) }
  return names
}

/** Officers know each other; a phone learns the name of who ordered it and of who owns its alarm. */
function mayNameOfficer(board: Board, viewer: Viewer, account: Id): boolean {
  if (viewer.kind === 'staff') return true
  const task = board.task.get(board[viewer.kind].get(viewer.id)?.task ?? '')
  if (task?.requestedBy === account || task?.orders.some(({ by }) => by === account)) return true
  for (const alarm of board.alarm.values())
    if (alarm.owner?.account === account && maySee(board, viewer, 'alarm', alarm.id)) return true
  for (const message of board.message.values())
    if (message.by === account && maySee(board, viewer, 'message', message.id)) return true
  return false
}

/** One person opened: the desk's roles and the registry, and the person's own phone. */
export async function readPerson(
  { board, vault, record }: PeopleParts,
  viewer: Viewer,
  assistant: Id,
): Promise<ReadAnswers['person'] | Refusal> {
  const own = viewer.kind === 'assistant' && viewer.id === assistant
  if (!own && (viewer.kind !== 'staff' || !maySee(board, viewer, 'assistant', assistant)))
    return refuse('assistant.unknown')
  await record(viewer, { kind: 'person', about: [assistant] })
  const row = await vault.get(assistant)
  return { name: row?.name ?? '', ...(row?.phone ? { phone: row.phone } : {}) }
}

/** What an applicant has said of himself: for whoever works on the file, and recorded. */
export async function readApplicant(
  { board, vault, record }: PeopleParts,
  viewer: Viewer,
  application: Id,
): Promise<ReadAnswers['applicant'] | Refusal> {
  if (!maySee(board, viewer, 'application', application)) return refuse('application.unknown')
  await record(viewer, { kind: 'person', about: [application] })
  const { iin, birthDate, phone } = (await vault.get(application)) ?? {}
  return { iin: iin ?? '', birthDate: birthDate ?? '', phone: phone ?? '' }
}

const mostFound = 50

/** By call sign on the board, by name or phone in the vault; only who the viewer may see. */
export async function findCarriers(
  { board, vault, record }: PeopleParts,
  viewer: Viewer,
  term: string,
): Promise<ReadAnswers['find'] | Refusal> {
  if (viewer.kind !== 'staff') return refuse('read.forbidden')
  const wanted = term.toLocaleLowerCase()
  const found: ReadAnswers['find'] = []
  for (const kind of ['unit', 'assistant'] as const)
    for (const { id, callSign } of board[kind].values())
      if (
        found.length < mostFound &&
        callSign.toLocaleLowerCase().includes(wanted) &&
        maySee(board, viewer, kind, id)
      )
        found.push({ kind, id })
  const named = await vault.find(term, mostFound)
  for (const id of named)
    if (!found.some((other) => other.id === id) && maySee(board, viewer, 'assistant', id))
      found.push({ kind: 'assistant', id })
  await record(viewer, { kind: 'find', about: named.filter((id) => board.assistant.has(id)) })
  return found.slice(0, mostFound)
}
