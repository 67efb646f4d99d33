import { memo } from 'react'
import { distance as metresBetween } from '../../shared/geo/distance.ts'
import { distance, duration } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { ageingFor } from '../../shared/positions/age.ts'
import { Person } from '../operations/Who.tsx'
import { useEntity, useStore } from '../store/use-store.ts'
import { useEverySecond, useTickingText } from '../ui/ticker.ts'
import { useWords } from '../ui/words.ts'
import { statusOf } from './status.ts'
import { reference, spotOf } from './where.ts'

// Memoized: a table in motion renders its rows again with every step, and nearly all of them stand still.
interface Carrier {
  kind: 'unit' | 'assistant'
  id: Id
}

/** A unit by its call sign, an assistant by name with the call sign behind. */
export const CarrierName = memo(function CarrierName({
  kind,
  id,
  nameOnly,
}: Carrier & { nameOnly?: boolean }) {
  const carrier = useEntity(kind, id)
  if (kind === 'unit') return <b>{carrier?.callSign}</b>
  return (
    <>
      <b>
        <Person id={id} />
      </b>
      {!nameOnly && <span className="dim only-l"> {carrier?.callSign}</span>}
    </>
  )
})

/** Renders when this carrier or its task changed, and only then. */
export const CarrierStatusWord = memo(function CarrierStatusWord({ kind, id }: Carrier) {
  const { t } = useWords()
  const carrier = useEntity(kind, id)
  const task = useEntity('task', carrier?.task)
  if (!carrier) return null
  const status = statusOf(carrier, task)
  switch (status) {
    case 'off-duty':
    case 'free':
    case 'leaving':
      return (
        <span className={status === 'leaving' ? 'amber' : status === 'off-duty' ? 'dim' : 'strong'}>
          {t(`terms:status.${status}`)}
        </span>
      )
    case 'requested':
      return <span className="advice">{t('terms:task.requested')}</span>
    default:
      return (
        <span className={status === 'hold' ? 'amber' : status === 'offered' ? 'advice' : undefined}>
          {t(`terms:step.${status}`)}
        </span>
      )
  }
})

/** How old the last fix is; written each second by the page's one ticker. */
export const FixAge = memo(function FixAge({ no }: { no: number }) {
  const { language } = useWords()
  const { live } = useStore()
  const ref = useEverySecond<HTMLSpanElement>((element, at) => {
    const heard = live.table.at[no] ?? 0
    const text = heard === 0 ? '–' : duration(at - heard, language)
    if (element.textContent !== text) element.textContent = text
    const old = heard !== 0 && at - heard > ageingFor
    element.classList.toggle('strong', old)
    element.style.textDecoration = old ? 'underline dashed' : ''
  })
  return <span className="num" ref={ref} />
})

/** Metres to the selected thing, else to the middle of the map. */
export const HowFar = memo(function HowFar({ kind, id }: Carrier) {
  const { language } = useWords()
  const store = useStore()
  const ref = useTickingText(() => {
    const from = spotOf(store, kind, id)
    const to = reference(store)
    return from && to ? distance(metresBetween(from, to), language) : '–'
  })
  return <span className="num" ref={ref} />
})
