import { useState } from 'react'
import { ringArea } from '../../shared/geo/ring-measure.ts'
import { number } from '../../shared/i18n/format.ts'
import { key } from '../../shared/kernel/ids.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../operations/words.ts'
import { useAsk } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { NumberInput } from '../ui/Fields.tsx'
import { byArea, byRings, type Priors, priorChanges, priorsOf, priorsProblem, restOf } from './priors.ts'
import { ringsFor } from './rings-for.ts'
import styles from './search.module.css'
import { type SearchBoard, usePoint, useSubject } from './use-search.ts'

/** Usual share of the rest of the world when nobody has said anything else. */
const usualRest = 10

/** The probability of each segment before anybody searched; with the rest of the world they make up 100 %. */
export function PriorsForm({ search, onClose }: { search: SearchBoard; onClose(): void }) {
  const { t, language } = useDeskWords()
  const { operation, segments } = search
  const ask = useAsk(`priors:${operation.id}`)
  const [priors, setPriors] = useState<Priors>(() => priorsOf(segments))
  const problem = priorsProblem(priors)
  const rest = restOf(priors)
  const searched = segments.some(({ searches }) => searches.length > 0)

  async function submit() {
    if (problem) return
    for (const body of priorChanges(segments, priors)) {
      const answer = await ask.give('ChangePlace', body, { seen: [key('place', body.place)] })
      if (!answer.ok) return
    }
    onClose()
  }
  const spread = () =>
    setPriors(
      byArea(
        new Map(segments.flatMap(({ id, ring }) => (ring ? [[id, ringArea(ring)] as const] : []))),
        usualRest,
      ),
    )
  const ipp = usePoint(operation.search?.ipp)
  const rings = ringsFor(useSubject(operation).category)
  const fromRings = () =>
    ipp &&
    rings &&
    setPriors(
      byRings(
        ipp,
        new Map(segments.flatMap(({ id, ring }) => (ring ? [[id, ring] as const] : []))),
        rings.within,
      ),
    )
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:change-priors')}
      submit={t('operations:save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
      actions={
        <>
          <Button onPress={spread}>{t('search:by-area')}</Button>
          <Button
            onPress={fromRings}
            refused={!ipp ? t('search:rings-need-ipp') : !rings && t('search:no-rings')}
          >
            {t('search:by-rings')}
          </Button>
        </>
      }
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="dim small">{t(searched ? 'search:priors-hint-searched' : 'search:priors-hint')}</p>
      {segments.map(({ id, letter, name, ring }, index) => (
        <div key={id} className={styles.priors} {...(index === 0 && { 'data-first': '' })}>
          <span className="clip">
            <b>{letter}</b> {name}{' '}
            {ring && (
              <span className="dim num">
                {number(ringArea(ring) / 1e6, language, 2)} {t('search:km2')}
              </span>
            )}
          </span>
          <NumberInput
            label={t('search:poa-percent', { letter })}
            value={priors.get(id) ?? null}
            min={0}
            max={100}
            step={0.5}
            onChange={(percent) => setPriors(new Map(priors).set(id, percent))}
          />
        </div>
      ))}
      <p className={problem ? 'amber' : rest === 0 ? 'amber' : 'strong'} role="status">
        {problem
          ? refusalText(t, problem)
          : t(rest === 0 ? 'search:rest-none' : 'search:rest-is', {
              percent: number(rest, language, 1),
            })}
      </p>
    </SideForm>
  )
}
