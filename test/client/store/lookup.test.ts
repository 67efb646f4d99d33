import { expect, test, vi } from 'vitest'
import { makeLookup } from '../../../client/store/lookup.ts'

const nobody = () => {}
function asking(answer: (ids: string[]) => Record<string, string> | null) {
  const asked: string[][] = []
  const lookup = makeLookup(async (ids) => {
    asked.push(ids)
    return answer(ids)
  })
  return { asked, lookup }
}
const echo = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, `name of ${id}`]))

test('BOARD-9 asks once for all names that one turn wants, and calls each row back', async () => {
  const { asked, lookup } = asking(echo)
  const heard: string[] = []
  for (const id of ['a', 'b', 'a']) lookup.want(id, () => heard.push(id))
  await vi.waitFor(() => expect(lookup.get('b')).toBe('name of b'))
  lookup.want('a', nobody)
  await Promise.resolve()
  expect(asked).toEqual([['a', 'b']])
  expect(heard.sort()).toEqual(['a', 'a', 'b'])
})

test('BOARD-9 one question holds at most 500 ids', async () => {
  const { asked, lookup } = asking(echo)
  for (let i = 0; i < 1_200; i++) lookup.want(`a${i}`, nobody)
  await vi.waitFor(() => expect(lookup.get('a1199')).toBeDefined())
  expect(asked.map(({ length }) => length)).toEqual([500, 500, 200])
})

test('BOARD-9 what is on its way is not asked a second time', async () => {
  const asked: string[][] = []
  const lookup = makeLookup((ids) => {
    asked.push(ids)
    return new Promise(() => {})
  })
  lookup.want('a', nobody)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  lookup.want('a', nobody)
  lookup.want('b', nobody)
  await vi.waitFor(() => expect(asked).toEqual([['a'], ['b']]))
})

test('BOARD-10 a question without an answer is asked again, for what is still wanted', async () => {
  vi.useFakeTimers()
  let down = true
  const { asked, lookup } = asking((ids) => (down ? null : echo(ids)))
  const leave = lookup.want('gone', nobody)
  lookup.want('a', nobody)
  await vi.advanceTimersByTimeAsync(1_000)
  leave()
  down = false
  await vi.advanceTimersByTimeAsync(2_000)
  vi.useRealTimers()
  expect(lookup.get('a')).toBe('name of a')
  expect(asked).toEqual([['gone', 'a'], ['a']])
})

test('BOARD-10 what was not given is asked again after the next greeting only', async () => {
  let given = {}
  const { asked, lookup } = asking(() => given)
  lookup.want('a', nobody)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  lookup.want('a', nobody)
  given = { a: 'name' }
  lookup.again()
  await vi.waitFor(() => expect(lookup.get('a')).toBe('name'))
  expect(asked).toHaveLength(2)
})

test('BOARD-11 with other rights nothing known before holds, not even an answer on its way', async () => {
  const answers: ((names: Record<string, string>) => void)[] = []
  const lookup = makeLookup(() => new Promise((resolve) => answers.push(resolve)))
  lookup.want('a', nobody)
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  lookup.forget()
  answers[0]?.({ a: 'old' })
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  expect(lookup.get('a')).toBeUndefined()
  answers[1]?.({ a: 'new' })
  await vi.waitFor(() => expect(lookup.get('a')).toBe('new'))
})
