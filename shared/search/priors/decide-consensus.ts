import type { Board } from '../../board/board.ts'
import type { Deciders } from '../../board/decision.ts'
import { type DecisionContext, seal } from '../../kernel/decider.ts'
import { type Id, type Key, key } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { consensusOf } from '../../search-theory/consensus.ts'
import { openSearch } from '../open-search.ts'
import { openConsensus } from './priors.ts'
import type { Consensus, Sheet, SheetIn } from './probability.ts'
import { sheetProblem } from './sheet-rules.ts'

type ConsensusCommand = 'OpenConsensus' | 'GiveSheet' | 'CloseConsensus' | 'DropConsensus'

/** One opinion is not a consensus. */
const fewestSheets = 2

/** Several people say where the subject is likelier, each without seeing the others' sheets. */
export const consensusDeciders: Deciders<ConsensusCommand> = {
  OpenConsensus: {
    involves: ({ operation }) => [key('operation', operation)],
    decide(board, { operation: id, method, row }, ctx) {
      const operation = openSearch(board, id)
      if (isRefusal(operation)) return operation
      if (openConsensus(board, id)) return refuse('search.consensus-running')
      const places = [...board.place.values()].filter(
        (place) => place.operation === id && place.kind === 'segment',
      )
      if (places.length < 2) return refuse('search.consensus-segments')
      if (method === 'proportional' && !(row !== null && row >= 0 && row < 1))
        return refuse('search.consensus-row')
      const consensus = ctx.newId()
      return {
        facts: [
          {
            type: 'ConsensusOpened',
            // The operation too: two of one search would ask for sheets at once.
            keys: [key('consensus', consensus), key('operation', id)],
            data: {
              ...{ consensus, operation: id, method },
              row: method === 'proportional' ? row : null,
              places: places
                .sort((a, b) => a.letter.localeCompare(b.letter, undefined, { numeric: true }))
                .map((place) => place.id),
            },
          },
        ],
        result: { consensus },
      }
    },
  },

  GiveSheet: {
    involves: ({ consensus, sheet }, board, by) => [
      key('consensus', consensus),
      ...sheetKeys(board, consensus, (one) => one.sheet === sheet || ownSheet(one, by.id)),
    ],
    decide(board, { consensus: id, values, person, sheet: replaced }, ctx) {
      const consensus = takesSheets(board, id)
      if (isRefusal(consensus)) return consensus
      const problem = sheetProblem(consensus, values)
      if (problem) return problem
      const before = sheetBefore(consensus, replaced, person !== undefined, ctx)
      if (isRefusal(before)) return before
      const sheet = before?.sheet ?? ctx.newId()
      const named = person === undefined ? null : seal(ctx, person)
      const { operation } = consensus
      return {
        facts: [
          {
            type: 'SheetGiven',
            keys: [key('sheet', sheet)],
            data: { sheet, consensus: id, operation, values },
          },
          {
            type: 'SheetCounted',
            keys: [key('consensus', id)],
            data: { consensus: id, operation, sheet, person: named?.sealed ?? before?.person ?? null },
          },
        ],
        secrets: named ? [named.secret] : [],
        result: { sheet },
      }
    },
  },

  CloseConsensus: {
    involves: ({ consensus }, board) => [key('consensus', consensus), ...sheetKeys(board, consensus)],
    decide(board, { consensus: id }) {
      const consensus = takesSheets(board, id)
      if (isRefusal(consensus)) return consensus
      const { method, row, operation } = consensus
      const sheets = consensus.sheets.flatMap(({ sheet }): Sheet[] => {
        const found = board.sheet.get(sheet)
        return found ? [found] : []
      })
      if (sheets.length < fewestSheets)
        return refuse('search.consensus-few', { params: { least: fewestSheets } })
      const result = consensusOf(
        method,
        sheets.map(({ values }) => values),
        row,
      )
      return {
        facts: [
          {
            type: 'ConsensusClosed',
            // Now the sheets come into sight.
            keys: [key('consensus', id), ...sheets.map((sheet) => key('sheet', sheet.id))],
            data: { consensus: id, operation, result },
          },
        ],
      }
    },
  },

  DropConsensus: {
    involves: ({ consensus }) => [key('consensus', consensus)],
    decide(board, { consensus: id }) {
      const consensus = takesSheets(board, id)
      if (isRefusal(consensus)) return consensus
      const { operation } = consensus
      return {
        facts: [
          { type: 'ConsensusDropped', keys: [key('consensus', id)], data: { consensus: id, operation } },
        ],
      }
    },
  },
}

function takesSheets(board: Board, id: Id): Consensus | Refusal {
  const consensus = board.consensus.get(id)
  if (!consensus) return refuse('search.consensus-unknown')
  const operation = openSearch(board, consensus.operation)
  if (isRefusal(operation)) return operation
  return consensus.closedAt === null ? consensus : refuse('search.consensus-closed')
}

const ownSheet = ({ by, person }: SheetIn, account: Id): boolean => by === account && person === null

/** The sheet that a new one takes the place of: one's own, or a paper that one typed in oneself. */
function sheetBefore(
  { sheets }: Consensus,
  replaced: Id | undefined,
  paper: boolean,
  { by }: DecisionContext,
): SheetIn | undefined | Refusal {
  if (replaced === undefined) return paper ? undefined : sheets.find((one) => ownSheet(one, by.id))
  const before = sheets.find(({ sheet }) => sheet === replaced)
  return before?.by === by.id ? before : refuse('search.sheet-not-yours')
}

function sheetKeys(board: Board, consensus: Id, which: (one: SheetIn) => boolean = () => true): Key[] {
  const sheets = board.consensus.get(consensus)?.sheets ?? []
  return sheets.filter(which).map(({ sheet }) => key('sheet', sheet))
}
