import type { Viewer } from '../../shared/auth/viewer.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Key } from '../../shared/kernel/ids.ts'
import type { CloseReason } from '../../shared/wire/closing.ts'
import type { EventsEnvelope } from '../../shared/wire/events.ts'
import { sha256 } from '../pipeline/identifiers.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import {
  type Audience,
  audienceId,
  concernedCarriers,
  envelopeFor,
  freshEnvelope,
  makeAudience,
  resumeEnvelope,
} from './audience.ts'

/** One greeted connection. */
export interface Listener {
  viewer: Viewer
  events(envelope: EventsEnvelope): void
  close(reason: CloseReason): void
}

export interface Push {
  /** Adds a greeted connection and gives what it needs to be up to date with the log. */
  join(
    listener: Listener,
    cursor: number,
    epoch: string,
  ): { epoch: string; fresh: boolean; events: EventsEnvelope }
  leave(listener: Listener): void
  /** To everybody who passes the test, outside the log (calls for help at receipt). */
  tell(envelope: (audience: Audience) => EventsEnvelope | null): void
  /** Ends the connections of an account or of a device's session at once. */
  close(of: (viewer: Viewer) => boolean, reason: CloseReason): void
  /** Entities that have left the board (closed long ago). */
  forget(gone: Key[]): void
  count(): { desks: number; devices: number }
}

/** Beyond this many events a fresh board is cheaper than the rest. */
const longestResume = 2_000

export function makePush(live: LiveBoard, storeId: string): Push {
  const groups = new Map<string, { audience: Audience; listeners: Set<Listener> }>()
  /** Who has not heard of anything since then does not know what was forgotten. */
  let forgotAt = -1

  live.onEvents((events) => {
    closeChanged(events)
    const concerned = concernedCarriers(live.board, events)
    for (const { audience, listeners } of groups.values()) {
      if (audience.viewer.kind !== 'staff' && !concerned.has(audience.viewer.id)) continue
      const envelope = envelopeFor(audience, live.board, events)
      if (envelope) for (const listener of listeners) listener.events(envelope)
    }
  })

  /** A viewer whose rights changed is cut off before anything of this batch reaches it. */
  function closeChanged(events: LoggedEvent[]): void {
    for (const event of events) {
      const data = event.data as { account: string; device: string }
      if (event.type === 'GrantsChanged' || event.type === 'AccountClosed') {
        const reason = event.type === 'AccountClosed' ? 'session-ended' : 'grants-changed'
        close((viewer) => viewer.kind === 'staff' && viewer.account === data.account, reason)
      }
      if (event.type === 'DeviceRevoked')
        close((viewer) => viewer.kind !== 'staff' && viewer.device === data.device, 'device-revoked')
    }
  }

  function close(of: (viewer: Viewer) => boolean, reason: CloseReason): void {
    for (const { listeners } of groups.values())
      for (const listener of [...listeners])
        if (of(listener.viewer)) {
          leave(listener)
          listener.close(reason)
        }
  }

  function leave(listener: Listener): void {
    const id = audienceId(listener.viewer)
    const group = groups.get(id)
    if (!group) return
    group.listeners.delete(listener)
    if (group.listeners.size === 0) groups.delete(id)
  }

  return {
    join(listener, cursor, epoch) {
      const id = audienceId(listener.viewer)
      const group = groups.get(id) ?? {
        audience: makeAudience(live.board, listener.viewer),
        listeners: new Set(),
      }
      groups.set(id, group)
      group.listeners.add(listener)
      const since = live.recent.filter((event) => event.seq > cursor)
      const whole = cursor > 0 && since.length === live.board.seq - cursor
      const now = sha256(`${storeId} ${id}`).slice(0, 32)
      const resumes =
        epoch === now &&
        whole &&
        cursor > forgotAt &&
        since.length <= longestResume &&
        listener.viewer.kind === 'staff'
      return {
        epoch: now,
        fresh: !resumes,
        events: resumes
          ? resumeEnvelope(group.audience, live.board, cursor, since)
          : freshEnvelope(group.audience, live.board),
      }
    },
    leave,
    close,
    tell(envelope) {
      for (const { audience, listeners } of groups.values()) {
        const told = envelope(audience)
        if (told) for (const listener of listeners) listener.events(told)
      }
    },
    forget(gone) {
      forgotAt = live.board.seq
      for (const { audience, listeners } of groups.values()) {
        const vanish = gone.filter((of) => audience.sees.delete(of)).flatMap((of) => entityOf(of) ?? [])
        if (vanish.length === 0) continue
        const after = audience.upTo
        audience.upTo = live.board.seq
        const envelope = { after, upTo: live.board.seq, events: [], appear: [], vanish }
        for (const listener of listeners) listener.events(envelope)
      }
    },
    count() {
      const counts = { desks: 0, devices: 0 }
      for (const { audience, listeners } of groups.values())
        counts[audience.viewer.kind === 'staff' ? 'desks' : 'devices'] += listeners.size
      return counts
    },
  }
}
