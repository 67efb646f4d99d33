import { createHash } from 'node:crypto'
import { mayReadMinute } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Command } from '../../shared/board/commands.ts'
import type { FrozenMinute, MeasuredMinute, MinutePoint } from '../../shared/force-reports/minute.ts'
import { forceParameters } from '../../shared/force-reports/parameters.ts'
import type { ForceReport } from '../../shared/force-reports/types.ts'
import type { Id, Millis } from '../../shared/kernel/ids.ts'
import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { Vault } from '../ports/secrets.ts'
import type { ReadTrack } from '../positions/every-node.ts'
import type { RecordAccess } from './access.ts'

interface MinuteParts {
  board: Board
  vault: Vault
  track: ReadTrack
}

/** For a FreezeForceMinute: what the record says of the minute around the event. */
export async function measureMinute(
  { board, vault, track }: MinuteParts,
  { type, body }: Command,
): Promise<MeasuredMinute | undefined> {
  if (type !== 'FreezeForceMinute') return undefined
  const report = board.report.get(body.report)
  if (!report || report.minute) return undefined
  const { before, after } = forceParameters.minute
  const [from, to] = [report.happenedAt - before, report.happenedAt + after]
  const carriers = await Promise.all(
    carriersOf(board, report).map(async (one) => ({
      ...one,
      points: (await track(one.id, from, to)).map(
        ({ at, lat, lng, accuracy }): MinutePoint => ({ at, lat, lng, accuracy }),
      ),
    })),
  )
  const minute: FrozenMinute = {
    ...{ from, happenedAt: report.happenedAt, to, carriers },
    order: await orderThen(board, vault, report),
    messages: await messagesBetween(board, vault, report, from, to),
  }
  return { text: JSON.stringify(minute), from, to }
}

/** Who reported first, then the unit and the rest of the team. */
function carriersOf(board: Board, { assistant, unit, task }: ForceReport) {
  const others = board.task.get(task ?? '')?.members.map((member) => member.assistant) ?? []
  const people = [...new Set([assistant, ...others])]
  return [
    ...people.map((id) => ({ kind: 'assistant' as const, id })),
    ...(unit ? [{ kind: 'unit' as const, id: unit }] : []),
  ].map(({ kind, id }) => ({ kind, id, callSign: board[kind].get(id)?.callSign ?? '' }))
}

async function orderThen(
  board: Board,
  vault: Vault,
  { task, happenedAt }: ForceReport,
): Promise<FrozenMinute['order']> {
  const orders = board.task.get(task ?? '')?.orders ?? []
  const order = orders.findLast(({ at }) => at <= happenedAt) ?? orders[0]
  if (!order) return null
  const { version, perimeter, window, basis, leader, by, at, briefing } = order
  const words = briefing && (await vault.get(briefing.text))
  return { version, perimeter, window, kind: basis.kind, leader, by, at, briefing: words?.text ?? null }
}

async function messagesBetween(
  board: Board,
  vault: Vault,
  { operation, task }: ForceReport,
  from: Millis,
  to: Millis,
): Promise<FrozenMinute['messages']> {
  const sent = [...board.message.values()].filter(
    (message) =>
      message.operation === operation &&
      (message.task === null || message.task === task) &&
      message.at >= from &&
      message.at <= to,
  )
  const texts = await vault.getMany(sent.flatMap(({ body }) => (body ? [body.text] : [])))
  return sent.map(({ at, by, body }) => ({ at, by, words: (body && texts.get(body.text)?.text) ?? null }))
}

/** The copy, for whoever judges; a read is recorded with everybody whose positions are in it. */
export async function readMinute(
  { board, vault, record }: Pick<MinuteParts, 'board' | 'vault'> & { record: RecordAccess },
  viewer: Viewer,
  id: Id,
): Promise<FrozenMinute | Refusal> {
  const report = board.report.get(id)
  if (!report || !mayReadMinute(viewer, report)) return refuse('report.minute-not-yours')
  if (!report.minute) return refuse('report.minute-not-yet')
  const text = (await vault.get(report.minute.id))?.minute ?? ''
  if (sha256(`${report.minute.id}:${text}`) !== report.minute.digest) return refuse('report.minute-damaged')
  const minute = JSON.parse(text) as FrozenMinute
  await record(viewer, { kind: 'minute', about: [id, ...minute.carriers.map((one) => one.id)] })
  return minute
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
