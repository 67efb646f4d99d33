import { type ForceReport, terms } from '../../shared/force-reports/types.ts'
import type { SealedText } from '../../shared/kernel/decider.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { Officer, Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useEntity, useText } from '../store/use-store.ts'
import { Chip } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, type Fact, Facts, Notice, Panel, PanelTitle } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Countdown } from '../ui/Times.tsx'
import styles from './force.module.css'
import { ReportActions } from './ReportActions.tsx'
import { stateOf } from './state.ts'

/** One report: what was answered at once, what was written, what the criteria say, and who decides. */
export function ReportFile({ id }: { id: Id }) {
  const { t, time } = useDeskWords()
  const report = useEntity('report', id)
  if (!report) return <Empty>{t('force:gone')}</Empty>
  const { evaluation, criteria } = report
  const state = stateOf(report)
  return (
    <Panel actions={<ReportActions report={report} />}>
      <PanelTitle
        above={
          <>
            <span className="num">{time(report.happenedAt)}</span>
            <span>{t('force:report')}</span>
            <span className="fill" />
            <Chip>{t(`force:state.${state}`)}</Chip>
          </>
        }
        title={<Person id={report.assistant} />}
      >
        <Facts
          nameWidth={150}
          facts={[
            { name: t('force:known'), value: <span className="num">{time(report.reportedAt)}</span> },
            ...(report.unit ? [{ name: t('force:unit'), value: <UnitName id={report.unit} /> }] : []),
            ...(state === 'reported'
              ? [{ name: t('force:due'), value: <Countdown until={report.dueAt} /> }]
              : []),
          ]}
        />
      </PanelTitle>
      {state === 'late' && (
        <Notice tone="level2" mark={<AlarmMark level={2} size={18} />} title={t('force:late')} />
      )}
      <Notice
        tone={evaluation.result === 'COMPLIANT' ? undefined : 'level2'}
        mark={evaluation.result === 'COMPLIANT' ? undefined : <AlarmMark level={2} size={18} />}
        title={t(`terms:force-result.${evaluation.result}`)}
      >
        {evaluation.flags.map((flag) => (
          <p key={flag}>{t(`terms:force-flag.${flag}`)}</p>
        ))}
        <p className="dim">{t('force:advice')}</p>
      </Notice>
      <SectionHead title={t('force:criteria')} />
      <div className={styles.facts}>
        <Facts
          nameWidth={260}
          facts={terms.map((term) => ({
            name: t(`terms:force.${term}`),
            value: t(`terms:said.${criteria[term]}`),
          }))}
        />
      </div>
      {report.account && <Written account={report.account} prosecutor={report.prosecutor} />}
      <Reviewed report={report} />
    </Panel>
  )
}

function Written({
  account,
  prosecutor,
}: {
  account: NonNullable<ForceReport['account']>
  prosecutor: boolean
}) {
  const { t, time } = useDeskWords()
  const { place, words, witnesses, injuries, firstAid, policeAt, at } = account
  const facts: Fact[] = [
    { name: t('force:place'), value: <Sealed text={place} /> },
    { name: t('force:words'), value: <Sealed text={words} /> },
    ...(witnesses ? [{ name: t('force:witnesses'), value: <Sealed text={witnesses} /> }] : []),
    { name: t('terms:force.injuries'), value: t(`terms:injuries.${injuries}`) },
    { name: t('terms:force.first-aid'), value: t(`terms:said.${firstAid}`) },
    {
      name: t('terms:force.police-at'),
      value: policeAt === null ? t('force:no-police') : <span className="num">{time(policeAt)}</span>,
    },
    ...(prosecutor ? [{ name: t('force:prosecutor'), value: t('force:prosecutor-note') }] : []),
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

/** The finding with its author, and the second person's word. */
function Reviewed({ report: { review, returned, signed } }: { report: ForceReport }) {
  const { t } = useDeskWords()
  if (!review && !returned) return null
  const facts: Fact[] = [
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
          { name: t('force:reason'), value: <Sealed text={returned.reason} /> },
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
