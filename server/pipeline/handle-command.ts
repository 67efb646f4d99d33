import { mayDo } from '../../shared/auth/may-do.ts'
import { mayGive } from '../../shared/auth/may-give.ts'
import { maySee } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import {
  type Body,
  type Command,
  type CommandEnvelope,
  type CommandType,
  commandBodies,
} from '../../shared/board/commands.ts'
import { deciders } from '../../shared/board/deciders.ts'
import type { Decider } from '../../shared/board/decision.ts'
import type { DecisionContext, Secret } from '../../shared/kernel/decider.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import { entityOf, type Id, type Key } from '../../shared/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/refusal.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { Clock } from '../ports/clock.ts'
import { type EventLog, StoreUnavailable } from '../ports/event-log.ts'
import type { Vault } from '../ports/secrets.ts'
import { derivedId, idOfReason, sha256 } from './identifiers.ts'
import type { LiveBoard } from './live-board.ts'

export interface Pipeline {
  /** From a person: parsed, checked against may-do, decided, appended, folded; then answered. */
  give(viewer: Viewer, envelope: CommandEnvelope): Promise<CommandAnswer>
  /** From the server itself; the same `reason` is one command, on whichever node it is given. */
  giveOwn<Type extends CommandType>(reason: string, type: Type, body: Body<Type>): Promise<CommandAnswer>
}

export interface PipelineParts {
  live: LiveBoard
  log: EventLog
  vault: Vault
  clock: Clock
  /** Looks up what a decision needs measured (a segment's sweep); undefined for most commands. */
  measure?: (command: Command) => Promise<unknown>
}

/** How often a decision that was overtaken is made again, unseen by the user. */
const tries = 5
/** Ids are remembered this long; an older item of an outbox cannot be told from a new one. */
const rememberedFor = 7 * 24 * 3_600_000

export const isTooOld = (clock: Clock, { madeAt }: CommandEnvelope): boolean =>
  madeAt !== undefined && clock.now() - madeAt > rememberedFor

type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** One after the other: commands of one node that were overtaken do not overtake each other again. */
function inTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}

export function makePipeline(given: PipelineParts): Pipeline {
  const parts = { ...given, again: inTurns() }
  const { live, clock } = parts
  return {
    async give(viewer, envelope) {
      if (isTooOld(clock, envelope)) return no(refuse('command.too-old'))
      const parsed = commandBodies[envelope.type].safeParse(envelope.body)
      if (!parsed.success) return no(refuse('command.invalid', { params: { where: whereOf(parsed.error) } }))
      const command = { type: envelope.type, body: parsed.data } as Command
      if (!mayGive(live.board, viewer, command.type, command.body as never))
        return no(refuse('command.forbidden'))
      const overtaken = movedSince(parts, viewer, envelope.seen)
      if (overtaken) return no(overtaken)
      return run(
        parts,
        envelope.id,
        command,
        actorOf(parts, viewer, command),
        viewer.kind === 'staff' && viewer.police,
      )
    },
    giveOwn(reason, type, body) {
      const command = { type, body } as Command
      return run(parts, idOfReason(reason), command, { kind: 'system', id: 'serik' }, false)
    },
  }
}

/** Only the path of the first issue, never the value: the body may hold a name. */
function whereOf(error: { issues: { path: PropertyKey[] }[] }): string {
  return error.issues[0]?.path.join('.') || 'body'
}

/** A desk that acts on what a carrier's own device could have done did it "by radio", on its behalf. */
function actorOf({ live }: PipelineParts, viewer: Viewer, command: Command): Actor {
  if (viewer.kind !== 'staff') return { kind: viewer.kind, id: viewer.id }
  const { self, deskDecides } = mayDo[command.type] as {
    self?: (board: typeof live.board, body: unknown) => (Id | undefined)[]
    deskDecides?: true
  }
  const behalfOf = deskDecides ? undefined : self?.(live.board, command.body)[0]
  return { kind: 'staff', id: viewer.account, ...(behalfOf ? { behalfOf } : {}) }
}

