import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import type { Party, TaskEvent } from './events.ts'
import { ended, type Link, type Task } from './types.ts'

/** A link at the start of its chain, with its `n`th offer. */
function offered(at: Millis, n: number, expiresAt: Millis): Task['unitLink'] {
  return {
    step: 'offered',
    since: at,
    order: { delivered: 0, read: 0, understood: 0 },
    offer: { n, expiresAt },
  }
}

/** Applies `to` to the unit's link or to one member's. */
function changeLink(task: Task, party: Party, to: (link: Link) => Partial<Link>): Partial<Task> {
  if ('unit' in party) return { unitLink: { ...task.unitLink, ...to(task.unitLink) } }
  return {
    members: task.members.map((member) =>
      member.assistant === party.assistant ? { ...member, ...to(member) } : member,
    ),
  }
}

function holdAssistant(board: Board, assistant: Id, task: Id): void {
  change(board.assistant, assistant, { task })
}

/** Rest counts from here. A person who has meanwhile been taken by another task keeps that one. */
function release(board: Board, kind: 'assistant' | 'unit', id: Id, task: Id, at: Millis): void {
  const carriers = board[kind] as Map<Id, { task: Id | null; releasedAt: Millis | null }>
  change(carriers, id, (old) => (old.task === task ? { task: null, releasedAt: at } : {}))
}

function send(board: Board, event: LoggedEvent & TaskEvent & { type: 'TaskSent' | 'TaskRequested' }): void {
  const { task: id, operation, place, number, unit, members, reserve } = event.data
  const sent = event.type === 'TaskSent' ? event.data : null
  const expiresAt = sent?.expiresAt ?? 0
  const old = board.task.get(id)
  board.task.set(id, {
    id,
    operation,
    place,
    number,
    unit,
    unitLink: offered(event.at, 1, expiresAt),
    members: members.map((member) => ({ ...member, ...offered(event.at, 1, expiresAt) })),
    orders: sent ? [sent.order] : [],
    requestedBy: sent ? (old?.requestedBy ?? null) : event.by.id,
    reserve,
    createdAt: old?.createdAt ?? event.at,
    endedAt: null,
    checkedInAt: null,
    leftAt: null,
  })
  change(board.unit, unit, { task: id })
  for (const { assistant } of members) holdAssistant(board, assistant, id)
  change(board.operation, operation, ({ taskCount }) => ({ taskCount: Math.max(taskCount, number) }))
}

/** A step that ends a chain lets the person or the unit go, also while the task runs on. */
function takeStep(board: Board, event: LoggedEvent & TaskEvent & { type: 'StepTaken' }): void {
  const { task, party, from, to, rule } = event.data
  change(board.task, task, (old) =>
    changeLink(old, party, (link) => ({
      step: to,
      since: event.at,
      before: from,
      heldFrom: to === 'hold' ? from : undefined,
      heldBy: to === 'hold' ? rule : undefined,
      order: link.order,
    })),
  )
  if (!ended.has(to)) return
  if ('unit' in party) release(board, 'unit', party.unit, task, event.at)
  else release(board, 'assistant', party.assistant, task, event.at)
}

export function evolveTasks(board: Board, event: TaskEvent): void {
  switch (event.type) {
    case 'TaskRequested':
    case 'TaskSent':
      send(board, event)
      return
    case 'MemberOffered': {
      const { task, assistant, slot, n, expiresAt } = event.data
      change(board.task, task, ({ members }) => ({
        members: [
          ...members.filter((member) => member.assistant !== assistant),
          { assistant, slot, ...offered(event.at, n, expiresAt) },
        ],
      }))
      holdAssistant(board, assistant, task)
      return
    }
    case 'StepTaken':
      takeStep(board, event)
      return
    case 'StepUndone': {
      const { task, party, to } = event.data
      change(board.task, task, (old) =>
        changeLink(old, party, () => ({ step: to, since: event.at, before: undefined })),
      )
      if ('assistant' in party) holdAssistant(board, party.assistant, task)
      return
    }
    case 'OrderChanged':
      change(board.task, event.data.task, ({ orders }) => ({ orders: [...orders, event.data.order] }))
      return
    case 'OrderSeen': {
      const { task, party, version, state } = event.data
      change(board.task, task, (old) =>
        changeLink(old, party, ({ order }) => ({
          order: { ...order, [state]: Math.max(order[state], version) },
        })),
      )
      return
    }
    case 'MemberMoved': {
      const { assistant, from, to, slot, step, n, expiresAt } = event.data
      change(board.task, from, ({ members }) => ({
        members: members.filter((member) => member.assistant !== assistant),
        leftAt: event.at,
      }))
      change(board.task, to, ({ members }) => ({
        members: [
          ...members.filter((member) => member.assistant !== assistant),
          { assistant, slot, ...offered(event.at, n, expiresAt), step },
        ],
      }))
      holdAssistant(board, assistant, to)
      return
    }
    case 'UnitReplaced': {
      const { task, from, to, expiresAt } = event.data
      release(board, 'unit', from, task, event.at)
      change(board.task, task, ({ unitLink }) => ({
        unit: to,
        unitLink: offered(event.at, unitLink.offer.n + 1, expiresAt),
      }))
      change(board.unit, to, { task })
      return
    }
    case 'PostCheckedIn':
      change(board.task, event.data.task, { checkedInAt: event.data.at })
      return
    case 'TaskRequestRefused':
    case 'TaskEnded': {
      const old = board.task.get(event.data.task)
      if (!old) return
      board.task.set(old.id, { ...old, endedAt: event.at })
      release(board, 'unit', old.unit, old.id, event.at)
      for (const { assistant } of old.members) release(board, 'assistant', assistant, old.id, event.at)
    }
  }
}
