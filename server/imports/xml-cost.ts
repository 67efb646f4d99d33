import { type Refusal, refuse } from '../../shared/kernel/refusal.ts'

/** Files of the field are flat: a point of a track is the sixth level, of a folder's polygon about the twelfth. */
const deepest = 32
/** A point with its time, height and accuracy is four. */
const mostElements = 400_000
/** Characters between < and >. */
const longestTag = 4_000

/**
 * What a parser of XML would be made to do, looked at in one pass before it is let loose: trees of a hundred thousand
 * levels and tags of a megabyte cost it minutes. Null when the text is worth reading; whether it is XML, the parser says.
 */
export function xmlTooCostly(text: string): Refusal | null {
  let depth = 0
  let elements = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const ends = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<![CDATA[', at)
        ? ']]>'
        : text.startsWith('<?', at)
          ? '?>'
          : '>'
    const end = text.indexOf(ends, at)
    if (end < 0) return null
    if (ends === '>') {
      if (end - at > longestTag) return refuse('file.too-complex')
      if (text[at + 1] === '/') depth--
      else {
        elements++
        if (text[end - 1] !== '/') depth++
      }
      if (depth > deepest) return refuse('file.too-deep', { params: { limit: deepest } })
      if (elements > mostElements) return refuse('file.too-complex')
    }
    at = end + ends.length
  }
  return null
}