/** The user looked at a sequence of something that has moved: says who moved it and when. */
function movedSince(
  { live }: PipelineParts,
  viewer: Viewer,
  seen: Record<string, number> = {},
): Refusal | null {
  for (const [key, seq] of Object.entries(seen)) {
    const moved = live.board.moved.get(key as Key) ?? 0
    if (moved <= seq) continue
    const entity = entityOf(key as Key)
    if (!entity || !maySee(live.board, viewer, entity.kind, entity.id)) return refuse('command.conflict')
    const event = live.recent.findLast((event) => event.seq === moved)
    return refuse('command.conflict', {
      params: { kind: entity.kind, id: entity.id },
      ...(event ? { holder: { kind: event.by.kind, id: event.by.id, at: event.at } } : {}),
    })
  }
  return null
}

async function run(
  parts: PipelineParts & { again: Turns },
  id: Id,
  command: Command,
  by: Actor,
  police: boolean,
): Promise<CommandAnswer> {
  const { live, log, vault, clock, again } = parts
  const { involves, decide } = deciders[command.type] as unknown as Decider<CommandType>
  const body = command.body as never
  const fingerprint = sha256(JSON.stringify([by.kind, by.id, command.type, command.body]))
  // Rows put for a decision that lost a race: those that the last one does not refer to must go.
  const put = new Set<Id>()
  const keepOnly = async (kept: Secret[]) => {
    for (const { of } of kept) put.delete(of)
    for (const of of put) await vault.erase(of)
  }
  const refused = async (refusal: Refusal) => {
    await keepOnly([])
    return no(refusal)
  }
  const measured = await parts.measure?.(command)

  /** Null when it was overtaken; then this node's board already holds what overtook it. */
  async function attempt(): Promise<CommandAnswer | null> {
    let n = 0
    const at = clock.now()
    const ctx: DecisionContext = {
      now: at,
      by,
      police,
      measured,
      newId: () => derivedId(id, ++n),
      digest: (text, salt) => sha256(`${salt}:${text}`),
    }
    const read = { keys: involves(body, live.board, by), at: live.board.seq }
    const decision = decide(live.board, body, ctx)
    if (isRefusal(decision) || decision.facts.length === 0) {
      // A retry of a command that has been appended finds its own work in the way: its first result counts.
      const known = await log.known(id, fingerprint)
      if (known) return answer(parts, known)
      if (isRefusal(decision)) return refused(decision)
      await keepOnly([])
      return { ok: true, upTo: live.board.seq, ...resultOf(decision.result) }
    }
    const { facts, result, secrets = [] } = decision
    // The rows are named by the command's id: another body under a known one must not overwrite the first one's.
    const first = secrets.length > 0 ? await log.known(id, fingerprint) : null
    if (first) return answer(parts, first)
    for (const { of } of secrets) put.add(of)
    await vault.putMany(secrets)
    const appended = await log.append({
      commandId: id,
      fingerprint,
      at,
      by,
      facts,
      read,
      ...resultOf(result),
    })
    if (appended.ok && !appended.repeated) await keepOnly(secrets)
    if (appended.ok || appended.why === 'other-body') return answer(parts, appended)
    await live.folded(Math.max(...appended.moved.map(({ seq }) => seq)))
    return null
  }

  try {
    return (
      (await attempt()) ??
      (await again(async () => {
        for (let more = 1; more < tries; more++) {
          const answered = await attempt()
          if (answered) return answered
        }
        return refused(refuse('command.busy'))
      }))
    )
  } catch (error) {
    if (error instanceof StoreUnavailable) return no(refuse('store.unavailable'))
    throw error
  }
}

type Known = Awaited<ReturnType<EventLog['append']>>

async function answer({ live }: PipelineParts, appended: Known): Promise<CommandAnswer> {
  if (!appended.ok) return no(refuse(appended.why === 'other-body' ? 'command.id-reused' : 'command.busy'))
  await live.folded(appended.upTo)
  return { ok: true, upTo: appended.upTo, ...resultOf(appended.result) }
}

const resultOf = (result: unknown) => (result === undefined ? {} : { result })

function no({ code, params, rule, holder }: Refusal): CommandAnswer {
  return { ok: false, code, ...(params && { params }), ...(rule && { rule }), ...(holder && { holder }) }
}
