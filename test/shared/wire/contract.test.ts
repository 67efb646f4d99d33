import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { commandBodies, commandEnvelope } from '../../../shared/board/commands.ts'
import { makeLiveTable, reserve } from '../../../shared/positions/live-table.ts'
import { closeReasons } from '../../../shared/wire/closing.ts'
import { makeByteWriter } from '../../../shared/wire/column.ts'
import { encodeFrame } from '../../../shared/wire/encode-frame.ts'
import { fixes } from '../../../shared/wire/fixes.ts'
import { gatewayHello } from '../../../shared/wire/gateway.ts'
import { hello } from '../../../shared/wire/hello.ts'
import { reads } from '../../../shared/wire/read.ts'
import { wireVersion } from '../../../shared/wire/version.ts'
import { view } from '../../../shared/wire/view.ts'

/**
 * The contract of each version of the wire. When this fails, a message has changed: raise shared/wire/version.ts and add
 * a line here. A line that was released never changes.
 */
const contracts: Record<number, string> = {
  1: '5e027aac0b82a03085f14e1d9ee08e9e',
  2: '38c4c6725f3955ee339c803eefa1dc48',
  3: '200dd4c6778efbcf843b75fd788fdda8',
  4: 'd47776ef2710a05f4982f467394b45c8',
  5: 'ea3d5a0f35a1eedcaaaa6600913c159c',
}

/** What a client may send, as JSON schema. */
function sent() {
  const schemas = { ...commandBodies, ...reads, commandEnvelope, hello, view, fixes, gatewayHello }
  return Object.entries(schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })])
}

/** What the server sends: events, snapshots, answers. They have no schema, so their types are read, without comments. */
function declared() {
  const files = globSync([
    'shared/wire/*.ts',
    'shared/*/{events,types}.ts',
    'shared/kernel/{event,refusal,ids}.ts',
  ])
  return files.sort().flatMap((file) => typesIn(readFileSync(file, 'utf8')))
}

/** The top-level interfaces and types of a formatted source. */
function typesIn(source: string): string[] {
  const lines = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .split('\n')
  const found: string[] = []
  let inside = false
  for (const line of lines) {
    if (/^(export )?(interface|type) /.test(line)) {
      inside = true
      found.push(line)
    } else if (inside && (line === '' || /^[\s})\]>|]/.test(line))) found.push(line)
    else inside = false
  }
  return found
    .map((line) =>
      line
        .replace(/^export /, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
}

/** A frame's bytes. */
function framed() {
  const table = makeLiveTable(4)
  reserve(table, 3)
  const row = { lat: 43.24, lng: 76.94, at: 999_000, accuracy: 5, heading: 90, speed: 1.5 }
  for (const column of ['lat', 'lng', 'at', 'accuracy', 'heading', 'speed'] as const)
    table[column][3] = row[column]
  const header = { tick: 7, at: 1_000_000, keyframe: true, step: 1, detail: true }
  return Buffer.from(encodeFrame(table, [3], [1], header, makeByteWriter())).toString('hex')
}

test('WIRE-8 a change of the contract raises the version of the wire', () => {
  expect(declared().length).toBeGreaterThan(300)
  const contract = JSON.stringify([sent(), declared(), framed(), closeReasons])
  const hash = createHash('sha256').update(contract).digest('hex').slice(0, 32)
  expect(contracts[wireVersion], `the contract of version ${wireVersion} is ${hash}`).toBe(hash)
  expect(new Set(Object.values(contracts)).size).toBe(Object.keys(contracts).length)
})
