import { expect, test } from 'vitest'
import { ownerOf } from '../../../server/positions/rendezvous.ts'

const nodes = ['node-a', 'node-b', 'node-c']
const carriers = Array.from({ length: 3000 }, (_, n) => `assistant-${n}`)
const ownedBy = (node: string, among: string[]) => carriers.filter((id) => ownerOf(id, among) === node)

test('NODE-4 carriers are judged by one node each, the same whoever asks, split evenly; when a node goes only its own move', () => {
  const owned = nodes.map((node) => ownedBy(node, nodes))
  expect(new Set(owned.flat()).size).toBe(carriers.length)
  for (const { length } of owned) expect(Math.abs(length - 1000)).toBeLessThan(100)
  const reversed = [...nodes].reverse()
  expect(nodes.map((node) => ownedBy(node, reversed))).toEqual(owned)

  const left = ['node-a', 'node-c']
  const [a, b, c] = owned
  for (const [node, before] of [
    ['node-a', a],
    ['node-c', c],
  ] as const) {
    const now = ownedBy(node, left)
    expect(now).toEqual(expect.arrayContaining(before ?? []))
    const taken = now.length - (before?.length ?? 0)
    expect(Math.abs(taken - (b?.length ?? 0) / 2)).toBeLessThan(75)
  }
  expect(ownedBy('node-a', ['node-a'])).toEqual(carriers)
})
