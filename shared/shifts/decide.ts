import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import type { Actor } from '../kernel/event.ts'
import { key } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { taskName } from '../tasks/task-name.ts'
import type { Carrier, ShiftEvents, ShiftFact } from './events.ts'
import { bookedOn, HOUR, onDuty, shiftHours } from './types.ts'

const cap = () => shiftHours.cap * HOUR
const overCap = () => refuse('shift.over-cap', { rule: 'D5', params: { hours: shiftHours.cap } })

export const shiftDeciders: Deciders<'BookOn' | 'BookOff' | 'ExtendShift'> = {
  BookOn: {
    involves: ({ who }) => [key(who.kind, who.id)],
    decide(board, { who, to: wanted }, { now }) {
      const carrier = board[who.kind].get(who.id)
      if (!carrier) return refuse(`${who.kind}.unknown`)
      const refusal = mayWork(board, who)
      if (refusal) return refusal
      const { shift } = carrier
      if (onDuty(shift, now))
        return wanted === undefined || wanted === shift.to ? { facts: [] } : refuse('shift.already-on')
      // A new shift would start the cap anew; who has run over ends or extends the old one first.
      if (bookedOn(shift)) return refuse('shift.overrun', { rule: 'D5' })
      const to = wanted ?? now + shiftHours.usual * HOUR
      if (to <= now) return refuse('shift.ends-in-the-past')
      if (to - now > cap()) return overCap()
      return { facts: [fact('ShiftOpened', { who, from: now, to })] }
    },
  },

  BookOff: {
    involves: ({ who }) => [key(who.kind, who.id)],
    decide(board, { who }, { by, now }) {
      const carrier = board[who.kind].get(who.id)
      if (!carrier) return refuse(`${who.kind}.unknown`)
      if (!bookedOn(carrier.shift)) return { facts: [] }
      const why = reasonOf(board, by, who)
      // The server's timer may find the shift extended meanwhile.
      if (why === 'overrun' && now < carrier.shift.to) return { facts: [] }
      // Who is no longer ACTIVE goes off shift at once; the task holds the person (D1) until the desk stands them down.
      if (carrier.task !== null && why !== 'registry')
        return refuse('shift.in-a-task', { params: { task: taskName(board, carrier.task) } })
      return { facts: [fact('ShiftClosed', { who, why })] }
    },
  },

  ExtendShift: {
    involves: ({ who }) => [key(who.kind, who.id)],
    decide(board, { who, to }, { now }) {
      const carrier = board[who.kind].get(who.id)
      if (!carrier) return refuse(`${who.kind}.unknown`)
      const { shift } = carrier
      if (!bookedOn(shift)) return refuse('shift.not-on')
      if (to === shift.to) return { facts: [] }
      if (to < shift.to) return refuse('shift.not-later')
      if (to <= now) return refuse('shift.ends-in-the-past')
      if (to - shift.from > cap()) return overCap()
      return { facts: [fact('ShiftExtended', { who, to })] }
    },
  },
}

function mayWork(board: Board, { kind, id }: Carrier): Refusal | null {
  if (kind === 'unit') {
    const unit = board.unit.get(id)
    return unit?.open ? null : refuse('unit.closed', { params: { unit: unit?.callSign ?? '' } })
  }
  const assistant = board.assistant.get(id)
  if (assistant?.status === 'ACTIVE') return null
  return refuse('gate.NOT_ACTIVE', { rule: 'D1', params: { assistant: assistant?.callSign ?? '' } })
}

function reasonOf(board: Board, by: Actor, who: Carrier): ShiftEvents['ShiftClosed']['why'] {
  if (by.kind === 'system')
    return who.kind === 'assistant' && board.assistant.get(who.id)?.status !== 'ACTIVE'
      ? 'registry'
      : 'overrun'
  return by.kind === who.kind && by.id === who.id ? 'self' : 'desk'
}

function fact<Type extends ShiftFact['type']>(type: Type, data: ShiftEvents[Type]) {
  return { type, keys: [key(data.who.kind, data.who.id)], data }
}
