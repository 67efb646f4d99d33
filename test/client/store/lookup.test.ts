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

test('BOARD-10 what was not answered is asked again after a cut, if it is still wanted', async () => {
  let down = true
  const { asked, lookup } = asking((ids) => (down ? null : echo(ids)))
  const leave = lookup.want('gone', nobody)
  lookup.want('a', nobody)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  leave()
  down = false
  lookup.again()
  await vi.waitFor(() => expect(lookup.get('a')).toBe('name of a'))
  expect(asked).toEqual([['gone', 'a'], ['a']])
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
