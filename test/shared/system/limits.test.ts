import { expect, test } from 'vitest'
import { levelOf, limitedFigures, limits } from '../../../shared/system/limits.ts'
import type { NodeFigures } from '../../../shared/system/types.ts'

const quiet: NodeFigures = {
  ...{ desks: 1, devices: 2, appendAge: 8 * 3_600_000, appendsWaiting: 0, appendWait: null },
  ...{ commands: null, fixToDesk: null, loopLag: 0, framesSent: 0, framesDropped: 0, store: null },
  ...{ disk: { free: 50, total: 100 }, relayAge: null },
}

test('SYSTEM-5 a figure is amber beyond its limit and red far beyond it, and one that is not there is neither', () => {
  for (const of of Object.keys(limits) as (keyof typeof limits)[]) {
    const { late, bad } = limits[of]
    expect([null, 0, late, late * 1.001, bad, bad * 1.001].map((value) => levelOf(of, value))).toEqual([
      ...['fine', 'fine', 'fine', 'late', 'late', 'bad'],
    ])
  }
})

test('SYSTEM-6 a quiet night is within every limit; an append that waits, frames passed over and a full disk are not', () => {
  const beyond = (change: Partial<NodeFigures>) =>
    Object.entries(limitedFigures({ ...quiet, ...change })).flatMap(([of, value]) =>
      levelOf(of as keyof typeof limits, value) === 'fine' ? [] : [of],
    )
  expect(beyond({})).toEqual([])
  expect(beyond({ appendsWaiting: 1, appendWait: 3 })).toEqual([])
  expect(beyond({ appendsWaiting: 1, appendWait: 3_000 })).toEqual(['append'])
  expect(beyond({ framesSent: 90, framesDropped: 10 })).toEqual(['framesDropped'])
  expect(beyond({ disk: { free: 2, total: 100 } })).toEqual(['diskTaken'])
  expect(beyond({ relayAge: 4_000 })).toEqual(['relayAge'])
})
