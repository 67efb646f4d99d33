import { useState } from 'react'
import type { Finding, ForceReport } from '../../shared/force-reports/types.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import { ReviewDialog } from './ReviewDialog.tsx'

/** What this viewer may do with the report now; the buttons say why they are off. */
export function ReportActions({ report }: { report: ForceReport }) {
  const { t } = useWords()
  const session = useStaff()
  const { board } = useStore()
  const { up } = useLink()
  const { give, sending, refused } = useAsk(`report:${report.id}`)
  const [open, setOpen] = useState<Finding | 'return' | null>(null)
  const body = { report: report.id }
  const reviews = maySend(session, board.board, 'ReviewForce', { ...body, finding: 'met', reason: '-' })
  const signs = maySend(session, board.board, 'SignForceReview', body)
  const why = (!up && t('force:no-link')) || (sending.length > 0 && t('force:sending'))
  const notWritten = !report.account && report.overdueAt === null && t('refusals:report.not-written')
  const own = report.review?.by === session.me.account && t('refusals:report.own-review')
  if (report.signed) return <span className="dim">{t('force:closed')}</span>
  return (
    <>
      {reviews && !report.review && (
        <>
          <Button kind="primary" action="confirm" onPress={() => setOpen('met')} refused={why || notWritten}>
            {t('terms:force-finding.met')}
          </Button>
          <Button action="force.not-met" onPress={() => setOpen('not-met')} refused={why || notWritten}>
            {t('terms:force-finding.not-met')}
          </Button>
        </>
      )}
      {signs && report.review && (
        <>
          <Button
            kind="primary"
            action="confirm"
            onPress={() => void give('SignForceReview', body)}
            refused={why || own}
          >
            {t('force:sign')}
          </Button>
          <Button action="force.return" onPress={() => setOpen('return')} refused={why || own}>
            {t('force:return')}
          </Button>
        </>
      )}
      {refused && <Refusal refusal={refused.refusal} />}
      {!(reviews && !report.review) && !(signs && report.review) && (
        <span className="dim">{t('force:only-look')}</span>
      )}
      {open && <ReviewDialog report={report} step={open} onClose={() => setOpen(null)} />}
    </>
  )
}
