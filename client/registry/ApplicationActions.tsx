import { useState } from 'react'
import { eligibilityNow, owesCard, statusOf } from '../../shared/applications/standing.ts'
import type { Application } from '../../shared/applications/types.ts'
import type { Millis } from '../../shared/kernel/ids.ts'
import { standingInTheWay } from '../../shared/law/eligibility/all.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useBoard, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { IssueCard } from './IssueCard.tsx'
import { RegisterApplicant } from './RegisterApplicant.tsx'
import { WrittenReason } from './WrittenReason.tsx'

interface ApplicationActionsProps {
  file: Application
  name: string
  now: Millis
}

/** What this viewer may do with the file at its step; nothing else is shown. */
export function ApplicationActions({ file, name, now }: ApplicationActionsProps) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { board } = useStore()
  const { up } = useLink()
  const { give, sending, refused } = useAsk(`application:${file.id}`)
  const [open, setOpen] = useState<'refuse' | 'return' | 'register' | 'issue' | null>(null)
  const application = file.id
  const step = useBoard((board) => (owesCard(board, file.id) ? 'card-back' : statusOf(board, file)))
  const reviews = maySend(session, board.board, 'ForwardApplication', { application })
  const registers = maySend(session, board.board, 'ReturnApplication', { application, reason: '-' })
  const why = (!up && t('registry:no-link')) || (sending.length > 0 && t('registry:sending'))
  const missing = standingInTheWay(eligibilityNow(file, now))
  const notReady = missing.length > 0 && t('law:missing', { rules: missing.join(', ') })
  const own = file.checkedBy.includes(session.me.account) && t('refusals:application.checked-by-you')
  const dialog = { file, name, onClose: () => setOpen(null) }
  return (
    <>
      {reviews && step === 'POLICE_CHECK' && (
        <>
          <Button
            kind="primary"
            action="confirm"
            onPress={() => void give('ForwardApplication', { application })}
            refused={why || notReady}
          >
            {t('law:forward')}
          </Button>
          <Button onPress={() => setOpen('refuse')} refused={why}>
            {t('law:refuse')}
          </Button>
        </>
      )}
      {registers && step === 'AKIMAT_REVIEW' && (
        <>
          <Button kind="primary" action="confirm" onPress={() => setOpen('register')} refused={why || own}>
            {t('law:register-applicant')}
          </Button>
          <Button action="file.return" onPress={() => setOpen('return')} refused={why}>
            {t('law:return')}
          </Button>
        </>
      )}
      {reviews && step === 'REGISTERED' && (
        <Button kind="primary" action="confirm" onPress={() => setOpen('issue')} refused={why}>
          {t('law:issue')}
        </Button>
      )}
      {(reviews || registers) && step === 'card-back' && (
        <Button
          kind="primary"
          action="confirm"
          onPress={() => void give('ReturnCard', { application })}
          refused={why}
        >
          {t('law:take-card')}
        </Button>
      )}
      {(reviews || registers) && file.clock !== null && (
        <Button onPress={() => void give('WithdrawApplication', { application })} refused={why}>
          {t('law:withdraw')}
        </Button>
      )}
      {refused && <Refusal refusal={refused.refusal} />}
      {(reviews || registers) && file.clock === null && step !== 'REGISTERED' && step !== 'card-back' && (
        <span className="dim">{t('law:nothing-due')}</span>
      )}
      {!reviews && !registers && <span className="dim">{t('registry:only-look')}</span>}
      {(open === 'refuse' || open === 'return') && <WrittenReason step={open} {...dialog} />}
      {open === 'register' && <RegisterApplicant {...dialog} />}
      {open === 'issue' && <IssueCard id={file.id} name={name} onClose={dialog.onClose} />}
    </>
  )
}
