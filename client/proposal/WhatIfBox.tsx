import type { ReactNode } from 'react'
import { clockTime, travelTime } from '../../shared/i18n/format.ts'
import type { WhatIf } from '../../shared/pairing/what-if.ts'
import { useDeskWords } from '../operations/words.ts'
import { Icon } from '../ui/Icons.tsx'
import styles from './proposal.module.css'

/** Over the map: what the region is left with if the proposal is approved. */
export function WhatIfBox({ facts, at }: { facts: WhatIf; at: number }) {
  const { t, language, offset } = useDeskWords()
  const seconds = (value: number | null) =>
    value === null ? t('proposals:nobody') : travelTime(value * 1000, language)
  return (
    <div className={styles.whatIf}>
      <h3>
        <svg width="24" height="10" aria-hidden="true">
          <path d="M0 5H24" stroke="var(--adv)" strokeWidth="2" strokeDasharray="6 3" />
        </svg>
        {t('proposals:if-approved')}
      </h3>
      <dl>
        <Line name={t('proposals:last-on-scene')}>
          <b>{clockTime(at + facts.lastArrival * 1000, offset)}</b>
        </Line>
        <Line name={t('proposals:free-left')}>
          {facts.freeUnits.now} <Icon name="arrow-right" size={11} label={t('proposals:becomes')} />{' '}
          <b>{facts.freeUnits.after}</b>
        </Line>
        <Line name={t('proposals:median-response')}>
          {seconds(facts.response.now)}{' '}
          <Icon name="arrow-right" size={11} label={t('proposals:becomes')} />{' '}
          <b>{seconds(facts.response.after)}</b>
        </Line>
        <Line name={t('proposals:region-empty')}>
          {facts.freeUnits.after === 0 ? (
            <b className="amber">{t('proposals:yes')}</b>
          ) : (
            <span>{t('proposals:no')}</span>
          )}
        </Line>
      </dl>
    </div>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="num">{children}</dd>
    </>
  )
}
