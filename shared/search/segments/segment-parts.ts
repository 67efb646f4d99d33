import { type Refusal, refuse } from '../../kernel/refusal.ts'

/** Square metres of the smallest part of a cut segment, and metres that a line may fall short of its border. */
export const cutLimits = { minArea: 1_000, reach: 10 }

const longestLetter = 4

/** F1, F2 … of F, F2.1 … of F2; where one is taken the numbers go on. */
export function partLetters(letter: string, count: number, taken: readonly string[]): string[] | Refusal {
  const letters: string[] = []
  for (let n = 1; letters.length < count; n++) {
    const next = /\d$/.test(letter) ? `${letter}.${n}` : `${letter}${n}`
    if (next.length > longestLetter) return refuse('search.cut-letter', { params: { letter } })
    if (!taken.includes(next)) letters.push(next)
  }
  return letters
}
