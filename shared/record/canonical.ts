/**
 * JSON with sorted keys, so that equal values have equal bytes whoever encodes them. `undefined` fields are left out;
 * what JSON cannot hold (NaN, Infinity, functions, big integers) throws a TypeError instead of turning into null.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
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
  for (const name of Object.keys(object).sort()) {
    const value = object[name]
    if (value === undefined) continue
    if (text !== '{') text += ','
    text += `${JSON.stringify(name)}:${canonical(value)}`
  }
  return `${text}}`
}
