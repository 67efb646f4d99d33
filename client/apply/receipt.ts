import type { Day } from '../../shared/law/day.ts'

/** What the applicant takes away. */
export interface Receipt {
  number: number
  lastDay: Day
  /** Shown once; with the number it opens the way to follow the application. */
  secret: string
}
