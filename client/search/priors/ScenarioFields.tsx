import { useState } from 'react'
import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { number } from '../../../shared/i18n/format.ts'
import { type PriorSource, priorSources } from '../../../shared/search/priors/probability.ts'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choices.tsx'
import { NumberInput, TextInput } from '../../ui/Fields.tsx'
import { openForm, useSearchDesk } from '../search-desk.ts'
import { type SearchBoard, usePoint } from '../use-search.ts'
import { byArea, byConsensus, byRings, restOf, type ScenarioDraft } from './priors.ts'
import { RingSource } from './RingSource.tsx'
import { useRings, useRowWords } from './ring-words.ts'
import styles from './scenarios.module.css'
import { useConsensuses } from './use-priors.ts'

/** Usual share of the rest of the world when nobody has said anything else. */
const usualRest = 10

interface ScenarioFieldsProps {
  search: SearchBoard
  draft: ScenarioDraft
  named: boolean
  onChange(part: Partial<ScenarioDraft>): void
}

/** One scenario: where its numbers come from, and the numbers. Only those by hand can be typed over. */
export function ScenarioFields({ search, draft, named, onChange }: ScenarioFieldsProps) {
  const { t, language, time } = useDeskWords()
  const words = useRowWords()
  const { operation, segments } = search
  const ipp = usePoint(operation.search?.ipp)
  const rings = useRings(operation)
  const closed = useConsensuses(operation.id).filter(({ result }) => result !== null)
  const asked = useSearchDesk((desk) => desk.consensus)
  const newest = closed.find(({ id }) => id === asked) ?? closed.at(-1)
  const agreed = closed.find(({ id }) => id === draft.consensus)
  const outlines = new Map(segments.flatMap(({ id, ring }) => (ring ? [[id, ring] as const] : [])))
  const areas = new Map([...outlines].map(([id, ring]) => [id, ringArea(ring)] as const))
  const rest = restOf(draft.poa)
  const [why, setWhy] = useState<PriorSource | null>(null)

  function take(source: PriorSource) {
    setWhy(null)
    if (source === 'hand') onChange({ source, consensus: null, poa: rounded(draft) })
    else if (source === 'area') onChange({ source, consensus: null, poa: byArea(areas, usualRest) })
    else if (source === 'rings' && ipp && rings)
      onChange({ source, consensus: null, poa: byRings(ipp, outlines, rings.within) })
    else if (source === 'consensus' && newest) {
      const poa = byConsensus(newest, segments)
      if (poa) onChange({ source, consensus: newest.id, poa })
      else setWhy(source)
    } else setWhy(source)
  }
  const reason =
    why === 'rings'
      ? t(ipp ? 'search:rings-no-default' : 'search:rings-need-ipp')
      : why === 'consensus'
        ? t(newest ? 'search:consensus-other-now' : 'search:no-consensus')
        : undefined
  return (
    <div className={styles.fields}>
      {named && (
        <TextInput
          label={t('search:scenario-name')}
          hint={t('search:scenario-name-hint')}
          value={draft.name}
          maxLength={80}
          onChange={(name) => onChange({ name })}
        />
      )}
      <div data-first="">
        <Select
          label={t('search:prior-source')}
          options={priorSources.map((one) => ({ value: one, label: t(`search:source.${one}`) }))}
          value={draft.source}
          onChange={take}
          error={reason}
        />
      </div>
      {why === 'consensus' && (
        <Button onPress={() => openForm('consensus')}>{t('search:new-consensus')}</Button>
      )}
      {draft.source === 'rings' && rings && (
        <p className="dim small">
          {words.category(rings.category)}, {words.terrain(rings.terrain)}. <RingSource row={rings} />{' '}
          {t('search:rings-how')}
        </p>
      )}
      {draft.source === 'consensus' && agreed?.closedAt && (
        <p className="dim small">
          {t('search:consensus-of', {
            method: t(`search:method.${agreed.method}`),
            time: time(agreed.closedAt),
            count: agreed.sheets.length,
          })}
        </p>
      )}
      {draft.source === 'consensus' && newest?.closedAt && newest !== agreed && (
        <Button onPress={() => take('consensus')}>
          {t('search:consensus-newer', { time: time(newest.closedAt) })}
        </Button>
      )}
      {draft.source === 'area' && (
        <NumberInput
          label={t('search:rest-percent')}
          hint={t('search:area-how')}
          value={rest}
          min={0}
          max={100}
          step={1}
          onChange={(percent) => onChange({ poa: byArea(areas, percent ?? 0) })}
        />
      )}
      {segments.map(({ id, letter, name }) => (
        <div key={id} className={styles.segment}>
          <span className="clip">
            <b>{letter}</b> {name}{' '}
            {areas.has(id) && (
              <span className="dim num">
                {number((areas.get(id) ?? 0) / 1e6, language, 2)} {t('search:km2')}
              </span>
            )}
          </span>
          {draft.source === 'hand' ? (
            <NumberInput
              label={t('search:poa-percent', { letter })}
              value={draft.poa.get(id) ?? null}
              min={0}
              max={100}
              step={0.5}
              onChange={(percent) => onChange({ poa: new Map(draft.poa).set(id, percent) })}
            />
          ) : (
            <b className="num right">{number(draft.poa.get(id) ?? 0, language, 2)} %</b>
          )}
        </div>
      ))}
      {rest >= 0 && (
        <p className={rest === 0 ? 'amber' : 'strong'} role="status">
          {t(rest === 0 ? 'search:rest-none' : 'search:rest-is', { percent: number(rest, language, 2) })}
        </p>
      )}
    </div>
  )
}

/** A number that somebody takes over to change it is read and typed to a hundredth. */
const rounded = ({ poa }: ScenarioDraft) =>
  new Map([...poa].map(([id, percent]) => [id, percent === null ? null : Math.floor(percent * 100) / 100]))
