import { openTracks } from '../../server/stores/embedded/tracks.ts'
import { fixAt, trackCarriers } from './track-fixes.ts'

/** A process to be killed: writes tracks without end, an hour in a minute, and prints the times that are on the disk. */
const [, , path, from] = process.argv as [string, string, string, string]
const faster = 60
const startedAt = Date.now()
const clock = {
  now: () => Number(from) + (Date.now() - startedAt) * faster,
  after(ms: number, what: () => void) {
    const timer = setTimeout(what, ms / faster)
    return () => clearTimeout(timer)
  },
}
const tracks = openTracks(path, clock, (sentence) => process.stderr.write(`${sentence}\n`))

for (let at = Number(from); ; at = Math.max(at + 1, clock.now())) {
  for (const carrier of trackCarriers) {
    const { lat, lng, accuracy, speed } = fixAt(carrier, at)
    tracks.append(carrier, at, lat, lng, accuracy, speed)
  }
  await tracks.flush()
  process.stdout.write(`${at}\n`)
  await new Promise((done) => setTimeout(done, 1))
}
