import { useMemo, useState } from 'react'
import { coordinatesText } from '../../../shared/city/find-point.ts'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { key } from '../../../shared/kernel/ids.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import { useShapes } from '../../app/desk-state.ts'
import type { Shape } from '../../map/shapes.ts'
import type { TypedPoint } from '../../operations/draft.ts'
import { PointField } from '../../operations/OutlineField.tsx'
import { Refusal } from '../../operations/Refusal.tsx'
import { Line, SideForm } from '../../operations/SideForm.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Select } from '../../ui/Choices.tsx'
import { now } from '../../ui/clock.ts'
import { Checkbox, TextInput } from '../../ui/Fields.tsx'
import { TimeInput } from '../../ui/TimeInput.tsx'
import {
  noSubject,
  readPoint,
  readSubject,
  type Subject,
  subjectCategories,
  subjectText,
} from '../sealed-words.ts'
import { CasePhoto } from './CasePhoto.tsx'
import { PositionHistory } from './PositionHistory.tsx'
import type { CasePartProps } from './StatementForm.tsx'
import { lastInstant, useCase } from './use-case.ts'

/** Waits for what the vault already has, so that nothing is overwritten unseen. */
export function SubjectForm({ operation, onClose }: CasePartProps) {
  const { search } = operation
  const file = useCase(operation.id)
  const subject = useText(file.subject)
  const ipp = useText(search?.ipp)
  const lkp = useText(search?.lkp)
  const waits =
    (file.subject && subject === undefined) ||
    (search?.ipp && ipp === undefined) ||
    (search?.lkp && lkp === undefined)
  if (waits) return null
  return (
    <Fields
      operation={operation}
      old={subject === undefined ? noSubject : readSubject(subject)}
      oldMinor={file.minor}
      ipp={readPoint(ipp ?? '')}
      lkp={readPoint(lkp ?? '')}
      onClose={onClose}
    />
  )
}

const typedAt = (at: LatLng | null): TypedPoint => ({ text: at ? coordinatesText(at) : '', at })
const same = (a: LatLng | null, b: LatLng | null) => a?.lat === b?.lat && a?.lng === b?.lng

/** Together with their names they fit into one text of the vault. */
const longest = {
  ...{ name: 80, age: 20, seen: 200, looks: 250, clothing: 250 },
  ...{ carries: 150, approach: 250, words: 400 },
} as const

interface FieldsProps extends CasePartProps {
  old: Subject
  oldMinor: boolean
  ipp: LatLng | null
  lkp: LatLng | null
}

/** Who is missed, last seen when and where, and from where the search is planned. */
function Fields({ operation, old, oldMinor, ipp: oldIpp, lkp: oldLkp, onClose }: FieldsProps) {
  const { t, offset } = useDeskWords()
  const ask = useAsk(`case:${operation.id}`)
  const [subject, setSubject] = useState(old)
  const [minor, setMinor] = useState(oldMinor)
  const [ipp, setIpp] = useState(() => typedAt(oldIpp))
  const [lkp, setLkp] = useState(() => typedAt(oldLkp))
  const [source, setSource] = useState('')
  const [seenAt, setSeenAt] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const unclear = (point: TypedPoint) => point.text.trim() !== '' && !point.at
  const change = (part: Partial<Subject>) => setSubject({ ...subject, ...part })
  const moved = lkp.at && !same(lkp.at, oldLkp)

  async function submit() {
    setTried(true)
    if (unclear(ipp) || unclear(lkp)) return
    const id = operation.id
    if (subjectText(subject) !== subjectText(old) || minor !== oldMinor) {
      const answer = await ask.give(
        'DescribeSubject',
        { operation: id, text: subjectText(subject), minor },
        { seen: [key('case', id)] },
      )
      if (!answer.ok) return
    }
    if (!oldIpp && ipp.at) {
      const answer = await ask.give('SetSearchPoint', { operation: id, point: 'ipp', at: ipp.at })
      if (!answer.ok) return
    }
    if (moved && lkp.at) {
      const answer = await ask.give('SetSearchPoint', {
        ...{ operation: id, point: 'lkp', at: lkp.at },
        ...(source.trim() && { source: source.trim() }),
        ...(seenAt !== null && { seenAt: lastInstant(seenAt, now(), offset) }),
      })
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
  const line = (name: Exclude<keyof Subject, 'category'>, label: string, hint?: string, lines?: number) => (
    <TextInput
      label={label}
      {...(hint && { hint })}
      {...(lines && { lines })}
      value={subject[name]}
      maxLength={longest[name]}
      onChange={(value) => change({ [name]: value })}
    />
  )
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('case:section.subject')}
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
      <Line>
        {line('name', t('case:who'))}
        {line('age', t('case:age'))}
      </Line>
      <Checkbox label={t('case:minor')} checked={minor} onChange={setMinor} />
      {line('seen', t('search:last-seen'), t('search:last-seen-hint'))}
      {line('looks', t('case:looks'), undefined, 2)}
      {line('clothing', t('case:clothing'), undefined, 2)}
      {line('carries', t('case:carries'))}
      {line('approach', t('case:approach'), t('case:approach-hint'), 2)}
      {line('words', t('search:signs'), t('search:signs-hint'), 2)}
      <CasePhoto operation={operation.id} />
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
      {moved && (
        <Line>
          <TextInput label={t('case:lkp-source')} value={source} maxLength={80} onChange={setSource} />
          <TimeInput label={t('case:lkp-seen-at')} value={seenAt} onChange={setSeenAt} />
        </Line>
      )}
      <PositionHistory operation={operation.id} />
    </SideForm>
  )
}
