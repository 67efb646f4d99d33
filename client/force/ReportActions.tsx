import { type ReactNode, useState } from 'react'
import { newDraft, newSubject, writtenBody } from '../../shared/force-reports/draft.ts'
import type { Finding, ForceReport } from '../../shared/force-reports/types.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useAsk, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import { NoticeDialog } from './NoticeDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { WritingDialog } from './WritingDialog.tsx'

type Open = Finding | 'return' | 'write' | 'notice'

/** What this viewer may do with the report now; the buttons say why they are off. */
export function ReportActions({ report }: { report: ForceReport }) {
  const { t } = useWords()
  const session = useStaff()
  const { board } = useStore()
  const { up } = useLink()
  const { give, sending, refused } = useAsk(`report:${report.id}`)
  const [open, setOpen] = useState<Open | null>(null)
  if (report.signed) return <span className="dim">{t('force:closed')}</span>
  const me = session.me.account
  const body = { report: report.id }
  const draft = writtenBody(report.id, newDraft(0, newSubject().criteria), true)
  const writes = !report.account && maySend(session, board.board, 'WriteForceReport', draft)
  const reviews =
    !report.review && maySend(session, board.board, 'ReviewForce', { ...body, finding: 'met', reason: '-' })
  const signs = report.review !== null && maySend(session, board.board, 'SignForceReview', body)
  const notes = maySend(session, board.board, 'RecordProsecutorNotice', { ...body, number: '1', on: 0 })
  const wantsNotice = notes && (report.prosecutor || report.prosecutorNotice !== null)
  const why = (!up && t('force:no-link')) || (sending.length > 0 && t('force:sending'))
  const entered = report.enteredBy.includes(me) && t('refusals:report.own-entry')
  const late = !report.account && report.overdueAt === null && t('refusals:report.not-written')
  const other = report.reviewer && report.reviewer.by !== me && t('refusals:report.other-reviewer')
  const own = report.review?.by === me && t('refusals:report.own-review')
  const untold = report.prosecutor && !report.prosecutorNotice && t('refusals:report.prosecutor-missing')
  const judge = why || entered || late || other
  return (
    <>
      {writes && (
        <Button action="force.write" onPress={() => setOpen('write')} refused={why}>
          {t('force:write-by-radio')}
        </Button>
      )}
      {reviews && report.reviewer?.by !== me && (
        <Button
          action="force.take"
          onPress={() => void give('TakeForceReview', body)}
          refused={why || entered}
        >
          {t('force:take')}
        </Button>
      )}
      {reviews && (
        <>
          <Button kind="primary" action="confirm" onPress={() => setOpen('met')} refused={judge}>
            {t('terms:force-finding.met')}
          </Button>
          <Button action="force.not-met" onPress={() => setOpen('not-met')} refused={judge}>
            {t('terms:force-finding.not-met')}
          </Button>
        </>
      )}
      {wantsNotice && (
        <Button action="force.notice" onPress={() => setOpen('notice')} refused={why}>
          {t('force:record-notice')}
        </Button>
      )}
      {signs && (
        <>
          <Button
            kind="primary"
            action="confirm"
            onPress={() => void give('SignForceReview', body)}
            refused={why || entered || own || untold}
          >
            {t('force:sign')}
          </Button>
          <Button action="force.return" onPress={() => setOpen('return')} refused={why || entered || own}>
            {t('force:return')}
          </Button>
        </>
      )}
      {refused && <Refusal refusal={refused.refusal} />}
      {!writes && !reviews && !signs && !wantsNotice && <span className="dim">{t('force:only-look')}</span>}
      {open && <Opened open={open} report={report} onClose={() => setOpen(null)} />}
    </>
  )
}

function Opened({ open, ...props }: { open: Open; report: ForceReport; onClose(): void }): ReactNode {
  if (open === 'write') return <WritingDialog {...props} />
  if (open === 'notice') return <NoticeDialog {...props} />
  return <ReviewDialog {...props} step={open} />
}
