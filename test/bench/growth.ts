import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { rehearseAtScale, type ScaleFigures } from '../../server/rehearsal/scale/rehearse.ts'
import { type Bench, measured } from './kit.ts'

/**
 * What the server needs as the city grows. Everybody reports as often in the large city as in the small one, and the same
 * share has a phone: a city grows by people, not by people who fall silent. So the fixes a second grow with it.
 */
export const bench: Bench = async function* ({ quick }) {
  const [small, large] = quick ? [200, 2_000] : [5_000, 50_000]
  const minutes = quick ? 0.1 : 1
  const few = await city(small, minutes)
  const many = await city(large, minutes)
  const { server, options, verdict, counts } = many.figures
  const wrong = verdict.lost > 0 ? `${verdict.lost} positions lost` : null
  const name = `${options.assistants} on duty, ${options.sockets} on sockets, ${options.desks} desks`
  const plain = { better: 'lower' as const, wrong }
  const goals = quick
    ? {}
    : { goal: 'P10: at most 400 MB', met: (_: number, megabytes: number) => megabytes <= 400 }
  yield measured({
    case: `${name}, memory of the server`,
    ours: server.rss / 2 ** 20,
    unit: 'MB',
    ...plain,
    ...goals,
  })
  yield measured({
    case: `${name}, memory of a further socket`,
    ours: server.perSocket,
    unit: 'bytes',
    ...plain,
  })
  yield measured({
    case: `cost of a fix at ${large} on duty against ${small}`,
    ...{
      ours: server.cpuPerMillion,
      peer: few.figures.server.cpuPerMillion,
      unit: 'CPU-s per million fixes',
      ...plain,
    },
    ...(quick ? {} : { goal: 'P10: at most a fifth more', met: (ratio: number) => ratio >= 1 / 1.2 }),
  })
  yield measured({
    case: `log of a day of 83 events a second (docs/NODES.md)`,
    ...{ ours: (83 * 86_400 * many.bytesPerEvent) / 2 ** 30, unit: 'GB', ...plain },
  })
  yield measured({
    case: `tracks, ${counts.accepted} fixes of ${options.assistants} people`,
    ...{ ours: many.trackBytes / counts.accepted, unit: 'bytes per fix', ...plain },
  })
}

interface City {
  figures: ScaleFigures
  bytesPerEvent: number
  trackBytes: number
}

async function city(assistants: number, minutes: number): Promise<City> {
  const dataDir = mkdtempSync(join(tmpdir(), 'serik-bench-'))
  const size = { assistants, units: assistants / 10, sockets: assistants / 25, desks: 5, seed: 7, speed: 1 }
  try {
    const until = { minutes, sooner: new AbortController().signal }
    const figures = await rehearseAtScale({ ...size, dataDir }, until, () => {})
    const bytes = (file: string) => statSync(join(dataDir, file)).size
    const log = new DatabaseSync(join(dataDir, 'log.db'), { readOnly: true })
    const events = log.prepare('SELECT max(seq) AS seq FROM records').get()?.seq as number
    log.close()
    return { figures, bytesPerEvent: bytes('log.db') / events, trackBytes: bytes('tracks.db') }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
