/**
 * How urgent a search is, in the manner of the published urgency forms: a few questions, an answer's points from 0 (can
 * wait) to 3 (cannot), a sum. The points and the bounds are a design of our own and no published scale.
 */
export const urgencyFactors = {
  age: ['adult', 'young-adult', 'old', 'child'],
  medical: ['healthy', 'minor-illness', 'needs-medicine', 'life-in-danger'],
  number: ['group', 'two', 'alone', 'alone-separated'],
  clothing: ['fits', 'light', 'too-light', 'none'],
  equipment: ['complete', 'some', 'little', 'nothing'],
  weather: ['good', 'worse-soon', 'bad', 'dangerous'],
  terrain: ['easy', 'uneven', 'hard', 'dangerous'],
  experience: ['knows-both', 'knows-area', 'little', 'none'],
} as const
export type UrgencyFactor = keyof typeof urgencyFactors

export const urgencyLevels = ['emergency', 'measured', 'evaluate'] as const
export type UrgencyLevel = (typeof urgencyLevels)[number]

/** Factor → points, 0 to 3. */
export type UrgencyAnswers = Record<UrgencyFactor, number>

export const factorNames = Object.keys(urgencyFactors) as UrgencyFactor[]

/** One of these at its most urgent makes the whole search so: a sum must not hide a child in frost. */
const alone: readonly UrgencyFactor[] = ['age', 'medical', 'weather']
const emergencyFrom = 14
const measuredFrom = 7

export function urgencyOf(answers: UrgencyAnswers): {
  score: number
  level: UrgencyLevel
  because: UrgencyFactor[]
} {
  const score = factorNames.reduce((sum, factor) => sum + answers[factor], 0)
  const because = alone.filter((factor) => answers[factor] === 3)
  if (score >= emergencyFrom || because.length > 0) return { score, level: 'emergency', because }
  return { score, level: score >= measuredFrom ? 'measured' : 'evaluate', because }
}
