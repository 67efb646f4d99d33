import { type Board, emptyBoard } from '../../../shared/board/board.ts'
import type { Member, Order, Step, Task } from '../../../shared/tasks/types.ts'

export const hour = 3_600_000
export const me = { kind: 'assistant', id: 'a1' } as const
export const unit = { kind: 'unit', id: 'u1' } as const

const shiftOf = (to: number) => ({ from: 0, to, openedAt: 0, closedAt: null })

export const order = (version = 1, change: Partial<Order> = {}): Order => ({
  version,
  perimeter: [
    { lat: 43, lng: 76 },
    { lat: 43.01, lng: 76 },
    { lat: 43, lng: 76.01 },
  ],
  window: { from: hour, to: 3 * hour },
  leader: 'u1',
  basis: { kind: 'patrol', rule: 'D7' },
  briefing: null,
  by: 'acc',
  at: 0,
  ...change,
})

export interface Case {
  step?: Step
  unitStep?: Step
  heldBy?: string
  orders?: Order[]
  understood?: number
  /** When the shift ends; null = not booked on. */
  shiftTo?: number | null
}

const link = (step: Step, heldBy: string | undefined, understood: number) => ({
  step,
  since: 0,
  ...(heldBy && { heldBy }),
  order: { delivered: understood, read: understood, understood },
  offer: { n: 1, expiresAt: 90_000 },
})

/** A phone's board: one assistant, one unit and, with `step`, the task that they share. */
export function boardOf({
  step,
  unitStep = 'accepted',
  heldBy,
  orders = [order()],
  understood = 1,
  shiftTo = 5 * hour,
}: Case): Board {
  const board = emptyBoard()
  const task = step ? 't1' : null
  const carrier = {
    region: 'almaty',
    shift: shiftTo === null ? null : shiftOf(shiftTo),
    task,
    releasedAt: null,
  }
  board.assistant.set('a1', { ...carrier, id: 'a1', no: 1, callSign: 'A-0001', status: 'ACTIVE', skills: [] })
  board.unit.set('u1', {
    ...carrier,
    id: 'u1',
    no: 2,
    callSign: 'Алатау-14',
    mobility: 'foot',
    leaving: null,
    open: true,
  })
  if (step) {
    const member: Member = { assistant: 'a1', slot: 0, ...link(step, heldBy, understood) }
    board.task.set('t1', {
      id: 't1',
      operation: 'o1',
      place: 'p1',
      number: 3,
      unit: 'u1',
      unitLink: link(unitStep, undefined, understood),
      members: [member],
      orders,
      requestedBy: orders.length === 0 ? 'acc' : null,
      reserve: [],
      createdAt: 0,
      endedAt: null,
      checkedInAt: null,
      leftAt: null,
    } satisfies Task)
  }
  return board
}
