import { hearsCall, whereCalled } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import {
  type Body,
  type CommandEnvelope,
  type CommandType,
  commandBodies,
} from '../../shared/board/commands.ts'
import { alarmSlot } from '../../shared/kernel/ids.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { EventsEnvelope } from '../../shared/wire/events.ts'
import type { App } from '../app.ts'
import { limits, take } from '../auth/limits.ts'
import { isTooOld } from '../pipeline/handle-command.ts'
import { derivedId } from '../pipeline/identifiers.ts'

/** The decision makes it the time of receipt. */
const endOfTime = 8_640_000_000_000_000

/** These name a file that came over HTTP: only its route does, or a phone could name a picture that is another's. */
const namesFile: readonly CommandType[] = ['SetSubjectPhoto', 'AddCluePhoto']

type Received = NonNullable<EventsEnvelope['received']>[number]

/** A command from the wire. A call for help is shown before it is stored, and has a bucket of its own. */
export async function giveCommand(
  app: App,
  viewer: Viewer,
  who: string,
  envelope: CommandEnvelope,
): Promise<CommandAnswer> {
  const sos = envelope.type === 'CallForHelp'
  const wait = await take(sos ? limits.sos : limits.commands, who)
  if (wait > 0) return { ok: false, code: 'rate.limited', params: { seconds: wait } }
  // Without a photo it takes one off.
  if (namesFile.includes(envelope.type) && (envelope.body as { photo?: unknown } | null)?.photo !== null)
    return { ok: false, code: 'command.forbidden' }
  // Its route alone also erases the portrait that is taken out.
  if (envelope.type === 'SetAssistantPhoto') return { ok: false, code: 'command.forbidden' }
  if (!sos || viewer.kind === 'staff') return app.pipeline.give(viewer, envelope)
  if (!isTooOld(app.clock, envelope)) {
    const received = receiptOf(app, viewer, envelope.id)
    tellReceived(app, received)
    app.stores.fanOut.publish('sos', Buffer.from(JSON.stringify(received)))
  }
  return app.pipeline.give(viewer, { ...envelope, body: callOf(envelope.body) })
}

/** A call for help is never refused for its form: what cannot be read of it is left out, the same at each retry. */
function callOf(body: unknown): Body<'CallForHelp'> {
  const { pressedAt, fix } = commandBodies.CallForHelp.shape
  const given = Object(body) as Record<string, unknown>
  return {
    pressedAt: pressedAt.safeParse(given.pressedAt).data ?? endOfTime,
    fix: fix.safeParse(given.fix).data ?? null,
  }
}

/** The id is the one that the stored alarm will have, or the open alarm's that this call repeats. */
function receiptOf(
  { live, clock }: App,
  viewer: Viewer & { kind: 'assistant' | 'unit' },
  commandId: string,
): Received {
  const { kind, id } = viewer
  const open = live.board.moved.has(alarmSlot('sos', id))
    ? [...live.board.alarm.values()].find(
        (alarm) => alarm.kind === 'sos' && alarm.subject.id === id && alarm.resolved === null,
      )
    : undefined
  return {
    alarm: open?.id ?? derivedId(commandId, 1),
    kind: 'sos',
    subject: { kind, id },
    region: whereCalled(live.board, { kind, id }).region,
    at: clock.now(),
  }
}

/** To everybody to whom the stored alarm will come. */
export function tellReceived({ live, push }: App, received: Received): void {
  push.tell(({ viewer, upTo }) =>
    hearsCall(live.board, viewer, received.subject)
      ? { after: upTo, upTo, events: [], appear: [], vanish: [], received: [received] }
      : null,
  )
}
