import { expect, test } from 'vitest'
import { delayOf, type Memory, makeJudge, remember } from '../../../rehearsal/judge.ts'
import { makeLiveTable, reserve } from '../../../shared/positions/live-table.ts'

const view = { south: 43.1, west: 76.7, north: 43.4, east: 77.2, zoom: 14 }
const pixel = 360 / 256 / 2 ** view.zoom
const here = { lat: 43.24, lng: 76.9 }

/** A desk that shows no 3 since second 0; `told` and `shows` are so many pixels north of there, at a second. */
function desk() {
  const memory: Memory = new Map()
  const table = makeLiveTable()
  reserve(table, 3)
  const judge = makeJudge(memory, view)
  const told = (north: number, second: number) =>
    remember(memory, Float64Array.of(3, second * 1000, here.lat + north * pixel, here.lng))
  const shows = (north: number, second: number) => {
    table.at[3] = second * 1000
    table.lat[3] = here.lat + north * pixel
    table.lng[3] = here.lng
    const header = { tick: 1, at: second * 1000, keyframe: false, step: 2, detail: true }
    judge.saw({ ...header, changed: Uint32Array.of(3), removed: new Uint32Array() }, table, second * 1000)
  }
  const look = (second: number) => judge.judge(table, second * 1000)
  told(0, 0)
  shows(0, 0.1)
  look(2)
  const end = (...row: number[]) => judge.end(table, Float64Array.from(row))
  return { told, shows, look, end, verdict: judge.verdict }
}

test('SCALE-4 a fix that moved a pixel has the time until the frame that shows it', () => {
  const { told, shows, look, verdict } = desk()
  told(2, 10)
  shows(2, 10.12)
  look(12)
  expect(delayOf(verdict, 0.5)).toBe(120)
  expect(verdict).toMatchObject({ wrong: 0, late: 0 })
})

test('SCALE-4 a place that nobody has told is wrong', () => {
  const { told, shows, look, verdict } = desk()
  told(2, 10)
  shows(5, 10.1)
  look(12)
  expect(verdict.wrong).toBe(1)
})

test('SCALE-4 a place more than a pixel from what was told two ticks before is late, once for each fix', () => {
  const { told, look, verdict } = desk()
  told(2, 10)
  look(10.4)
  expect(verdict.late).toBe(0)
  look(11)
  look(12)
  expect(verdict.late).toBe(1)
  told(2.5, 14)
  look(15)
  expect(verdict.late).toBe(2)
})

test('SCALE-4 at the end a place more than a pixel from the truth is lost, and one that is not shown; out of view none is', () => {
  const { end, verdict } = desk()
  end(3, 20_000, here.lat + 0.9 * pixel, here.lng)
  expect(verdict).toMatchObject({ checked: 1, lost: 0 })
  end(3, 20_000, here.lat + 1.1 * pixel, here.lng)
  end(7, 20_000, here.lat, here.lng)
  end(8, 20_000, 51, here.lng)
  expect(verdict).toMatchObject({ checked: 3, lost: 2 })
})
