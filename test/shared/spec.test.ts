import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** A call sign, A-0412, has a leading zero: it is no rule. */
const id = String.raw`[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-(?:0|[1-9]\d*)[a-z]?`
/** Titles stand in the call, or in a row of its table. */
const title = new RegExp(`['"\`](${id}) `, 'g')
const rule = new RegExp(`^- \\*\\*(${id})\\*\\* [^ ].*\\.$`, 'gm')

const ids = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id)

test('SPEC-1 every rule id that opens a test title stands in docs/SPEC.md once, and every rule there has a test', () => {
  const titled = new Set(
    readdirSync('test', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .flatMap((entry) => ids(readFileSync(join(entry.parentPath, entry.name), 'utf8'), title)),
  )
  const rules = ids(readFileSync('docs/SPEC.md', 'utf8'), rule)
  expect(titled.size).toBeGreaterThan(300)
  expect({
    twice: rules.filter((one, at) => rules.indexOf(one) !== at),
    withoutRule: [...titled].filter((one) => !rules.includes(one)),
    withoutTest: rules.filter((one) => !titled.has(one)),
  }).toEqual({ twice: [], withoutRule: [], withoutTest: [] })
})
