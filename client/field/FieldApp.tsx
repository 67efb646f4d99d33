import { useEffect, useState } from 'react'
import type { CloseReason } from '../../shared/wire/closing.ts'
import { StoreContext } from '../store/use-store.ts'
import { Hatches } from '../ui/Icons.tsx'
import { ClosedScreen } from './ClosedScreen.tsx'
import { DutyScreen } from './DutyScreen.tsx'
import type { EnrolReason } from './EnrolScreen.tsx'
import { openPhone, type Phone } from './phone.ts'
import type { Enrolment, PhoneStorage } from './storage.ts'
import { useLater } from './use-later.ts'
import { PhoneContext } from './use-phone.ts'

type State =
  | { at: 'opening' }
  | { at: 'enrol'; reason: EnrolReason; code: string }
  | { at: 'work'; phone: Phone }
  | { at: 'closed'; reason: CloseReason }

export interface FieldAppProps {
  storage: PhoneStorage
  enrolment: Enrolment | null
  /** The code of an enrolment link, already taken out of the address. */
  code: string
}

const loadEnrol = () => import('./EnrolScreen.tsx')

export function FieldApp({ storage, enrolment, code }: FieldAppProps) {
  const [state, setState] = useState<State>(() => {
    if (enrolment && code === '') return { at: 'opening' }
    return { at: 'enrol', reason: enrolment ? 'replace' : 'first', code }
  })

  const enrol = useLater(state.at === 'enrol' ? loadEnrol : null)

  async function open(as: Enrolment): Promise<void> {
    setState({ at: 'opening' })
    const phone = await openPhone(storage, as, (reason) => void closed(reason))
    setState({ at: 'work', phone })
  }

  async function closed(reason: CloseReason): Promise<void> {
    if (reason !== 'device-revoked') return setState({ at: 'closed', reason })
    await storage.wipe()
    setState({ at: 'enrol', reason: 'revoked', code: '' })
  }

  async function enrolled(as: Enrolment): Promise<void> {
    await storage.wipe()
    await storage.keepEnrolment(as)
    await open(as)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the enrolment that the page was opened with
  useEffect(() => {
    if (enrolment && state.at === 'opening') void open(enrolment)
  }, [])

  return (
    <>
      <Hatches />
      {state.at === 'enrol' && enrol && (
        <enrol.EnrolScreen
          code={state.code}
          reason={state.reason}
          enrolled={(as) => void enrolled(as)}
          {...(enrolment && state.reason === 'replace' && { keep: () => void open(enrolment) })}
        />
      )}
      {state.at === 'closed' && <ClosedScreen reason={state.reason} />}
      {state.at === 'work' && (
        <StoreContext value={state.phone.store}>
          <PhoneContext value={state.phone}>
            <DutyScreen signedOut={() => setState({ at: 'enrol', reason: 'signed-out', code: '' })} />
          </PhoneContext>
        </StoreContext>
      )}
    </>
  )
}
