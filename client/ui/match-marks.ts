export interface MarkedPart {
  text: string
  hit: boolean
}

/** Cuts a line into typed and untyped parts: each typed word marks the start of the next word it begins. */
export function markMatches(line: string, typed: string): MarkedPart[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const parts: MarkedPart[] = []
  const add = (text: string, hit: boolean): void => {
    if (text !== '') parts.push({ text, hit })
  }
  for (const piece of line.split(/(\s+)/)) {
    const word = wanted[0]
    if (word !== undefined && piece.toLowerCase().startsWith(word)) {
      wanted.shift()
      add(piece.slice(0, word.length), true)
      add(piece.slice(word.length), false)
    } else add(piece, false)
  }
  return parts
}

/** What is missing of `line` after `typed`; null when the line does not go on from it, so it cannot be shown as a ghost. */
export function ghostOf(line: string, typed: string): string | null {
  if (typed.trim() === '' || !line.toLowerCase().startsWith(typed.toLowerCase())) return null
  return line.slice(typed.length)
}
