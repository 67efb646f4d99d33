import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePipeline } from '../../../server/pipeline/handle-command.ts'
import { type LiveBoard, liveBoard } from '../../../server/pipeline/live-board.ts'
import { startReactors } from '../../../server/pipeline/reactors.ts'
import { systemClock } from '../../../server/ports/clock.ts'
import { type EventLog, StoreUnavailable } from '../../../server/ports/event-log.ts'
import type { Stores } from '../../../server/ports/stores.ts'
import { openEmbedded } from '../../../server/stores/embedded/open.ts'
import { HOUR } from '../../../shared/shifts/types.ts'
import { noon } from '../../kit/given-when-then.ts'
import { virtualClock } from '../../kit/virtual-clock.ts'

let dataDir: string
let stores: Stores
let live: LiveBoard

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'serik-reactors-'))
  stores = await openEmbedded({ dataDir, clock: systemClock })
  live = await liveBoard(stores.log)
})
afterEach(async () => {
  live.stop()
  await stores.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A unit whose shift ends in an hour of a clock that only the test moves. */
async function unitOnDuty(change: { log?: (log: EventLog) => EventLog; early?: number } = {}) {
  const moved = virtualClock(noon)
  const { early = 0 } = change
  const clock = {
    ...moved,
    after: (ms: number, run: () => void) => moved.after(ms > early ? ms - early : ms, run),
  }
  const log = change.log?.(stores.log) ?? stores.log
  const pipeline = makePipeline({ live, log, vault: stores.vault, clock })
  const failed = vi.fn()
  let underWay = 0
  const counted: typeof pipeline = {
    ...pipeline,
    giveOwn(...command) {
      underWay++
      return pipeline.giveOwn(...command).finally(() => underWay--)
    },
  }
  const reactors = startReactors(live, counted, clock, failed)
  const registered = await pipeline.giveOwn('unit', 'RegisterUnit', {
    callSign: 'Алатау-11',
    region: 'almaty',
    mobility: 'car',
  })
  if (!registered.ok) throw new Error(registered.code)
  const [unit] = [...live.board.unit.keys()]
  if (!unit) throw new Error('no unit')
  await pipeline.giveOwn('on duty', 'BookOn', { who: { kind: 'unit', id: unit }, to: noon + HOUR })
  const closedAt = () => live.board.unit.get(unit)?.shift?.closedAt ?? null
  const quiet = () => vi.waitFor(() => expect(underWay).toBe(0))
  return { clock, closedAt, failed, reactors, quiet }
}

test('DUE-8 a timer that strikes a moment early strikes again', async () => {
  const { clock, closedAt, quiet, reactors } = await unitOnDuty({ early: 2 })
  clock.advance(HOUR - 1)
  await quiet()
  expect(closedAt()).toBeNull()
  clock.advance(1)
  await vi.waitFor(() => expect(closedAt()).toBe(noon + HOUR))
  reactors.stop()
})

test('DUE-9 what was due while the store did not answer is done when it does', async () => {
  let answers = true
  let refused = 0
  const { clock, closedAt, failed, reactors } = await unitOnDuty({
    log: (log) => ({
      ...log,
      append(append) {
        if (answers) return log.append(append)
        refused++
        return Promise.reject(new StoreUnavailable('gone'))
      },
    }),
  })
  answers = false
  clock.advance(HOUR)
  await vi.waitFor(() => {
    clock.advance(1_000)
    expect(refused).toBeGreaterThan(2)
  })
  expect(closedAt()).toBeNull()
  answers = true
  await vi.waitFor(() => {
    clock.advance(1_000)
    expect(closedAt()).not.toBeNull()
  })
  expect(failed).not.toHaveBeenCalled()
  reactors.stop()
})
