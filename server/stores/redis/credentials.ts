import type { CredentialStore, Credentials } from '../../ports/secrets.ts'
import { ask, type Redis } from './connection.ts'
import { run, script } from './script.ts'

const putScript = script(`
  -- KEYS  hash account -> credentials, hash login -> account      ARGV  account, login, credentials as JSON
  local holder = redis.call('HGET', KEYS[2], ARGV[2])
  if holder and holder ~= ARGV[1] then return 0 end
  local before = redis.call('HGET', KEYS[1], ARGV[1])
  if before then redis.call('HDEL', KEYS[2], cjson.decode(before).login) end
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
  redis.call('HSET', KEYS[2], ARGV[2], ARGV[1])
  return 1
`)

export function credentialStore(client: Redis, prefix: string): CredentialStore {
  const accounts = `${prefix}:credentials`
  const logins = `${prefix}:logins`
  const byAccount = async (account: string) => {
    const text = await ask(client.hGet(accounts, account))
    return text ? (JSON.parse(text) as Credentials) : null
  }
  return {
    async put(credentials) {
      const { account, login } = credentials
      const args = [account, login, JSON.stringify(credentials)]
      return (await ask(run(client, putScript, [accounts, logins], args))) === 1
    },
    async byLogin(login) {
      const account = await ask(client.hGet(logins, login))
      return account ? byAccount(account) : null
    },
    byAccount,
  }
}
