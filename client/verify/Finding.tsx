import { calendarDate, clockTime } from '../../shared/i18n/format.ts'
import type { ExportScope } from '../../shared/record/format.ts'
import type { Verified } from '../../shared/record/verify-export.ts'
import { Icon } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Facts, Notice } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import type { Outcome } from './check.ts'
import styles from './verify.module.css'

/** Kazakhstan has one offset since 2024-03-01; no server is asked for another. */
const offset = 5 * 60

/** What was found: whole, or the first thing that is not as it was signed. */
export function Finding({ outcome, keyGiven }: { outcome: Outcome; keyGiven: boolean }) {
  const { t } = useWords()
  if (outcome.kind === 'unable')
    return <Notice tone="level2" mark={<AlarmMark level={2} />} title={t(`verify:${outcome.why}`)} />
  if (outcome.kind === 'bad') {
    const { code, params } = outcome.problem
    return (
      <Notice tone="level1" mark={<AlarmMark level={1} />} title={t('verify:bad')}>
        <p className="strong">{t(`verify:problem.${code}`, params)}</p>
      </Notice>
    )
  }
  return (
    <>
      <Notice mark={<Icon name="check" size={18} />} title={t('verify:good')}>
        {t('verify:good-note')}
      </Notice>
      <Proved found={outcome.export} keyGiven={keyGiven} />
    </>
  )
}

function Proved({ found, keyGiven }: { found: Verified; keyGiven: boolean }) {
  const { t } = useWords()
  const { header, records, leftOut, head, anchors } = found
  const inGroups = (hash: string) => <code className={styles.hash}>{hash}</code>
  return (
    <div className={styles.facts}>
      <Facts
        nameWidth={190}
        facts={[
          scopeFact(header.scope, t('verify:operation'), t('verify:time')),
          { name: t('verify:exported'), value: <span className="num">{instant(header.at)}</span> },
          { name: t('verify:records'), value: <b className="num">{records}</b> },
          {
            name: t('verify:left-out'),
            value: (
              <>
                <span className="num">{leftOut}</span>{' '}
                <span className="dim">{t('verify:left-out-note')}</span>
              </>
            ),
          },
          {
            name: t('verify:anchors'),
            value:
              anchors > 0 ? (
                <b className="num">{anchors}</b>
              ) : (
                <span className="dim">{t('verify:no-anchors')}</span>
              ),
          },
          {
            name: t('verify:head'),
            value: (
              <>
                <span className="num">{head.seq}</span> {inGroups(head.hash)}
              </>
            ),
          },
          {
            name: t('verify:signed-by'),
            value: (
              <>
                {inGroups(header.key)} <span>{t(keyGiven ? 'verify:key-known' : 'verify:key-unknown')}</span>
              </>
            ),
          },
        ]}
      />
    </div>
  )
}

function scopeFact(scope: ExportScope, operation: string, time: string) {
  if ('assistant' in scope)
    return {
      name: time,
      value: (
        <>
          <b className="num">{scope.callSign}</b>{' '}
          <span className="num">{`${instant(scope.from)} – ${instant(scope.to)}`}</span>
        </>
      ),
    }
  return 'operation' in scope
    ? { name: operation, value: <b className="num">{scope.number}</b> }
    : {
        name: time,
        value: (
          <span className="num">{`${scope.from > 0 ? instant(scope.from) : '…'} – ${instant(scope.to)}`}</span>
        ),
      }
}

const instant = (at: number) => `${calendarDate(at, offset)} ${clockTime(at, offset)}`
