import { expect, test, vi } from 'vitest'
import { clueShapes } from '../../../client/field/clue-shapes.ts'
import type { BoardStore } from '../../../client/store/board-store.ts'
import { makeLookup } from '../../../client/store/lookup.ts'
import { emptyBoard } from '../../../shared/board/board.ts'
import type { Clue } from '../../../shared/search/case/case-types.ts'

const at = { lat: 43.2, lng: 76.9 }
const words = (text: string) => JSON.stringify({ ...at, text: JSON.stringify({ kind: 'item', words: text }) })
const clue = (number: number, operation: string, released: string | null) =>
  ({
    ...{ id: `c${number}`, number, operation },
    released: released === null ? null : { text: released, name: released },
  }) as unknown as Clue

function phoneWith(clues: Clue[], said: Record<string, string>) {
  const board = emptyBoard()
  for (const one of clues) board.clue.set(one.id, one)
  const asked: string[] = []
  const texts = makeLookup(async (ids) => {
    asked.push(...ids)
    return Object.fromEntries(ids.flatMap((id) => (said[id] ? [[id, said[id]]] : [])))
  })
  const changed = vi.fn()
  return { board, asked, changed, shapes: clueShapes({ board: { board } as BoardStore, texts }, changed) }
}

test('CLUE-222 a phone’s map shows the released clues of its search under their numbers, once their text has come', async () => {
  const clues = [clue(2, 'op', 't2'), clue(1, 'op', null), clue(3, 'other', 't3')]
  const { board, asked, changed, shapes } = phoneWith(clues, { t2: words('A glove') })
  expect(shapes.of('op')).toEqual([])
  await vi.waitFor(() => expect(changed).toHaveBeenCalled())
  expect(shapes.of('op')).toEqual([{ kind: 'clue', id: 'c2', at, letter: '2' }])
  expect(asked).toEqual(['t2'])
  board.clue.set('c2', clue(2, 'op', null))
  expect(shapes.of('op')).toEqual([])
  expect(shapes.of(undefined)).toEqual([])
})

test('CLUE-222 a text of another form has no place, and the phone goes on', async () => {
  const { changed, shapes } = phoneWith([clue(1, 'op', 't1'), clue(2, 'op', 't2')], {
    t1: 'not a form',
    t2: words('A shoe'),
  })
  shapes.of('op')
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2))
  expect(shapes.of('op').map(({ id }) => id)).toEqual(['c2'])
})
