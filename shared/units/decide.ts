import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { holdsAgain, lostRule } from '../gates/hold.ts'
import { type Id, type Key, key, type Millis, rosterKey } from '../kernel/ids.ts'
import { refuse } from '../kernel/refusal.ts'
import { bookedOn } from '../shifts/types.ts'
import type { TaskFact } from '../tasks/events.ts'
import { keysOfTask, step, stepAll } from '../tasks/links.ts'
import type { UnitFact } from './events.ts'
import type { Unit } from './types.ts'

export const unitDeciders: Deciders<'RegisterUnit' | 'ReportLeaving' | 'ReportBack' | 'CloseUnit'> = {
  RegisterUnit: {
    involves: () => [rosterKey],
    decide(board, { callSign, region, mobility }, ctx) {
      for (const known of board.unit.values()) {
        if (!known.open || known.callSign !== callSign) continue
        if (known.region === region && known.mobility === mobility)
          return { facts: [], result: { unit: known.id } }
        return refuse('unit.call-sign-taken', { params: { unit: callSign } })
      }
      const unit = ctx.newId()
      return {
        facts: [
          {
            type: 'UnitRegistered',
            keys: [key('unit', unit), rosterKey],
            data: { unit, callSign, region, mobility },
          },
        ],
        result: { unit },
      }
    },
  },

  ReportLeaving: {
    involves: (body, board) => withTask(board, body.unit),
    decide(board, body, { now }) {
      const unit = board.unit.get(body.unit)
      if (!unit) return refuse('unit.unknown')
      if (!unit.open) return refuse('unit.closed', { params: { unit: unit.callSign } })
      if (unit.leaving) return { facts: [] }
      const gone: Unit = { ...unit, leaving: { at: now } }
      return { facts: [fact('UnitLeaving', unit), ...holdMembers(board, gone, now)] }
    },
  },

  ReportBack: {
    involves: (body, board) => withTask(board, body.unit),
    decide(board, body, { now }) {
      const unit = board.unit.get(body.unit)
      if (!unit) return refuse('unit.unknown')
      if (!unit.leaving) return { facts: [] }
      return {
        facts: [fact('UnitBack', unit), ...resumeMembers(board, { ...unit, leaving: null }, now)],
      }
    },
  },

  CloseUnit: {
    involves: (body) => [key('unit', body.unit)],
    decide(board, body) {
      const unit = board.unit.get(body.unit)
      if (!unit) return refuse('unit.unknown')
      if (!unit.open) return { facts: [] }
      const params = { unit: unit.callSign }
      if (unit.task !== null || bookedOn(unit.shift)) return refuse('unit.on-duty', { params })
      return { facts: [fact('UnitClosed', unit)] }
    },
  },
}

function withTask(board: Board, id: Id): Key[] {
  const task = board.unit.get(id)?.task
  return [key('unit', id), ...(task ? keysOfTask(board, task).filter((of) => of !== key('unit', id)) : [])]
}

/** The members at work wait where it is safe: by D11, or by a rule before it that they had lost already. */
function holdMembers(board: Board, unit: Unit, now: Millis): TaskFact[] {
  const task = unit.task === null ? undefined : board.task.get(unit.task)
  return (task?.members ?? []).flatMap((member) => {
    const rule = task && member.step !== 'hold' ? lostRule(board, task, member, now, unit) : null
    return task && rule ? stepAll(task, [member], 'hold', rule) : []
  })
}

/** Whom the leaving had put on HOLD goes on, unless another rule is against it by now. */
function resumeMembers(board: Board, unit: Unit, now: Millis): TaskFact[] {
  const task = unit.task === null ? undefined : board.task.get(unit.task)
  if (!task) return []
  return task.members
    .filter(
      (member) =>
        member.step === 'hold' && member.heldBy === 'D11' && holdsAgain(board, task, member, now, unit),
    )
    .map(({ assistant, heldFrom }) => step(task, { assistant }, 'hold', heldFrom ?? 'accepted'))
}

function fact(type: Exclude<UnitFact['type'], 'UnitRegistered'>, { id }: Unit): UnitFact {
  return { type, keys: [key('unit', id)], data: { unit: id } }
}
