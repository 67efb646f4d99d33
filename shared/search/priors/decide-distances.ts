import type { Deciders } from '../../board/decision.ts'
import { seal } from '../../kernel/decider.ts'
import { key } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { openSearch } from '../open-search.ts'
import { rowsOf, sameRow, tableIds, tableOf, tableProblem } from './find-distances.ts'
import type { FindDistances } from './probability.ts'

const tableKeys = (region: string) => tableIds(region).map((id) => key('distances', id))

/** A region's table of find distances, and which of its rows a search goes by. */
export const distanceDeciders: Deciders<'ChangeFindDistances' | 'ChooseRings'> = {
  ChangeFindDistances: {
    involves: ({ region }) => tableKeys(region),
    decide(board, { region, rows }) {
      const next = rows.map(
        ({ kazakhstan, ...row }): FindDistances => (kazakhstan ? { ...row, kazakhstan } : row),
      )
      const problem = tableProblem(next)
      if (problem) return problem
      const table = tableOf(board.distances, region)
      if (JSON.stringify(next) === JSON.stringify(rowsOf(table))) return { facts: [] }
      const keys = [key('distances', region)]
      return { facts: [{ type: 'FindDistancesChanged', keys, data: { region, rows: next } }] }
    },
  },

  ChooseRings: {
    involves: ({ operation }, board) => [
      key('operation', operation),
      key('case', operation),
      ...tableKeys(board.operation.get(operation)?.region ?? ''),
    ],
    decide(board, { operation: id, category, terrain }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      const table = tableOf(board.distances, operation.region)
      const row = rowsOf(table).find((one) => sameRow(one, { category, terrain }))
      if (!row) return refuse('search.distances-unknown')
      // A phone sees the digest and not the text: without a mask the row could be guessed from it.
      const { sealed, secret } = seal(ctx, JSON.stringify({ ...row, mask: ctx.newId() }))
      return {
        facts: [
          {
            type: 'RingsChosen',
            // The category tells of the missing person: it is read by whoever may read the case.
            keys: [key('operation', id), key('case', id)],
            data: { operation: id, rings: sealed },
          },
        ],
        secrets: [secret],
      }
    },
  },
}
