import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { AccountEvent } from './events.ts'

export function evolveAccounts(board: Board, event: AccountEvent): void {
  switch (event.type) {
    case 'StoreCreated':
      board.purpose = event.data.purpose
      board.seed = event.data.seed ?? null
      return
    case 'AccountOpened': {
      const { account, police, grants } = event.data
      board.account.set(account, { id: account, grants, police, open: true })
      return
    }
    case 'GrantsChanged': {
      const { account, grants, police } = event.data
      change(board.account, account, { grants, police })
      return
    }
    case 'AccountClosed':
      change(board.account, event.data.account, { open: false, grants: [] })
  }
}
