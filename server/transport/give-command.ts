import { maySee } from '../../shared/auth/may-see.ts'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { CommandEnvelope } from '../../shared/board/commands.ts'
import { alarmSlot } from '../../shared/kernel/ids.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import type { EventsEnvelope } from '../../shared/wire/events.ts'
import type { App } from '../app.ts'
import { limits, take } from '../auth/limits.ts'
import { derivedId } from '../pipeline/identifiers.ts'

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
  if (sos && viewer.kind !== 'staff') {
    const received = receiptOf(app, viewer, envelope.id)
    tellReceived(app, received)
    app.stores.fanOut.publish('sos', Buffer.from(JSON.stringify(received)))
  }
  return app.pipeline.give(viewer, envelope)
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
  const region = live.board[kind].get(id)?.region ?? ''
  return {
    alarm: open?.id ?? derivedId(commandId, 1),
    kind: 'sos',
    subject: { kind, id },
    region,
    at: clock.now(),
  }
}

/** To the desks that see the person, and to the person's own devices. */
export function tellReceived({ live, push }: App, received: Received): void {
  const { kind, id } = received.subject
  push.tell(({ viewer, upTo }) =>
    maySee(live.board, viewer, kind, id)
      ? { after: upTo, upTo, events: [], appear: [], vanish: [], received: [received] }
      : null,
  )
}
