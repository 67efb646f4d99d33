import type { Millis } from '../../shared/kernel/ids.ts'
import { ageingFor } from '../../shared/positions/age.ts'
import type { Stage } from './stage.ts'

/** Where this phone is against its order. */
interface Standing {
  /** Metres to the border, negative outside; null without a fix. */
  margin: number | null
  /** Metres (68 %). */
  accuracy: number
  /** Time of the fix by the server's clock; 0 = none. */
  fixAt: Millis
}

/**
 * The one sentence that is true now (`phone:truth.<code>`) and what to do about it (`phone:truth.<code>.note`). `at` is
 * the time in it, `metres` the distance.
 */
export interface Truth {
  code:
    | 'unknown'
    | 'off-duty'
    | 'overrun'
    | 'waiting'
    | 'go'
    | 'on-the-way'
    | 'early'
    | 'inside'
    | 'border'
    | 'outside'
    | 'no-fix'
    | 'old-fix'
    | 'order-over'
    | 'leading'
    | 'leaving'
    | 'hold'
  /** Something is wrong, and this person can do something about it. */
  warn?: true
  at?: Millis
  metres?: number
  /** With `hold`: the rule that holds, or `desk`. */
  rule?: string
}

export interface TruthInput {
  /** An offer and a request have screens of their own. */
  stage: Exclude<Stage, { kind: 'offer' | 'request' }>
  standing: Standing
  now: Millis
  /** When the place is joined. */
  meetingAt: Millis | null
  /** The phone is a unit's, which has reported that it leaves its people. */
  leaving: boolean
  unit: boolean
}

export function truthOf({ stage, standing, now, meetingAt, leaving, unit }: TruthInput): Truth {
  switch (stage.kind) {
    case 'unknown':
    case 'off-duty':
      return { code: stage.kind }
    case 'overrun':
      return { code: 'overrun', warn: true, at: stage.since }
    case 'waiting':
      return { code: 'waiting', at: stage.until }
  }
  const { step, heldBy } = stage.link
  const { from, to } = stage.order.window
  if (leaving) return { code: 'leaving', warn: true }
  if (step === 'hold') return { code: 'hold', warn: true, rule: heldBy ?? 'desk' }
  if (now >= to) return { code: 'order-over', warn: true, at: to }
  if (step === 'accepted') return { code: 'go', at: meetingAt ?? from }
  if (step === 'en-route') return { code: 'on-the-way', at: meetingAt ?? from }
  if (now < from) return { code: 'early', at: from }
  return unit ? { code: 'leading', at: to } : insideOrNot(standing, now, to)
}

/** Rule D6: the border is inside, and nobody is outside by less than the accuracy of the fix or by an old one. */
function insideOrNot({ margin, accuracy, fixAt }: Standing, now: Millis, until: Millis): Truth {
  if (margin === null || fixAt === 0) return { code: 'no-fix', warn: true }
  if (now - fixAt > ageingFor) return { code: 'old-fix', warn: true, at: fixAt }
  if (margin >= 0) return { code: 'inside', at: until }
  return -margin > accuracy ? { code: 'outside', warn: true, metres: -margin } : { code: 'border', at: until }
}
