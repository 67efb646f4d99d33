import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { ThreadEnded } from '../../../server/own-thread.ts'
import { staffingThread } from '../../../server/staffing/staffing-thread.ts'
import type { PairingRequest } from '../../../shared/matching/types.ts'
import type { Staffing } from '../../../shared/pairing/solve-staffing.ts'
import { solveStaffing } from '../../../shared/pairing/solve-staffing.ts'
import { chance } from '../../bench/kit.ts'
import { clustered, spreadOut } from '../../shared/matching/instances.ts'

const faults: unknown[] = []
const thread = staffingThread((error) => faults.push(error))
afterAll(thread.close)

/** Every second of the assistants may not go. */
function staffingOf({ assistants, ...request }: PairingRequest, before?: Staffing['before']): Staffing {
  return {
    ...request,
    assistants: assistants.filter((_, n) => n % 2 === 0),
    refused: assistants.filter((_, n) => n % 2 === 1).map(({ id, at }) => ({ id, at })),
    before,
  }
}

test('PAIR-8 a proposal solved on the thread is the one solved in place, from nothing and from the last', async () => {
  const requests = fc.oneof(spreadOut, clustered)
  await fc.assert(
    fc.asyncProperty(requests, requests, async (first, next) => {
      const begun = await thread.solve(staffingOf(first))
      expect(begun).toEqual(solveStaffing(staffingOf(first)))
      const again = staffingOf(next, begun.remembered)
      expect(await thread.solve(again)).toEqual(solveStaffing(again))
    }),
    { numRuns: 200 },
  )
}, 30_000)

test('PAIR-8 solving for thousands of people costs the event loop a fraction of what it takes', async () => {
  const random = chance(7)
  const at = () => ({ lat: 43.2 + random() / 10, lng: 76.8 + random() / 5 })
  const staffing = staffingOf({
    places: Array.from({ length: 200 }, (_, n) => ({ id: `place-${n}`, at: at(), slots: [{}, {}, {}] })),
    units: Array.from({ length: 300 }, (_, n) => ({ id: `unit-${n}`, at: at(), speedMps: 8 })),
    assistants: Array.from({ length: 20_000 }, (_, n) => ({
      ...{ id: `assistant-${n}`, at: at(), skills: n % 3 ? [] : ['driver'], restHours: 12 },
    })),
  })
  await thread.solve(staffing)
  const costs = async (work: () => unknown) => {
    const before = process.threadCpuUsage()
    await work()
    const { user, system } = process.threadCpuUsage(before)
    return user + system
  }
  const here = await costs(() => solveStaffing(staffing))
  const there = await costs(() => thread.solve(staffing))
  expect(there / here).toBeLessThan(0.3)
}, 30_000)

test('PAIR-9 a thread that ends answers whoever waits, and the next question starts another', async () => {
  const staffing = staffingOf({
    places: [{ id: 'gate', at: { lat: 43.2, lng: 76.9 }, slots: [{}] }],
    units: [{ id: 'u', at: { lat: 43.2, lng: 76.9 } }],
    assistants: [],
  })
  const own = staffingThread((error) => faults.push(error))
  const started = nextWorker()
  const first = own.solve(staffing)
  const second = own.solve(staffing)
  void (await started).terminate()
  await expect(first).rejects.toThrow(ThreadEnded)
  await expect(second).rejects.toThrow(ThreadEnded)
  expect(faults.splice(0)).toEqual([expect.any(ThreadEnded), expect.any(ThreadEnded)])
  expect(await own.solve(staffing)).toEqual(solveStaffing(staffing))

  const impossible = { ...staffing, units: [{ ...staffing.units[0], id: 'u', speedMps: 0 }] }
  await expect(own.solve(impossible as Staffing)).rejects.toThrow('nobody arrives at 0 m/s')
  expect(faults.splice(0)).toHaveLength(1)
  expect(await own.solve(staffing)).toEqual(solveStaffing(staffing))

  // The first may be quicker than the end.
  const asked = Promise.allSettled(Array.from({ length: 500 }, () => own.solve(staffing)))
  await own.close()
  expect((await asked).at(-1)).toMatchObject({ status: 'rejected', reason: expect.any(ThreadEnded) })
  await expect(own.solve(staffing)).rejects.toThrow(ThreadEnded)
  expect(faults).toEqual([])
})

const nextWorker = () =>
  new Promise<import('node:worker_threads').Worker>((done) => process.once('worker', done))
