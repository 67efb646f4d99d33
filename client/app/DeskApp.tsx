import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { CloseReason } from '../../shared/wire/closing.ts'
import { askServer } from '../net/ask-server.ts'
import { SetPasswordScreen } from '../sign-in/SetPasswordScreen.tsx'
import { type RehearsalSignIns, type SignInNews, SignInScreen } from '../sign-in/SignInScreen.tsx'
import { openStore, type Store } from '../store/open-store.ts'
import { StoreContext } from '../store/use-store.ts'
import { Hatches } from '../ui/Icons.tsx'
import { DeskPages } from './DeskPages.tsx'
import { clearDesk } from './desk-state.ts'
import { deskLock } from './use-lock.ts'

/** What the server says to everybody. */
interface Me {
  signedIn: boolean
  purpose: 'rehearsal' | 'live' | null
  signIns: RehearsalSignIns | null
}

interface Door extends Omit<Me, 'signedIn'> {
  /** Null while the server is asked for the first time. */
  signedIn: boolean | null
  news: SignInNews | null
}

const closedDoor: Door = { signedIn: null, purpose: null, signIns: null, news: null }

/** The door: a first password, signing in, or the desk with its store. */
export function DeskApp({ passwordCode }: { passwordCode: string }) {
  const [path, go] = useLocation()
  const [{ signedIn, purpose, signIns, news }, setDoor] = useState(closedDoor)
  const ask = useCallback(async () => {
    const me = await askServer<Me>('GET', '/api/me')
    setDoor((door) =>
      me.ok ? { ...door, ...me.answer } : { ...door, signedIn: false, news: { code: me.code } },
    )
  }, [])
  useEffect(() => void ask(), [ask])

  const store = useOpenStore(signedIn === true, (reason) => {
    setDoor((door) => ({ ...door, signedIn: false, news: { closed: reason } }))
    // Unlocking began a session of its own: then only the connection of the old one has ended.
    if (reason === 'session-ended') void ask()
  })
  const signedOut = useCallback(async () => {
    await askServer('POST', '/api/sign-out')
    deskLock.unlock()
    setDoor((door) => ({ ...door, signedIn: false, news: null }))
  }, [])
  const arrived = useCallback(() => {
    deskLock.unlock()
    void ask()
  }, [ask])

  return (
    <>
      <Hatches />
      {path === '/set-password' ? (
        <SetPasswordScreen code={passwordCode} purpose={purpose} onDone={() => go('/')} />
      ) : store ? (
        <StoreContext value={store}>
          <DeskPages onSignOut={() => void signedOut()} />
        </StoreContext>
      ) : (
        signedIn === false && (
          <SignInScreen purpose={purpose} news={news} signIns={signIns} onSignedIn={arrived} />
        )
      )}
    </>
  )
}

/** One store per session: opened when somebody is in, closed and forgotten when the session ends. */
function useOpenStore(open: boolean, closed: (reason: CloseReason) => void): Store | null {
  const [store, setStore] = useState<Store | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `closed` sets state and needs no newer one
  useEffect(() => {
    if (!open) return
    clearDesk()
    const opened = openStore({ namespace: '/', closed })
    setStore(opened)
    return () => {
      opened.close()
      setStore(null)
    }
  }, [open])
  return store
}
