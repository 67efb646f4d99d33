import type { Board } from '../board/board.ts'
import type { Deciders } from '../board/decision.ts'
import { type Id, type Key, key } from '../kernel/ids.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Account, Grant } from './types.ts'

export const accountDeciders: Deciders<'OpenAccount' | 'ChangeGrants' | 'CloseAccount'> = {
  OpenAccount: {
    involves: () => [],
    decide(_, { name, rank, police, grants }, ctx) {
      const refusal = checksAndRegisters(grants)
      if (refusal) return refusal
      const account = ctx.newId()
      return {
        facts: [
          { type: 'AccountOpened', keys: [key('account', account)], data: { account, police, grants } },
        ],
        secrets: [{ of: account, fields: { name, ...(rank ? { rank } : {}) } }],
        result: { account },
      }
    },
  },

  ChangeGrants: {
    involves: (body, board) => withAdministrators(board, body.account),
    decide(board, { account: id, grants, police }, { by }) {
      const account = board.account.get(id)
      if (!account) return refuse('account.unknown')
      if (!account.open) return refuse('account.closed')
      if (by.id === id) return refuse('account.own-grants')
      const refusal = checksAndRegisters(grants)
      if (refusal) return refusal
      if (!isAdministrator(grants) && isLastAdministrator(board, account))
        return refuse('account.last-administrator')
      if (account.police === police && JSON.stringify(account.grants) === JSON.stringify(grants))
        return { facts: [] }
      return {
        facts: [{ type: 'GrantsChanged', keys: [key('account', id)], data: { account: id, grants, police } }],
      }
    },
  },

  CloseAccount: {
    involves: (body, board) => withAdministrators(board, body.account),
    decide(board, { account: id }) {
      const account = board.account.get(id)
      if (!account) return refuse('account.unknown')
      if (!account.open) return { facts: [] }
      if (isLastAdministrator(board, account)) return refuse('account.last-administrator')
      return { facts: [{ type: 'AccountClosed', keys: [key('account', id)], data: { account: id } }] }
    },
  },
}

const isAdministrator = (grants: Grant[]) => grants.some(({ role }) => role === 'administrator')

const administrators = (board: Board) =>
  [...board.account.values()].filter(({ open, grants }) => open && isAdministrator(grants))

/** Two administrators who take each other's grants at once meet here: one of them must lose. */
const withAdministrators = (board: Board, account: Id): Key[] => [
  ...new Set([account, ...administrators(board).map(({ id }) => id)].map((id) => key('account', id))),
]

function isLastAdministrator(board: Board, account: Account): boolean {
  const open = administrators(board)
  return open.length === 1 && open[0]?.id === account.id
}

/** Nobody both checks and registers a file. */
function checksAndRegisters(grants: Grant[]): Refusal | null {
  const roles = new Set(grants.map(({ role }) => role))
  return roles.has('police-reviewer') && roles.has('registrar')
    ? refuse('account.checks-and-registers')
    : null
}
