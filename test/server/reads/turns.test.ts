import { expect, test } from 'vitest'
import { inTurns } from '../../../server/reads/turns.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'

test('READ-11 long answers come one by one with room between, and who asks faster than that is held back', async () => {
  const turn = inTurns()
  const order: string[] = []
  const answer = (name: string) => () => {
    order.push(name)
    return name
  }
  const asked = [
    ...Array.from({ length: 10 }, (_, n) => turn('eager', answer(`eager ${n}`))),
    turn('other', answer('other')),
  ]
  await asked[0]
  setImmediate(() => order.push('somebody else’s call'))
  const answers = await Promise.all(asked)
  expect(answers.filter(isRefusal)).toHaveLength(4)
  expect(order.filter((name) => name.startsWith('eager'))).toHaveLength(6)
  expect(order.at(-1)).toBe('other')
  expect(order.indexOf('somebody else’s call')).toBeLessThan(order.length - 1)
  expect(await turn('eager', answer('again'))).toBe('again')
  await expect(turn('eager', () => JSON.parse('{'))).rejects.toThrow(SyntaxError)
  expect(await turn('other', answer('goes on'))).toBe('goes on')
})

test('READ-11 an answer that waits for something holds the next one back until it is there', async () => {
  const turn = inTurns()
  const { promise, resolve } = Promise.withResolvers<string>()
  const order: string[] = []
  const first = turn('one', () => promise).then((said) => order.push(String(said)))
  const second = turn('other', () => order.push('second begins'))
  await new Promise((done) => setImmediate(done))
  expect(order).toEqual([])
  resolve('first is there')
  await Promise.all([first, second])
  expect(order).toEqual(['first is there', 'second begins'])
})
