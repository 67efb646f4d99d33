import { setTimeout as wait } from 'node:timers/promises'
import { addUp, type Counts } from '../../../rehearsal/counts.ts'
import type { Verdict } from '../../../rehearsal/judge.ts'
import type { Member } from './crew.ts'

/** What the desks of one process saw; `frames` to `cuts` are added up over them. */
export interface DesksReport {
  verdict: Verdict
  figures: { frames: number; bytes: number; shown: number; refused: number; cuts: number }
  counts: Counts
  alarms: Set<string>
}

/** For what is on its way: the last frames of two ticks, and what a busy machine holds up. */
const settle = 1_500
/** A message without an answer by then has none. */
const patience = 12_000

/** What the senders did so far, and where they say that everybody is (four numbers each, rehearsal/told.ts). */
export async function reportsOf(senders: Member[]): Promise<{ counts: Counts; all: Float64Array }> {
  const reports = await Promise.all(
    senders.map((sender) => {
      const heard = sender.hear<{ counts: Counts; all: Float64Array }>('report')
      sender.say({ report: true })
      return heard
    }),
  )
  const all = new Float64Array(reports.reduce((sum, one) => sum + one.all.length, 0))
  let at = 0
  for (const one of reports) {
    all.set(one.all, at)
    at += one.all.length
  }
  return { counts: addUp(reports.map(({ counts }) => counts)), all }
}

/** After the last fix: once every one has its answer and two ticks are over, what the desks make of it. */
export async function judged(senders: Member[], watchers: Member[]) {
  const since = performance.now()
  let last = await reportsOf(senders)
  while (performance.now() - since < patience) {
    await wait(settle)
    last = await reportsOf(senders)
    const { fixes, accepted, dropped } = last.counts
    if (fixes <= accepted + Object.values(dropped).reduce((sum, times) => sum + times, 0)) break
  }
  await wait(settle)
  const seen = await Promise.all(
    watchers.map((watcher) => {
      const heard = watcher.hear<DesksReport>('report')
      watcher.say({ end: last.all })
      return heard
    }),
  )
  return { counts: last.counts, seen }
}
