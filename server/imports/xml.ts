import { DOMParser, type Element } from '@xmldom/xmldom'

/** Characters: a file of the field is far smaller, and a larger one is refused before it is read. */
export const fileLimit = 5 * 1024 * 1024

/** A document type can name files to read and entities that swell; no file of the field needs one. */
export const hasDoctype = (text: string): boolean => /<!(doctype|entity)/i.test(text)

/** The root of an XML text; null when it is none. */
export function rootOf(text: string): Element | null {
  const parser = new DOMParser({
    onError(level, message) {
      if (level !== 'warning') throw new SyntaxError(message)
    },
  })
  try {
    return parser.parseFromString(text.replace(/^\ufeff/, ''), 'text/xml').documentElement
  } catch {
    return null
  }
}

/** The trimmed text of the first child of that name, of the first child of that name …; empty when there is none. */
export function child(element: Element, ...names: string[]): string {
  let at: Element | undefined = element
  for (const name of names) {
    at = [...(at?.childNodes ?? [])].find((node): node is Element => (node as Element).localName === name)
  }
  return at?.textContent?.trim() ?? ''
}

/** Not a number unless the whole text is one. */
export function decimal(text: string | null | undefined): number {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(text ?? '') ? Number(text) : Number.NaN
}
