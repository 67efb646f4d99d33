import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { makePipeline } from '../pipeline/handle-command.ts'
import { liveBoard } from '../pipeline/live-board.ts'
import { systemClock } from '../ports/clock.ts'
import { erasePeople } from '../retention/erase-people.ts'
import { runRetention } from '../retention/run-retention.ts'
import { openStores } from '../stores/open-stores.ts'

/** What the server does once a day, done now: for a store whose server is stopped. A dry run deletes nothing. */
export async function retention(env: Record<string, string | undefined>, dryRun: boolean): Promise<string> {
  const config = readConfig(env)
  const clock = systemClock
  const { stores } = await openStores(config, clock, pino({ level: 'silent' }))
  try {
    const faults: unknown[] = []
    const erasing = erasePeople(stores, (fault) => faults.push(fault))
    const live = await liveBoard(stores.log, (events) => dryRun || erasing.take(events))
    const pipeline = makePipeline({ live, log: stores.log, vault: stores.vault, clock })
    const tracksKeptFor = config.TRACKS_KEPT_DAYS * 24 * 3_600_000
    const counts = await runRetention({ live, pipeline, stores, clock, tracksKeptFor }, { dryRun })
    live.stop()
    await erasing.done()
    if (faults.length > 0) throw faults[0]
    const { tracks, files, sessions, codes, reasons } = counts
    return (
      `${dryRun ? 'Would delete' : 'Deleted'}: ${tracks} points of tracks, the personal data of ${files} files, ` +
      `${reasons} reasons, ${sessions} sessions, ${codes} codes.`
    )
  } finally {
    await stores.close()
  }
}
