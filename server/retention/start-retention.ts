import type { Millis } from '../../shared/kernel/ids.ts'
import { lastRun, type RetentionParts, runRetention } from './run-retention.ts'

const DAY: Millis = 24 * 3_600_000
/** After a start the desks come first. */
const notBefore: Millis = 10 * 60_000

/** Once a day on every node, and soon after a start that comes late. */
export function startRetention(
  parts: RetentionParts,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  const { clock, stores } = parts
  let cancel = () => {}
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  async function plan(): Promise<void> {
    const last = Number((await stores.meta.get(lastRun(stores.tracks.name))) ?? 0)
    if (stopped) return
    const wait = Math.min(DAY, Math.max(notBefore, last + DAY - clock.now()))
    cancel = clock.after(wait, () => {
      running = run()
    })
  }

  async function run(): Promise<void> {
    await runRetention(parts).catch(failed)
    if (!stopped) await plan().catch(failed)
  }

  running = plan().catch(failed)
  return {
    async stop() {
      stopped = true
      cancel()
      await running
    },
  }
}
