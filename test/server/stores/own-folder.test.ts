import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { systemClock } from '../../../server/ports/clock.ts'
import { openStores } from '../../../server/stores/open-stores.ts'

const volume = mkdtempSync(join(tmpdir(), 'serik-volume-'))
afterAll(() => rmSync(volume, { recursive: true, force: true }))

const open = (folder: string) =>
  openStores(readConfig({ DATA_DIR: join(volume, folder) }), systemClock, pino({ level: 'silent' }))

test('NODES-200 servers that share a volume take a folder each, and one that comes anew the first that is free', async () => {
  const made = [await open('*'), await open('*'), await open('*')]
  expect(made.map(({ dataDir }) => dataDir)).toEqual(['1', '2', '3'].map((name) => join(volume, name)))
  await made[1]?.stores.close()
  const again = await open('*')
  expect(again.dataDir).toBe(join(volume, '2'))
  await expect(open('1')).rejects.toThrow('Another Serik server is using')
  for (const { stores } of [...made.filter((_, n) => n !== 1), again]) await stores.close()
})
