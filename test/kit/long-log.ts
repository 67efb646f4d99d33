import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openEmbedded } from '../../server/stores/embedded/open.ts'
import { bodiesOf, chain, emptyHead, type LogRecord } from '../../server/stores/record.ts'

const clock = { now: () => 0, after: () => () => {} }
const start = Date.UTC(2026, 2, 2)

/** An embedded store whose log holds so many true records, written past the store, which would take long. */
export async function longLog(dataDir: string, records: number): Promise<void> {
  await (await openEmbedded({ dataDir, clock })).close()
  const database = new DatabaseSync(join(dataDir, 'log.db'))
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  const add = database.prepare('INSERT INTO records (seq, body, crc, hash) VALUES (?, ?, ?, ?)')
  let head: LogRecord = { ...emptyHead, body: '', crc: 0 }
  for (let n = 1; n <= records; n++) {
    const [body = ''] = bodiesOf({
      ...{ commandId: `command-${n}`, fingerprint: '', at: start + n * 1_000 },
      by: { kind: 'staff', id: `officer-${n % 40}` },
      facts: [
        {
          type: n % 1_000 === 0 ? 'OperationOpened' : 'StepTaken',
          keys: [`task:task-${n % 500}`, `assistant:a-${n % 600}`],
          data: {
            task: `task-${n % 500}`,
            title: n % 1_000 === 0 ? `Операция ${n}` : undefined,
            to: 'on-scene',
          },
        },
      ],
      read: { keys: [], at: 0 },
    })
    head = chain(head, body)
    add.run(head.seq, head.body, head.crc, head.hash)
  }
  database.exec('COMMIT')
  database.close()
}
