import { useMemo, useState } from 'react'
import { coordinatesText } from '../../shared/city/find-point.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { key } from '../../shared/kernel/ids.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { useShapes } from '../app/desk-state.ts'
import type { Shape } from '../map/shapes.ts'
import type { TypedPoint } from '../operations/draft.ts'
import { PointField } from '../operations/OutlineField.tsx'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useText } from '../store/use-store.ts'
import { Select } from '../ui/Choices.tsx'
import { TextInput } from '../ui/Fields.tsx'
import {
  noSubject,
  readPoint,
  readSubject,
  type Subject,
  subjectCategories,
  subjectText,
} from './sealed-words.ts'

interface CaseFormProps {
  operation: Operation
  onClose(): void
}

/** Waits for what the vault already has, so that nothing is overwritten unseen. */
export function CaseForm({ operation, onClose }: CaseFormProps) {
  const { search } = operation
  const subject = useText(search?.subject)
  const ipp = useText(search?.ipp)
  const lkp = useText(search?.lkp)
  const waits =
    (search?.subject && subject === undefined) ||
    (search?.ipp && ipp === undefined) ||
    (search?.lkp && lkp === undefined)
  if (waits) return null
  return (
    <Fields
      operation={operation}
      old={subject === undefined ? noSubject : readSubject(subject)}
      ipp={readPoint(ipp ?? '')}
      lkp={readPoint(lkp ?? '')}
      onClose={onClose}
    />
  )
}

const typedAt = (at: LatLng | null): TypedPoint => ({ text: at ? coordinatesText(at) : '', at })
const same = (a: LatLng | null, b: LatLng | null) => a?.lat === b?.lat && a?.lng === b?.lng

interface FieldsProps extends CaseFormProps {
  old: Subject
  ipp: LatLng | null
  lkp: LatLng | null
}

/** Who is missed, last seen when and where, and from where the search is planned. */
function Fields({ operation, old, ipp: oldIpp, lkp: oldLkp, onClose }: FieldsProps) {
  const { t } = useDeskWords()
  const ask = useAsk(`case:${operation.id}`)
  const [subject, setSubject] = useState(old)
  const [ipp, setIpp] = useState(() => typedAt(oldIpp))
  const [lkp, setLkp] = useState(() => typedAt(oldLkp))
  const [tried, setTried] = useState(false)
  const unclear = (point: TypedPoint) => point.text.trim() !== '' && !point.at
  const change = (part: Partial<Subject>) => setSubject({ ...subject, ...part })

  async function submit() {
    setTried(true)
    if (unclear(ipp) || unclear(lkp)) return
    const id = operation.id
    const seen = [key('operation', id)]
    if (subjectText(subject) !== subjectText(old)) {
      const answer = await ask.give(
        'DescribeSubject',
        { operation: id, text: subjectText(subject) },
        { seen },
      )
      if (!answer.ok) return
    }
    if (!oldIpp && ipp.at) {
      const answer = await ask.give('SetSearchPoint', { operation: id, point: 'ipp', at: ipp.at })
      if (!answer.ok) return
    }
    if (lkp.at && !same(lkp.at, oldLkp)) {
      const answer = await ask.give('SetSearchPoint', { operation: id, point: 'lkp', at: lkp.at })
      if (!answer.ok) return
    }
    onClose()
  }
  useShapes(
    'case-form',
    useMemo(
      (): Shape[] => [
        ...(ipp.at && !oldIpp ? [{ kind: 'ipp' as const, id: 'draft-ipp', at: ipp.at, selected: true }] : []),
        ...(lkp.at && !same(lkp.at, oldLkp)
          ? [{ kind: 'lkp' as const, id: 'draft-lkp', at: lkp.at, selected: true }]
          : []),
      ],
      [ipp.at, lkp.at, oldIpp, oldLkp],
    ),
  )
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:change-case')}
      submit={t('operations:save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <Select
          label={t('search:category')}
          hint={t('search:category-hint')}
          options={subjectCategories.map((one) => ({ value: one, label: t(`search:category.${one}`) }))}
          value={subject.category}
          onChange={(category) => change({ category })}
        />
      </div>
      <TextInput
        label={t('search:last-seen')}
        hint={t('search:last-seen-hint')}
        value={subject.seen}
        maxLength={200}
        onChange={(seen) => change({ seen })}
      />
      <TextInput
        label={t('search:signs')}
        hint={t('search:signs-hint')}
        value={subject.words}
        lines={3}
        maxLength={1500}
        onChange={(words) => change({ words })}
      />
      {oldIpp ? (
        <p className="dim small">{t('search:ipp-fixed', { at: coordinatesText(oldIpp) })}</p>
      ) : (
        <PointField
          label={t('search:ipp-long')}
          value={ipp}
          onChange={setIpp}
          {...(tried && unclear(ipp) && { error: refuse('typed.no-place') })}
        />
      )}
      <PointField label={t('search:lkp-long')} value={lkp} onChange={setLkp} />
    </SideForm>
  )
}
