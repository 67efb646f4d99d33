import { deflateRawSync } from 'node:zlib'
import type { Viewer } from '../../shared/auth/viewer.ts'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { entityOf, type Key } from '../../shared/kernel/ids.ts'
import type { CloseReason } from '../../shared/wire/closing.ts'
import type { EventsEnvelope } from '../../shared/wire/events.ts'
import type { Welcome } from '../../shared/wire/hello.ts'
import { packBoard } from '../../shared/wire/whole-board.ts'
import { sha256 } from '../pipeline/identifiers.ts'
import type { LiveBoard } from '../pipeline/live-board.ts'
import {
  type Audience,
  audienceId,
  concernedCarriers,
  envelopeFor,
  makeAudience,
  resumeEnvelope,
  wholeSight,
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
  ): Pick<Welcome, 'epoch' | 'fresh' | 'whole' | 'events'>
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
/** Beyond this many events since a board was packed, the next desk that comes is given a new one. */
const longestRest = 500

/** With more packed boards than these, those of audiences of whom nobody is there go, the oldest first. */
const mostPacked = 16

interface Group {
  audience: Audience
  listeners: Set<Listener>
}

export function makePush(live: LiveBoard, storeId: string): Push {
  const groups = new Map<string, Group>()
  /**
   * By audience, the board of all desks that come, packed once: after a restart they come together, 50,000 people each.
   * Kept when the last has gone, for one alone may come and go all the time.
   */
  const packed = new Map<string, { seq: number; bytes: Uint8Array }>()
  /** Who has not heard of anything since then does not know what was forgotten. */
  let forgotAt = -1

  live.onEvents((events) => {
    closeChanged(events)
    // What is erased stays on the board as a shell; nobody is sent what was in it.
    if (events.some(({ type }) => type === 'PersonErased')) packed.clear()
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

  /** Null for a phone, whose sight changes without events of its own, and when there would be too much to say. */
  function restSince(audience: Audience, cursor: number, most: number): EventsEnvelope | null {
    const count = live.board.seq - cursor
    if (audience.viewer.kind !== 'staff' || cursor <= 0 || count < 0 || count > most) return null
    const since = live.recent.filter((event) => event.seq > cursor)
    return since.length === count ? resumeEnvelope(audience, live.board, cursor, since) : null
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
      const { viewer } = listener
      const id = audienceId(viewer)
      const group = groups.get(id) ?? {
        audience: makeAudience(live.board, viewer),
        listeners: new Set(),
      }
      groups.set(id, group)
      group.listeners.add(listener)
      const now = sha256(`${storeId} ${id}`).slice(0, 32)
      const { audience } = group
      const rest = epoch === now && cursor > forgotAt ? restSince(audience, cursor, longestResume) : null
      if (rest) return { epoch: now, fresh: false, events: rest }
      const after = live.board.seq
      if (viewer.kind !== 'staff') {
        const appear = wholeSight(audience, live.board)
        return { epoch: now, fresh: true, events: { after, upTo: after, events: [], appear, vanish: [] } }
      }
      const known = packed.get(id)
      const since = known && restSince(audience, known.seq, longestRest)
      // Who comes now has never seen what has gone out of sight since.
      if (known && since && since.vanish.length === 0)
        return { epoch: now, fresh: true, whole: known.bytes, events: since }
      const bytes = deflateRawSync(packBoard(wholeSight(audience, live.board)), { level: 1 })
      packed.delete(id)
      packed.set(id, { seq: after, bytes })
      for (const oldest of packed.keys())
        if (packed.size > mostPacked && !groups.has(oldest)) packed.delete(oldest)
      const events = { after, upTo: after, events: [], appear: [], vanish: [] }
      return { epoch: now, fresh: true, whole: bytes, events }
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
      packed.clear()
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
