import { useState } from 'react'
import { createPortal } from 'react-dom'
import { clockTime } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { dayOf, dayOfText, dayText } from '../../shared/law/day.ts'
import { ledgerTable } from '../../shared/service-hours/table.ts'
import type { Ledger } from '../../shared/service-hours/types.ts'
import { saveText } from '../net/save-text.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Button } from '../ui/Button.tsx'
import { now } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { Figure, Figures } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { HoursExport } from './HoursExport.tsx'
import { HoursTables } from './HoursTables.tsx'
import styles from './hours.module.css'
import { hoursText, lastMonth, type Period, thisMonth } from './periods.ts'
import { useHours } from './use-hours.ts'

interface HoursDialogProps {
  id: Id
  callSign: string
  name: string
  onClose(): void
}

/** What one assistant has served, to be read, printed, saved as a table or taken out with its proof. */
export function HoursDialog({ id, callSign, name, onClose }: HoursDialogProps) {
  const { t } = useWords()
  const today = dayOf(now())
  const [period, setPeriod] = useState<Period>(thisMonth(today))
  const [exporting, setExporting] = useState(false)
  const { ledger, refusal, asking } = useHours(id, period)
  const save = (found: Ledger) =>
    saveText(
      `hours-${callSign}-${found.from}-${found.to}.csv`,
      ledgerTable(found, {
        ...{ day: t('hours:day'), onDuty: t('hours:on-duty'), enRoute: t('hours:en-route') },
        ...{ onScene: t('hours:on-scene'), tasks: t('hours:tasks'), records: t('hours:records') },
        month: t('hours:month'),
      }),
    )
  if (exporting) return <HoursExport id={id} period={period} onClose={() => setExporting(false)} />
  const why = !ledger && t('hours:asking')
  return (
    <Dialog
      open
      onClose={onClose}
      width={760}
      title={`${t('hours:title')}: ${name}`}
      actions={
        <>
          <Button kind="primary" action="confirm" onPress={() => setExporting(true)} refused={why}>
            {t('hours:export')}
          </Button>
          <Button onPress={() => ledger && save(ledger)} refused={why}>
            {t('hours:save-table')}
          </Button>
          <Button onPress={() => window.print()} refused={why}>
            {t('hours:print')}
          </Button>
        </>
      }
    >
      <PeriodChoice key={`${period.from} ${period.to}`} period={period} today={today} onChoose={setPeriod} />
      {refusal && <Refusal refusal={refusal} />}
      {asking && !ledger && <p role="status">{t('hours:asking')}</p>}
      {ledger && (
        <>
          <Totals ledger={ledger} />
          <div className={styles.scroll}>
            <HoursTables ledger={ledger} />
            <p className="dim small">{t('hours:how')}</p>
          </div>
          <Paper ledger={ledger} title={`${t('hours:title')}: ${callSign} ${name}`} />
        </>
      )}
    </Dialog>
  )
}

function PeriodChoice(props: { period: Period; today: string; onChoose(period: Period): void }) {
  const { period, today, onChoose } = props
  const { t } = useWords()
  const [from, setFrom] = useState(dayText(period.from))
  const [to, setTo] = useState(dayText(period.to))
  const days = { from: dayOfText(from), to: dayOfText(to) }
  const typed = days.from && days.to ? { from: days.from, to: days.to } : null
  return (
    <div className={styles.head}>
      <TextInput label={t('hours:from')} value={from} onChange={setFrom} maxLength={10} inputMode="numeric" />
      <TextInput label={t('hours:to')} value={to} onChange={setTo} maxLength={10} inputMode="numeric" />
      <Button onPress={() => typed && onChoose(typed)} refused={!typed && t('hours:day-wrong')}>
        {t('hours:show')}
      </Button>
      <Button onPress={() => onChoose(thisMonth(today))}>{t('hours:this-month')}</Button>
      <Button onPress={() => onChoose(lastMonth(today))}>{t('hours:last-month')}</Button>
    </div>
  )
}

function Totals({ ledger: { total } }: { ledger: Ledger }) {
  const { t } = useWords()
  return (
    <div className={styles.figures}>
      <Figures>
        <Figure value={hoursText(total.onDuty)}>{t('hours:on-duty')}</Figure>
        <Figure value={hoursText(total.enRoute)}>{t('hours:en-route')}</Figure>
        <Figure value={hoursText(total.onScene)}>{t('hours:on-scene')}</Figure>
        <Figure value={total.tasks}>{t('hours:tasks')}</Figure>
        <Figure value={total.days}>{t('hours:days')}</Figure>
      </Figures>
    </div>
  )
}

/** Seen only on paper: everything, without the desk around it. */
function Paper({ ledger, title }: { ledger: Ledger; title: string }) {
  const { t } = useWords()
  const { at, from, to } = ledger
  return createPortal(
    <div className={styles.paper}>
      <h1>{title}</h1>
      <p>{`${dayText(from)} – ${dayText(to)}. ${t('hours:counted-at', { date: dayText(dayOf(at)), time: clockTime(at, 300, false) })}`}</p>
      <Totals ledger={ledger} />
      <HoursTables ledger={ledger} />
      <p>{t('hours:how')}</p>
    </div>,
    document.body,
  )
}
