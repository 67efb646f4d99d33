import type { Account, ForceReport } from '../../shared/force-reports/types.ts'
import { calendarDate } from '../../shared/i18n/format.ts'
import type { SealedText } from '../../shared/kernel/decider.ts'
import { Officer } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useText } from '../store/use-store.ts'
import { type Fact, Facts } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './force.module.css'

/** The written part as it was given. */
export function Written({ report, account }: { report: ForceReport; account: Account }) {
  const { t, time } = useDeskWords()
  const { place, words, witnesses, unitWords, notified, policeAt, at } = account
  const facts: Fact[] = [
    { name: t('force:happened'), value: <span className="num">{time(report.happenedAt)}</span> },
    { name: t('force:place'), value: <Sealed text={place} /> },
    ...(unitWords ? [{ name: t('force:unit'), value: <Sealed text={unitWords} /> }] : []),
    { name: t('force:words'), value: <Sealed text={words} /> },
    { name: t('force:witnesses'), value: witnesses ? <Sealed text={witnesses} /> : t('force:no-witnesses') },
    {
      name: t('terms:force.police-at'),
      value: policeAt === null ? t('force:no-police') : <span className="num">{time(policeAt)}</span>,
    },
    ...(notified.length > 0
      ? [{ name: t('force:notified'), value: notified.map((one) => t(`force:notice.${one}`)).join(', ') }]
      : []),
  ]
  return (
    <>
      <SectionHead title={t('force:written')} count={time(at)} />
      <div className={styles.facts}>
        <Facts facts={facts} nameWidth={150} />
      </div>
    </>
  )
}

/** The finding with its author, the notice to the prosecutor's office, and the second person's word. */
export function Reviewed({ report }: { report: ForceReport }) {
  const { t, offset } = useDeskWords()
  const { review, returned, signed, prosecutor, prosecutorNotice: notice } = report
  if (!review && !returned && !prosecutor && !notice) return null
  const facts: Fact[] = [
    ...(notice
      ? [
          {
            name: t('force:prosecutor'),
            value: t('force:noticed', { number: notice.number, day: calendarDate(notice.on, offset) }),
          },
        ]
      : []),
    ...(prosecutor && !notice
      ? [{ name: t('force:prosecutor'), value: <b>{t('force:prosecutor-note')}</b> }]
      : []),
    ...(review
      ? [
          { name: t('force:finding'), value: t(`terms:force-finding.${review.finding}`) },
          { name: t('force:reason'), value: <Sealed text={review.reason} /> },
          { name: t('force:reviewer'), value: <Officer id={review.by} /> },
        ]
      : []),
    ...(signed ? [{ name: t('force:signed-by'), value: <Officer id={signed.by} /> }] : []),
    ...(returned
      ? [
          { name: t('force:returned-by'), value: <Officer id={returned.by} /> },
          { id: 'returned', name: t('force:reason'), value: <Sealed text={returned.reason} /> },
        ]
      : []),
  ]
  return (
    <>
      <SectionHead title={t('force:review')} />
      <div className={styles.facts}>
        <Facts facts={facts} nameWidth={150} />
      </div>
    </>
  )
}

function Sealed({ text }: { text: SealedText }) {
  return <>{useText(text) ?? ''}</>
}
