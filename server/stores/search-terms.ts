/**
 * The words under which a person can be found. Only keyed hashes of them are stored (vault-cipher.ts).
 * Letters of Kazakh fold onto the Russian keyboard's, so that "Касымов" finds "Қасымов".
 */
const folds: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
}

const shortestPrefix = 2
const longestPrefix = 12

/** Terms of one stored field; empty for a field that is not searched. */
export function termsOf(field: string, value: string): string[] {
  if (field === 'phone') return phoneTerms(value)
  if (field !== 'name') return []
  const terms = new Set<string>()
  for (const word of words(value)) {
    for (let length = shortestPrefix; length <= Math.min(word.length, longestPrefix); length++)
      terms.add(`name:${word.slice(0, length)}`)
  }
  return [...terms]
}

/**
 * Terms that all must stand with a person for `query` to find them: a phone number, its last four digits, or the
 * beginnings (2 to 12 letters) of names. Empty when the query is too short to search for.
 */
export function termsOfQuery(query: string): string[] {
  if (/^[\d\s()+-]+$/.test(query)) return phoneTerms(query).slice(0, 1)
  return words(query)
    .filter((word) => word.length >= shortestPrefix)
    .map((word) => `name:${word.slice(0, longestPrefix)}`)
}

/** Kazakhstan writes one number as +7 701…, 8 701… and 701…. */
function phoneTerms(value: string): string[] {
  const digits = value.replace(/\D/g, '')
  if (digits.length === 4) return [`phone-end:${digits}`]
  if (digits.length < 10) return []
  const whole = digits.length === 10 ? `7${digits}` : digits.replace(/^8(?=\d{10}$)/, '7')
  return [`phone:${whole}`, `phone-end:${whole.slice(-4)}`]
}

function words(text: string): string[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/./gu, (letter) => folds[letter] ?? letter)
  return folded.split(/[^\p{L}\p{M}\d]+/u).filter((word) => word !== '')
}
