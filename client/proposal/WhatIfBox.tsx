import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { clockTime, travelTime } from '../../shared/i18n/format.ts'
import type { WhatIf } from '../../shared/pairing/what-if.ts'
import { useDesk } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { Icon } from '../ui/Icons.tsx'
import styles from './proposal.module.css'

const leastHeight = 420

/** Over the desk's map, or in the panel: what the region is left with if the proposal is approved. */
export function WhatIfBox({ facts, at }: { facts: WhatIf; at: number }) {
  const { t, language, offset } = useDeskWords()
  const seconds = (value: number | null) =>
    value === null ? t('proposals:nobody') : travelTime(value * 1000, language)
  const live = useDesk((desk) => desk.map)
  // A small map would be hidden by it.
  const over = live !== null && live.map.getSize().y >= leastHeight
  const box = (
    <section className={over ? styles.whatIf : styles.inPanel} aria-label={t('proposals:if-approved')}>
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
          {seconds(facts.response.now)} <Icon name="arrow-right" size={11} label={t('proposals:becomes')} />{' '}
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
    </section>
  )
  return over ? createPortal(box, live.map.getContainer()) : box
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="num">{children}</dd>
    </>
  )
}
