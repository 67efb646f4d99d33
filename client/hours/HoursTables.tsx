import { clockTime, windowEnd } from '../../shared/i18n/format.ts'
import { dayOf, dayText } from '../../shared/law/day.ts'
import type { Ledger, ShiftRow } from '../../shared/service-hours/types.ts'
import { Chip } from '../ui/Chip.tsx'
import { useWords } from '../ui/words.ts'
import styles from './hours.module.css'
import { hoursText } from './periods.ts'

/** The law's days are those of Kazakhstan, wherever the screen stands. */
const offset = 300

/** Months, kinds and shifts of a ledger; on paper the same. */
export function HoursTables({ ledger }: { ledger: Ledger }) {
  const { t } = useWords()
  const heads = [t('hours:on-duty'), t('hours:en-route'), t('hours:on-scene'), t('hours:tasks')]
  if (ledger.shifts.length === 0) return <p className={styles.none}>{t('hours:none')}</p>
  return (
    <>
      <Section title={t('hours:months')} heads={[t('hours:month'), ...heads]}>
        {ledger.months.map(({ month, onDuty, enRoute, onScene, tasks }) => (
          <tr key={month}>
            <th scope="row">{month.split('-').reverse().join('.')}</th>
            <Cells times={[onDuty, enRoute, onScene]} tasks={tasks} />
          </tr>
        ))}
      </Section>
      {ledger.kinds.length > 0 && (
        <Section title={t('hours:kinds')} heads={[t('hours:kind'), ...heads.slice(1)]}>
          {ledger.kinds.map(({ kind, enRoute, onScene, tasks }) => (
            <tr key={kind}>
              <th scope="row">{kind ? t(`terms:operation.${kind}`) : t('hours:kind-unknown')}</th>
              <Cells times={[enRoute, onScene]} tasks={tasks} />
            </tr>
          ))}
        </Section>
      )}
      <Section title={t('hours:shifts')} heads={[t('hours:time'), ...heads]}>
        {ledger.shifts.toReversed().map((shift) => (
          <tr key={shift.from}>
            <th scope="row">
              <ShiftTime shift={shift} />
              <span className={styles.records}>
                {t('hours:records')} {shift.records.join(', ')}
              </span>
            </th>
            <Cells times={[shift.onDuty, shift.enRoute, shift.onScene]} tasks={shift.tasks} />
          </tr>
        ))}
      </Section>
    </>
  )
}

function ShiftTime({ shift: { from, to, running, over, byRadio } }: { shift: ShiftRow }) {
  const { t } = useWords()
  return (
    <span className={styles.shift}>
      <span className="num">{dayText(dayOf(from))}</span>{' '}
      <span className="num">{`${clockTime(from, offset, false)}–${windowEnd(to, offset)}`}</span>
      {running && <Chip>{t('hours:running')}</Chip>}
      {over && <Chip>{t('hours:over')}</Chip>}
      {byRadio && <Chip>{t('hours:by-radio')}</Chip>}
    </span>
  )
}

function Section(props: { title: string; heads: readonly string[]; children: React.ReactNode }) {
  const { title, heads, children } = props
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function Cells({ times: [first = 0, ...rest], tasks }: { times: readonly number[]; tasks: number }) {
  return (
    <>
      <td className="num strong">{hoursText(first)}</td>
      {rest.map((time, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
        <td key={at} className="num">
          {hoursText(time)}
        </td>
      ))}
      <td className="num">{tasks}</td>
    </>
  )
}
