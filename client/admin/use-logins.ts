import { useCallback, useEffect, useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { askServer, type HttpRefusal } from '../net/ask-server.ts'
import { sameItems, useBoard } from '../store/use-store.ts'
import type { Login } from './accounts.ts'

const accountsOf = (board: Board) => [...board.account.values()]

export interface Logins {
  of(account: Id): Login | undefined
  refusal: HttpRefusal | null
  again(): void
}

/** The logins, asked for when the page opens and whenever an account was opened or changed. */
export function useLogins(): Logins {
  const accounts = useBoard(accountsOf, sameItems, 'account')
  const [logins, setLogins] = useState<ReadonlyMap<Id, Login>>(new Map())
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const again = useCallback(async () => {
    const answer = await askServer<{ accounts: Login[] }>('GET', '/api/accounts')
    if (!answer.ok) return setRefusal(answer)
    setRefusal(null)
    setLogins(new Map(answer.answer.accounts.map((login) => [login.account, login])))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per change of the accounts
  useEffect(() => void again(), [again, accounts])
  return { of: (account) => logins.get(account), refusal, again: () => void again() }
}
