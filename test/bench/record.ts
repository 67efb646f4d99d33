import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { verify } from '../../server/cli/verify.ts'
import { scanThread } from '../../server/stores/scan/scan-thread.ts'
import { longLog } from '../kit/long-log.ts'
import type { Bench } from './kit.ts'

const nothing = { from: null, to: null, actor: null, notBy: null, what: null, about: null, keys: null }
const figures = { peer: null, ratio: null }

/** A long log: proved by the command line, and searched while somebody else works. */
export const bench: Bench = async function* ({ quick }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-record-'))
  try {
    const records = quick ? 100_000 : 1_000_000
    await longLog(dataDir, records)
    const began = performance.now()
    const { ok } = await verify({ dataDir })
    const seconds = (performance.now() - began) / 1000
    const shown = records.toLocaleString('en')
    yield {
      ...{ case: `verify, ${shown} records`, ours: seconds, ...figures, unit: 's', goal: '< 60' },
      met: ok && seconds < 60,
    }
    const scan = scanThread({
      ...{ dataDir, signingKey: randomBytes(32).toString('base64') },
      vaultKey: readFileSync(join(dataDir, 'vault.key'), 'utf8').trim(),
    })
    const look = (words: string, top: number) =>
      scan.look({
        ...{ chain: 'log', top, floor: Math.max(0, top - 200_000), limit: 500 },
        wanted: { ...nothing, text: { words, types: [], ids: [] } },
      })
    await look('warm', 1_000)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await sleep(1_000)
    const idle = delay.percentile(99) / 1e6
    delay.reset()
    const from = performance.now()
    await look('nothing says this', records)
    const took = (performance.now() - from) / 1000
    delay.disable()
    await scan.close()
    yield { case: 'search of 200,000 records', ours: took, ...figures, unit: 's', goal: '< 5', met: took < 5 }
    const late = delay.percentile(99) / 1e6
    yield {
      ...{ case: 'event loop meanwhile, 99th percentile; the peer is idle', ours: late, peer: idle },
      ...{ ratio: idle / late, unit: 'ms', goal: '20 ms above idle at most', met: late < idle + 20 },
    }
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}
