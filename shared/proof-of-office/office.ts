import { papersOf } from '../assistants/papers.ts'
import type { Board } from '../board/board.ts'
import type { Id, Millis } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { onDuty } from '../shifts/types.ts'
import { linkOf } from '../tasks/links.ts'
import { stepAt, stepsBeside } from './types.ts'

/** The office of one person as it stands now. */
export interface Office {
  assistant: Id
  badge: string | null
  unit: string | null
  until: Millis
  photo: Id | null
}

/** In office is who is ACTIVE and on duty; the device must still be theirs. At once, with the event that ends it. */
export function officeOf(board: Board, device: Id, now: Millis): Office | Refusal {
  const phone = board.device.get(device)
  const id = phone && !phone.revoked ? phone.holder.id : ''
  const assistant = board.assistant.get(id)
  if (!assistant) return refuse('proof.no-device')
  if (assistant.status !== 'ACTIVE') return refuse('proof.not-active')
  if (!onDuty(assistant.shift, now)) return refuse('proof.off-duty')
  return {
    assistant: id,
    badge: papersOf(board, id).card?.badge ?? null,
    unit: unitOf(board, id),
    until: assistant.shift.to,
    photo: assistant.photo ?? null,
  }
}

/** A code of another step is a picture of an old screen, or of one that is still to come. */
export const isCurrent = (step: number, now: Millis): boolean => Math.abs(stepAt(now) - step) <= stepsBeside

/** Only whom the person has said yes to is the unit that they work with. */
function unitOf(board: Board, assistant: Id): string | null {
  const task = board.task.get(board.assistant.get(assistant)?.task ?? '')
  const step = task && linkOf(task, { assistant })?.step
  if (!task || !step || !bound.has(step)) return null
  return board.unit.get(task.unit)?.callSign ?? null
}

const bound: ReadonlySet<string> = new Set(['accepted', 'en-route', 'on-scene', 'hold'])
