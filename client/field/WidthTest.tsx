import { useState } from 'react'
import { distance, number, withUnit } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { meanRange, sweepWidth, type Visibility } from '../../shared/search-theory/sweep-width.ts'
import { BigButton, BigNumber } from '../ui/Phone.tsx'
import { comeIntoView } from './come-into-view.ts'
import styles from './field.module.css'
import lane from './lane.module.css'
import { useOutbox, usePhone, usePhoneWords } from './use-phone.ts'

const visibilities = ['high', 'medium', 'low'] as const
/** So many distances make a test. */
const least = 3
const most = 8

/** The test of the range of detection on the spot: distances, their mean, and the sweep width that follows. */
export function WidthTest({ operation, onClose }: { operation: Id; onClose(): void }) {
  const { t, language } = usePhoneWords()
  const phone = usePhone()
  const [typed, setTyped] = useState<string[]>(() => Array.from({ length: least }, () => ''))
  const [visibility, setVisibility] = useState<Visibility>('medium')
  const [tried, setTried] = useState(false)
  const [given, setGiven] = useState(false)
  const waits = useOutbox().some(({ envelope }) => envelope.type === 'SetSweepWidth')
  const ranges = typed.flatMap((text) => {
    const metres = Number(text.replace(',', '.'))
    return text.trim() !== '' && metres >= 0.5 && metres <= 270 ? [metres] : []
  })
  const complete = ranges.length >= least && typed.every((text, i) => text.trim() === '' || rangeOk(typed[i]))
  const rd = complete ? meanRange(ranges) : null
  const width = rd === null ? null : sweepWidth(rd, visibility)

  function send() {
    setTried(true)
    if (rd === null || !width) return
    setGiven(true)
    const metres = Math.round(width.metres * 100) / 100
    void phone.give('SetSweepWidth', {
      operation,
      sweepWidth: { metres, source: 'rd-test', rd, visibility, ranges },
    })
  }
  if (given)
    return (
      <section className={lane.form} role="status">
        <h2>{t(waits ? 'sweep:width.waits' : 'sweep:width.sent')}</h2>
        <BigButton low icon="check" onPress={onClose}>
          {t('phone:put-away')}
        </BigButton>
      </section>
    )
  return (
    <section className={lane.form} aria-label={t('sweep:width')} ref={comeIntoView}>
      <h2>{t('sweep:width')}</h2>
      <p>{t('sweep:width.how')}</p>
      <div className={lane.measure}>
        {typed.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number, none is ever moved
          <label key={i}>
            {t('sweep:width.distance', { n: i + 1 })}
            <input
              inputMode="decimal"
              value={text}
              aria-invalid={text.trim() !== '' && !rangeOk(text)}
              onChange={(event) => setTyped(typed.with(i, event.target.value))}
            />
          </label>
        ))}
      </div>
      {typed.length < most && (
        <button type="button" className={styles.plain} onClick={() => setTyped([...typed, ''])}>
          {t('sweep:width.more')}
        </button>
      )}
      <fieldset className={lane.choices}>
        <legend className="unseen">{t('search:visibility')}</legend>
        {visibilities.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="visibility"
              checked={visibility === one}
              onChange={() => setVisibility(one)}
            />
            {t(`terms:visibility.${one}`)}
          </label>
        ))}
      </fieldset>
      {rd !== null && width && (
        <div role="status">
          <BigNumber value={distance(width.metres, language)}>{t('sweep:width.result')}</BigNumber>
          <p className="num">
            {t('sweep:width.mean', {
              count: ranges.length,
              rd: `${withUnit(number(rd, language, 1), 'm', language)} × ${number(width.metres / rd, language, 1)}`,
            })}
          </p>
          <p>
            {t('sweep:width.source')}
            {width.provisional && `, ${t('sweep:width.provisional')}`}
          </p>
        </div>
      )}
      <BigButton
        kind="primary"
        icon="arrow-up"
        onPress={send}
        refused={tried && !complete && t('sweep:width.missing')}
      >
        {t('sweep:width.send')}
      </BigButton>
      <BigButton low onPress={onClose}>
        {t('sweep:clue.cancel')}
      </BigButton>
    </section>
  )
}

const rangeOk = (text: string | undefined): boolean => {
  const metres = Number((text ?? '').replace(',', '.'))
  return metres >= 0.5 && metres <= 270
}
