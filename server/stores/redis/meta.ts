import type { Meta } from '../../ports/stores.ts'
import { ask, type Redis } from './connection.ts'

export function metaStore(client: Redis, prefix: string): Meta {
  const all = `${prefix}:meta`
  return {
    get: (name) => ask(client.hGet(all, name)),
    async put(name, value) {
      await ask(client.hSet(all, name, value))
    },
    async claim(name, value) {
      await ask(client.hSetNX(all, name, value))
      return (await ask(client.hGet(all, name))) as string
    },
  }
}
