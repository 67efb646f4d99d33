import { afterAll, beforeAll } from 'vitest'
import { startRedis, type TestRedis } from '../kit/redis.ts'
import { eventLogContract } from './event-log.contract.ts'
import { embedded, onRedis } from './implementations.ts'
import { modelContract } from './model.contract.ts'
import { recordContract } from './record.contract.ts'
import { retentionContract } from './retention.contract.ts'
import { secretsContract } from './secrets.contract.ts'

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis?.stop())

const implementations = { embedded, redis: onRedis(() => redis) }

for (const [name, make] of Object.entries(implementations)) {
  eventLogContract(name, make)
  secretsContract(name, make)
  modelContract(name, make)
  recordContract(name, make)
  retentionContract(name, make)
}
