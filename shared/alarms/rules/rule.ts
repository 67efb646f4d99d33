import type { AlarmKind } from '../types.ts'

/** What a rule says about what it was shown: raise (with the numbers of the alarm's sentence), clear, or nothing. */
export type Verdict = { raise: Record<string, string | number> } | 'clear' | null

/** One watched cause. What keeps it from chattering is data, so that the desk can be told and a test can vary it. */
export interface WatchRule<Input> {
  kind: AlarmKind
  /** Seconds the cause must have lasted before it is an alarm. */
  delaySeconds: number
  /** What must be better than the cause's own limit before it counts as over; absent where the cause is yes or no. */
  deadBand?: { metres?: number; seconds?: number; fixes?: number }
  judge(input: Input): Verdict
}
