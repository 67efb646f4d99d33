import { expectedInside, judgePerimeter, type PerimeterWatch } from '../../gates/d06.ts'
import { gateParameters } from '../../gates/parameters.ts'
import type { Millis } from '../../kernel/ids.ts'
import type { Place } from '../../operations/types.ts'
import { currentOrder, type Member, type Task } from '../../tasks/types.ts'
import type { Verdict, WatchRule } from './rule.ts'

export interface PerimeterNow {
  task: Task
  place: Place
  member: Member
  /** What D6 remembers of this member's fixes against the newest order. */
  watch: PerimeterWatch
  now: Millis
}

/** D6: who is on scene has left the order's perimeter. Over only when a fix is inside again, not merely close. */
export const perimeterLeft: WatchRule<PerimeterNow> = {
  kind: 'perimeter-left',
  get delaySeconds() {
    return gateParameters.breachMs / 1000
  },
  deadBand: { metres: 0, fixes: 1 },
  judge: (input) => (input.member.step === 'on-scene' ? verdict(input, 'outside') : 'clear'),
}

/** D6: who should be there by now has never been inside. */
export const neverInside: WatchRule<PerimeterNow> = {
  kind: 'never-inside',
  get delaySeconds() {
    return gateParameters.neverInsideMs / 1000
  },
  deadBand: { metres: 0, fixes: 1 },
  judge(input) {
    const { step } = input.member
    return step === 'accepted' || step === 'en-route' ? verdict(input, 'never-inside') : 'clear'
  },
}

function verdict(
  { task, place, member, watch, now }: PerimeterNow,
  alarming: 'outside' | 'never-inside',
): Verdict {
  const judged = judgePerimeter(watch, {
    now,
    onScene: alarming === 'outside',
    expectedFrom: expectedFrom(task, place, member),
  })
  if (judged === 'unknown') return null
  return judged === alarming ? { raise: { metres: Math.round(watch.outsideBy) } } : 'clear'
}

/**
 * Without a meeting time the order's window says when to be there. The offer's end stands for the acceptance: it is at
 * most so late, and stays known when the person has moved on along the chain.
 */
function expectedFrom(task: Task, place: Place, member: Member): Millis {
  const meeting = place.meeting.time ?? currentOrder(task)?.window.from ?? 0
  return expectedInside(meeting, member.offer.expiresAt)
}
