import { useBoard } from '../store/use-store.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { BigButton, Pad } from '../ui/Phone.tsx'
import { Countdown } from '../ui/Times.tsx'
import styles from './field.module.css'
import { type OwnReport, ownReport } from './force.ts'
import type { Me } from './stage.ts'
import { useLater } from './use-later.ts'
import { useNow, useOutbox, usePhoneWords } from './use-phone.ts'

/** Either takes the screen: nothing else is asked meanwhile, but help stays under the thumb. */
export type ForceStep = 'guide' | 'writing' | null

interface ForceBlockProps {
  me: Me
  open: ForceStep
  setOpen(step: ForceStep): void
}

/** Force was used: five taps at once, the written part later, and where the report stands. */
export function ForceBlock({ me, open, setOpen }: ForceBlockProps) {
  const { t } = usePhoneWords()
  const items = useOutbox()
  const own = useBoard((board) => ownReport(board, items, me), sameReport)
  const close = () => setOpen(null)
  const forms = useLater(loadForms)
  if (forms && open === 'guide') return <forms.ForceGuide onClose={close} />
  if (forms && open === 'writing' && own && !own.written)
    return <forms.ForceWriting key={own.id} report={own} onClose={close} />
  return (
    <>
      {own && <ReportState report={own} onWrite={() => setOpen('writing')} />}
      <Pad>
        <BigButton low icon="note" onPress={() => setOpen('guide')}>
          {t(own ? 'phone:force.another' : 'phone:force.report')}
        </BigButton>
      </Pad>
    </>
  )
}

const loadForms = () => import('./force-forms.ts')

const sameReport = (a: OwnReport | null, b: OwnReport | null) => JSON.stringify(a) === JSON.stringify(b)

function ReportState({ report, onWrite }: { report: OwnReport; onWrite(): void }) {
  const { t, time } = usePhoneWords()
  const { reportedAt, dueAt, written } = report
  const late = useNow() > (dueAt ?? Number.POSITIVE_INFINITY)
  return (
    <section className={`${styles.notice} ${styles.warn}`} role="status">
      <AlarmMark level={2} size={28} />
      <div style={{ flex: 1 }}>
        <h2>{t('phone:force.title')}</h2>
        <p>
          {reportedAt === null ? t('phone:force.queued') : t('phone:force.known', { time: time(reportedAt) })}
        </p>
        <p>{t('phone:hold.D12')}</p>
        {written ? (
          <p>{t('phone:force.written')}</p>
        ) : (
          <>
            {dueAt !== null && (
              <p>
                {late ? (
                  t('phone:force.late')
                ) : (
                  <>
                    {t('phone:force.left')} <Countdown until={dueAt} />
                  </>
                )}
              </p>
            )}
            <div className={styles.action}>
              <BigButton low icon="note" onPress={onWrite}>
                {t('phone:force.write')}
              </BigButton>
            </div>
          </>
        )}
      </div>
    </section>
  )
}
