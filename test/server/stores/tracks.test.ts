import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TrackStore } from '../../../server/ports/track-store.ts'
import { openTracks } from '../../../server/stores/embedded/tracks.ts'

let dir: string
let tracks: TrackStore
let runDue: () => void
const warnings: string[] = []

const clock = {
  now: () => 0,
  after: (_: number, run: () => void) => {
    runDue = run
    return () => {}
  },
}
const open = () => openTracks(join(dir, 'tracks.db'), clock, (sentence) => warnings.push(sentence))
const point = (at: number) => ({ at, lat: 43.238949, lng: 76.889709, accuracy: 5 })

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'serik-tracks-'))
  tracks = open()
})
afterEach(async () => {
  await tracks.close()
  rmSync(dir, { recursive: true, force: true })
})

test('STORE-5 a track comes back exactly, in order of time, one point per time, both ends included', async () => {
  tracks.append('a', { ...point(30), speed: 1.25 })
  tracks.append('a', point(10))
  tracks.append('b', point(20))
  tracks.append('a', { ...point(10), lat: 0 })
  expect(await tracks.read('a', 0, 100)).toEqual([point(10), { ...point(30), speed: 1.25 }])
  expect(await tracks.read('a', 10, 29)).toEqual([point(10)])
  expect(await tracks.read('nobody', 0, 100)).toEqual([])
})

test('STORE-6 buffered points are on the disk after a second, and after a close', async () => {
  tracks.append('a', point(1))
  const reader = open()
  expect(await reader.read('a', 0, 9)).toEqual([])
  runDue()
  expect(await reader.read('a', 0, 9)).toEqual([point(1)])
  await reader.close()
  tracks.append('a', point(2))
  await tracks.close()
  tracks = open()
  expect(await tracks.read('a', 0, 9)).toEqual([point(1), point(2)])
})

test('STORE-7 retention deletes what is older and says how many points went', async () => {
  for (let carrier = 0; carrier < 120; carrier++)
    for (const at of [1, 2, 3]) tracks.append(`c${carrier}`, point(at))
  expect(await tracks.forget(3)).toBe(240)
  expect(await tracks.forget(3)).toBe(0)
  expect(await tracks.read('c7', 0, 9)).toEqual([point(3)])
})

test('STORE-15 while the disk takes nothing a track is read all the same, what waits for the disk included', async () => {
  tracks.append('a', point(10))
  await tracks.flush()
  // A point that this disk will never take stands for a full one.
  tracks.append('b', point(1.5))
  tracks.append('a', point(30))
  tracks.append('a', point(20))
  tracks.append('a', point(10))
  expect(await tracks.read('a', 0, 25)).toEqual([point(10), point(20)])
  expect(warnings.at(-1)).toMatch(/^Tracks cannot be written to \S+: .+\.$/)
})
