/** Nothing that JSON writes in another way; most strings are ids. */
const plain = /^[ !#-[\]-~]*$/

/**
 * JSON with sorted keys, so that equal values have equal bytes whoever encodes them. `undefined` fields are left out;
 * what JSON cannot hold (NaN, Infinity, functions, big integers) throws a TypeError instead of turning into null.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return plain.test(value) ? `"${value}"` : JSON.stringify(value)
    case 'boolean':
      return String(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no place in a record`)
      return JSON.stringify(value)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
      return canonicalObject(value as Record<string, unknown>)
    default:
      throw new TypeError(`a ${typeof value} has no place in a record`)
  }
}

function canonicalObject(object: Record<string, unknown>): string {
  let text = '{'
  for (const name of sorted(Object.keys(object))) {
    const value = object[name]
    if (value === undefined) continue
    if (text !== '{') text += ','
    text += quoted(name) + canonical(value)
  }
  return `${text}}`
}

/** Most are written down in order. */
function sorted(names: string[]): string[] {
  for (let i = 1; i < names.length; i++)
    if ((names[i - 1] as string) > (names[i] as string)) return names.sort()
  return names
}

const known = new Map<string, string>()
const mostKnown = 1000

/** `"name":` */
function quoted(name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  const now = `${JSON.stringify(name)}:`
  if (known.size < mostKnown) known.set(name, now)
  return now
}
