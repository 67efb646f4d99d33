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
