import { useMemo, useState } from 'react'
import { distance, number, percent } from '../../../shared/i18n/format.ts'
import { key } from '../../../shared/kernel/ids.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { lights, terrains } from '../../../shared/search/sweep/debrief-types.ts'
import type { SegmentSearch } from '../../../shared/search/types.ts'
import { observedWidth } from '../../../shared/search-theory/observed-width.ts'
import { useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import { OutlineField } from '../../operations/OutlineField.tsx'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Checkbox, NumberInput, TextInput } from '../../ui/Fields.tsx'
import { Segments } from '../../ui/Segments.tsx'
import styles from '../search.module.css'
import { setSearchDesk, useSearchDesk } from '../search-desk.ts'
import planStyles from '../teams/plan.module.css'
import type { SearchBoard } from '../use-search.ts'
import { DebriefWidth } from './DebriefWidth.tsx'
import { type DebriefDraft, debriefDraft, saidOf } from './debrief-draft.ts'

/** What the team says of a sweep that was recorded. */
export function DebriefForm({ search, onClose }: { search: SearchBoard; onClose(): void }) {
  const chosen = useSearchDesk((desk) => desk.debrief)
  const place = search.segments.find(({ id }) => id === chosen?.place)
  const sweep = place?.searches.find(({ at }) => at === chosen?.at)
  if (!place || !sweep) return null
  return <Debriefing key={sweep.at} place={place} sweep={sweep} onClose={onClose} />
}

interface DebriefingProps {
  place: Place
  sweep: SegmentSearch
  onClose(): void
}

/** Spacing, conditions, what was left out, who walked without a device: facts, from which the server reckons. */
function Debriefing({ place, sweep, onClose }: DebriefingProps) {
  const { t, language, time } = useDeskWords()
  const ask = useAsk(`debrief:${place.id}`)
  const [draft, setDraft] = useState<DebriefDraft>(() => debriefDraft(sweep))
  const [tried, setTried] = useState(false)
  const change = (to: Partial<DebriefDraft>) => setDraft((old) => ({ ...old, ...to }))
  const said = saidOf(draft)
  const lacks = (value: unknown) =>
    tried && value === null ? refusalText(t, { code: 'typed.missing' }) : undefined
  useShapes(
    'debrief-missed',
    useMemo(
      (): Shape[] =>
        draft.missed === 'drawn' && draft.outline.ring
          ? [{ kind: 'perimeter', id: 'debrief-missed', ring: draft.outline.ring }]
          : [],
      [draft.missed, draft.outline.ring],
    ),
  )

  async function submit() {
    setTried(true)
    if (!said) return
    const words = draft.words.trim()
    const answer = await ask.give(
      'DebriefSearch',
      { place: place.id, sweep: sweep.at, said, words: words === '' ? null : words },
      { seen: [key('place', place.id)] },
    )
    if (!answer.ok) return
    setSearchDesk({ debrief: null, sweep: { place: place.id, at: sweep.at } })
    onClose()
  }
  const planned = sweep.sweepWidth
  const width = said && observedWidth(planned, said.width)
  return (
    <SideForm
      above={
        <>
          <span>{t('search:debrief-of', { letter: place.letter })}</span>
          <span className="num">
            {time(sweep.from)}–{time(sweep.to)}
          </span>
        </>
      }
      title={t('search:debrief')}
      submit={t('search:debrief-save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <p className="dim small">
        {t('search:debrief-measured', {
          pod: percent(sweep.pod, language, 1),
          length: distance(sweep.trackMetres, language),
          width: distance(planned.metres, language),
        })}
      </p>
      <div data-first="">
        <NumberInput
          label={t('search:spacing-seen')}
          hint={t('search:spacing-hint')}
          value={draft.spacing}
          min={0}
          max={200}
          onChange={(spacing) => change({ spacing })}
        />
      </div>
      <p className={planStyles.label}>{t('search:light')}</p>
      <Segments
        label={t('search:light')}
        options={lights.map((one) => ({ value: one, label: t(`search:light.${one}`) }))}
        value={draft.light}
        onChange={(light) => change({ light })}
      />
      <p className={planStyles.label}>{t('search:terrain')}</p>
      <Segments
        label={t('search:terrain')}
        options={terrains.map((one) => ({ value: one, label: t(`search:terrain.${one}`) }))}
        value={draft.terrain}
        onChange={(terrain) => change({ terrain })}
      />
      <DebriefWidth draft={draft} onChange={change} missing={lacks(draft.rd)} />
      {width !== null && (
        <div role="status">
          <p className="num">
            {t('search:width-from-to', {
              planned: distance(planned.metres, language),
              seen: number(width, language, 1),
            })}
          </p>
          {said?.spacing ? (
            <p className="num">
              {t('search:by-spacing', { coverage: number(width / said.spacing, language, 2) })}
            </p>
          ) : null}
        </div>
      )}
      <p className={planStyles.label}>{t('search:missed')}</p>
      <Segments
        label={t('search:missed')}
        options={(['none', 'drawn', 'share'] as const).map((one) => ({
          value: one,
          label: t(`search:missed.${one}`),
        }))}
        value={draft.missed}
        onChange={(missed) => change({ missed })}
      />
      {draft.missed === 'share' && (
        <NumberInput
          label={t('search:missed-percent')}
          hint={t('search:missed-percent-hint')}
          value={draft.percent}
          onChange={(value) => change({ percent: value })}
          error={lacks(draft.percent)}
        />
      )}
      {draft.missed === 'drawn' && (
        <OutlineField
          label={t('search:missed-part')}
          value={draft.outline}
          onChange={(outline) => change({ outline })}
          {...(tried && !draft.outline.ring && { error: { refused: true, code: 'typed.missing' } })}
        />
      )}
      <NumberInput
        label={t('search:others-people')}
        hint={t('search:others-hint')}
        value={draft.people}
        min={0}
        max={200}
        onChange={(people) => change({ people: people ?? 0 })}
      />
      {draft.people > 0 && (
        <>
          <NumberInput
            label={t('search:others-metres')}
            value={draft.metres}
            min={0}
            step={100}
            onChange={(metres) => change({ metres })}
            error={lacks(draft.metres)}
          />
          <Checkbox
            label={t('search:others-confirmed')}
            checked={draft.confirmed}
            onChange={(confirmed) => change({ confirmed })}
          />
        </>
      )}
      <TextInput
        label={t('search:debrief-words')}
        value={draft.words}
        lines={2}
        maxLength={1500}
        onChange={(words) => change({ words })}
      />
      <p className={`${styles.now} dim small`} style={{ margin: 0 }}>
        {t('search:debrief-hint')}
      </p>
    </SideForm>
  )
}
