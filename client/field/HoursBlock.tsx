import { useState } from 'react'
import { dayOf } from '../../shared/law/day.ts'
import { HoursTables } from '../hours/HoursTables.tsx'
import { hoursText, lastMonth, type Period, thisMonth } from '../hours/periods.ts'
import { useHours } from '../hours/use-hours.ts'
import { now } from '../ui/clock.ts'
import { BigButton, BigNumber } from '../ui/Phone.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './hours.module.css'
import type { Me } from './stage.ts'
import { usePhoneWords } from './use-phone.ts'

/** One's own hours, by the same count as the desk's. */
export function HoursBlock({ me }: { me: Me }) {
  const { t } = usePhoneWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <BigButton low icon="clock" onPress={() => setOpen(!open)}>
        {t('hours:mine')}
      </BigButton>
      {open && <Hours me={me} />}
    </>
  )
}

function Hours({ me }: { me: Me }) {
  const { t } = usePhoneWords()
  const [month, setMonth] = useState<'this' | 'last'>('this')
  const today = dayOf(now())
  const period: Period = month === 'this' ? thisMonth(today) : lastMonth(today)
  const { ledger, refusal, asking, ask } = useHours(me.id, period)
  const shown = ledger?.from === period.from ? ledger : null
  return (
    <div className={styles.hours}>
      <Segments
        label={t('hours:month')}
        options={[
          { value: 'this', label: t('hours:this-month') },
          { value: 'last', label: t('hours:last-month') },
        ]}
        value={month}
        onChange={setMonth}
      />
      {shown && (
        <>
          <BigNumber value={hoursText(shown.total.onDuty)}>{t('hours:on-duty')}</BigNumber>
          <HoursTables ledger={shown} />
          <p className={styles.how}>{t('hours:how')}</p>
        </>
      )}
      {!shown && asking && <p role="status">{t('hours:asking')}</p>}
      {refusal && (
        <>
          <p role="alert">{t('hours:failed')}</p>
          <BigButton low onPress={() => void ask()}>
            {t('hours:show')}
          </BigButton>
        </>
      )}
    </div>
  )
}
