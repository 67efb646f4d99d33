import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Stores } from '../../server/ports/stores.ts'
import { recordSeal } from '../../server/stores/signing-key.ts'
import { belongsTo } from '../../shared/board/record-scope.ts'
import { verifyExport } from '../../shared/record/verify-export.ts'
import { webProofs } from '../../shared/record/web-proofs.ts'
import { exportLines } from '../../shared/record/write-export.ts'
import { anAppend } from './append.ts'
import type { StoreUnderTest } from './implementations.ts'

/** A signed export out of every store, by its operation and by its time. */
export function recordContract(name: string, make: () => StoreUnderTest): void {
  describe(`record: ${name}`, () => {
    let store: StoreUnderTest
    let stores: Stores
    beforeEach(async () => {
      store = make()
      stores = await store.open()
      for (const operation of ['op-1', 'op-2', 'op-1']) {
        const keys = [`operation:${operation}` as const]
        const data = { operation, number: 1, region: 'almaty', title: operation }
        await stores.log.append(anAppend([], { facts: [{ type: 'OperationOpened', keys, data }] }))
        await stores.log.append(anAppend([['unit:k-14']]))
      }
    })
    afterEach(() => store.remove())

    async function exported(scope: Parameters<typeof belongsTo>[0]): Promise<string> {
      const seal = recordSeal(randomBytes(32).toString('base64'))
      async function* pages() {
        for (let after = 0; after < (await stores.log.head()).seq; after += 2)
          yield await stores.log.sealed(after, 2)
      }
      let text = ''
      for await (const line of exportLines({
        ...{ pages: pages(), header: { at: 1, by: 'auditor', scope }, anchors: new Set<number>(), seal },
        belongs: belongsTo(scope),
      }))
        text += line
      return text
    }

    test('RECORD-201 the export of an operation holds its records, proves the whole chain and ends at the store’s head', async () => {
      const text = await exported({ operation: 'op-1', number: 1 })
      const verdict = await verifyExport(text, webProofs)
      expect(verdict).toMatchObject({ ok: true, export: { records: 2, head: await stores.log.head() } })
      expect(text).not.toContain('op-2')
    })

    test('RECORD-202 an export of all time leaves nothing out', async () => {
      const verdict = await verifyExport(await exported({ from: 0, to: Number.MAX_SAFE_INTEGER }), webProofs)
      expect(verdict).toMatchObject({ ok: true, export: { records: 6, leftOut: 0 } })
    })
  })
}
