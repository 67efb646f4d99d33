import { calendarDate, clockTime } from '../../shared/i18n/format.ts'
import { classes } from '../ui/class-names.ts'
import { Icon } from '../ui/Icons.tsx'
import { useWords } from '../ui/words.ts'
import type { Checked } from './check-code.ts'
import styles from './proof.module.css'

/** Kazakhstan has one time; the citizen's telephone may say another. */
const offset = 300

export function Answer({ checked }: { checked: Checked }) {
  const { t } = useWords()
  if (checked.state === 'valid') return <Valid office={checked.office} />
  const { state } = checked
  return (
    <>
      <div className={classes(styles.verdict, state === 'invalid' && styles.no)}>
        <Icon name={state === 'invalid' ? 'cross' : 'clock'} size={40} />
        <h1>{t(`proof:${state}`)}</h1>
      </div>
      <p className={styles.note}>{t(`proof:${state}-note`)}</p>
    </>
  )
}

function Valid({ office }: { office: (Checked & { state: 'valid' })['office'] }) {
  const { t } = useWords()
  const { badge, unit, until, at, photo } = office
  return (
    <>
      <div className={classes(styles.verdict, styles.yes)}>
        <Icon name="check" size={40} />
        <h1>{t('proof:valid')}</h1>
      </div>
      <p className={styles.note}>{t('proof:valid-note')}</p>
      <div className={styles.person}>
        {photo ? (
          <img src={`data:image/jpeg;base64,${photo}`} alt={t('proof:photo')} />
        ) : (
          <div className={styles.nobody}>
            <Icon name="person" size={64} />
            <span>{t('proof:no-photo')}</span>
          </div>
        )}
        <dl>
          <dt>{t('proof:badge')}</dt>
          <dd className={classes('num', badge !== null && styles.badge)}>{badge ?? t('proof:no-badge')}</dd>
          <dt>{t('proof:unit')}</dt>
          <dd>{unit ?? t('proof:no-unit')}</dd>
          <dt>{t('proof:until')}</dt>
          <dd className="num">{`${clockTime(until, offset, false)}, ${calendarDate(until, offset)}`}</dd>
          <dt>{t('proof:checked-at')}</dt>
          <dd className="num">{clockTime(at, offset)}</dd>
        </dl>
      </div>
      <p className={styles.note}>{t('proof:compare')}</p>
      <p className={styles.fine}>{t('proof:private')}</p>
    </>
  )
}
