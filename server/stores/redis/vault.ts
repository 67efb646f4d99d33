import type { Id } from '../../../shared/kernel/ids.ts'
import type { Vault } from '../../ports/secrets.ts'
import type { VaultCipher } from '../vault-cipher.ts'
import { ask, type Redis } from './connection.ts'
import { run, script } from './script.ts'

/** A person's hash: `key` is the wrapped key, `box:<field>` a sealed field, `tokens:<field>` a JSON list of its tokens. */
const putScript = script(`
  -- KEYS  the person's hash
  -- ARGV  prefix of the sets token -> people, person, wrapped key, JSON [{field, box, tokens}]
  -- Gives the key that stands when it is not the one the boxes were sealed with; then nothing is written.
  local key = redis.call('HGET', KEYS[1], 'key')
  if key and key ~= ARGV[3] then return key end
  redis.call('HSET', KEYS[1], 'key', ARGV[3])
  for _, put in ipairs(cjson.decode(ARGV[4])) do
    local before = redis.call('HGET', KEYS[1], 'tokens:' .. put.field)
    for _, token in ipairs(cjson.decode(before or '[]')) do redis.call('SREM', ARGV[1] .. token, ARGV[2]) end
    for _, token in ipairs(put.tokens) do redis.call('SADD', ARGV[1] .. token, ARGV[2]) end
    redis.call('HSET', KEYS[1], 'box:' .. put.field, put.box, 'tokens:' .. put.field, cjson.encode(put.tokens))
  end
  return ARGV[3]
`)

const eraseScript = script(`
  -- KEYS  the person's hash      ARGV  prefix of the sets token -> people, person
  local all = redis.call('HGETALL', KEYS[1])
  for i = 1, #all, 2 do
    if string.sub(all[i], 1, 7) == 'tokens:' then
      for _, token in ipairs(cjson.decode(all[i + 1])) do redis.call('SREM', ARGV[1] .. token, ARGV[2]) end
    end
  end
  redis.call('DEL', KEYS[1])
`)

const boxPrefix = 'box:'
const atOnce = 40

export function vaultStore(client: Redis, prefix: string, cipher: VaultCipher): Vault {
  const keyOf = (person: Id) => `${prefix}:vault:${person}`
  const indexPrefix = `${prefix}:vault-index:`

  async function read(person: Id): Promise<Record<string, string> | null> {
    const { key, ...stored } = await ask(client.hGetAll(keyOf(person)))
    if (key === undefined) return null
    const { open } = cipher.withKey(person, Buffer.from(key, 'base64'))
    const fields: Record<string, string> = {}
    for (const [name, box] of Object.entries(stored)) {
      if (!name.startsWith(boxPrefix)) continue
      const field = name.slice(boxPrefix.length)
      fields[field] = open(field, Buffer.from(box, 'base64'))
    }
    return Object.keys(fields).length > 0 ? fields : null
  }

  async function put(person: Id, fields: Record<string, string>): Promise<void> {
    let wrapped = (await ask(client.hGet(keyOf(person), 'key'))) ?? cipher.newKey(person).toString('base64')
    for (;;) {
      const { seal } = cipher.withKey(person, Buffer.from(wrapped, 'base64'))
      const puts = Object.entries(fields).map(([field, text]) => ({
        field,
        box: seal(field, text).toString('base64'),
        tokens: cipher.tokens(field, text),
      }))
      const args = [indexPrefix, person, wrapped, JSON.stringify(puts)]
      const standing = (await ask(run(client, putScript, [keyOf(person)], args))) as string
      if (standing === wrapped) return
      wrapped = standing
    }
  }

  return {
    keyedHash: cipher.keyedHash,
    put,
    async putMany(rows) {
      // Sent at once, so that they share the disk's commits.
      for (let at = 0; at < rows.length; at += atOnce)
        await Promise.all(rows.slice(at, at + atOnce).map(({ of, fields }) => put(of, fields)))
    },
    get: read,
    async getMany(people) {
      const found = new Map<Id, Record<string, string>>()
      const rows = await Promise.all(people.map(async (person) => [person, await read(person)] as const))
      for (const [person, fields] of rows) if (fields) found.set(person, fields)
      return found
    },
    async find(term, limit) {
      const tokens = cipher.queryTokens(term)
      if (tokens.length === 0) return []
      const people = await ask(client.sInter(tokens.map((token) => indexPrefix + token)))
      return people.sort().slice(0, limit)
    },
    async erase(person) {
      await ask(run(client, eraseScript, [keyOf(person)], [indexPrefix, person]))
    },
  }
}
