import { useState } from 'react'
import type { TypedPoint } from '../../operations/draft.ts'
import { PointField } from '../../operations/OutlineField.tsx'
import { Refusal } from '../../operations/Refusal.tsx'
import { Line, SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { useAsk } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Choices.tsx'
import { now } from '../../ui/clock.ts'
import { TextInput } from '../../ui/Fields.tsx'
import { AlarmMark } from '../../ui/Marks.tsx'
import { Facts, Notice } from '../../ui/Panel.tsx'
import { TimeInput } from '../../ui/TimeInput.tsx'
import { locatedStates } from '../sealed-words.ts'
import { openForm } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import { lastInstant, minutesNow } from './use-case.ts'

/** Milliseconds in which a second Enter is taken for the first one, held too long. */
const notAtOnce = 800

/** The subject was found: first what is said, then once more what it does, because it stops everybody. */
export function LocatedForm({ search, onClose }: { search: SearchBoard; onClose(): void }) {
  const { t, offset } = useDeskWords()
  const { operation, tasks } = search
  const { id } = operation
  const ask = useAsk(`located:${id}`)
  const [state, setState] = useState<(typeof locatedStates)[number] | null>(null)
  const [point, setPoint] = useState<TypedPoint>({ text: '', at: null })
  const [foundAt, setFoundAt] = useState<number | null>(() => minutesNow(now(), offset))
  const [words, setWords] = useState('')
  const [returnTo, setReturnTo] = useState('')
  const [tried, setTried] = useState(false)
  const [checkingSince, setCheckingSince] = useState<number | null>(null)
  const checking = checkingSince !== null
  const missing = refusalText(t, { code: 'typed.missing' })
  const complete = state !== null && returnTo.trim() !== '' && foundAt !== null

  async function submit() {
    setTried(true)
    if (!complete) return
    if (!checking) return setCheckingSince(now())
    if (now() - checkingSince < notAtOnce) return
    const answer = await ask.give('ReportLocated', {
      ...{ operation: id, state, at: point.at, returnTo: returnTo.trim() },
      foundAt: lastInstant(foundAt, now(), offset),
      ...(words.trim() && { words: words.trim() }),
    })
    if (answer.ok) openForm(null)
    else setCheckingSince(null)
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('case:section.located')}
      submit={t(checking ? 'case:located-confirm' : 'case:located-next')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={checking ? () => setCheckingSince(null) : onClose}
      actions={checking && <Button onPress={() => setCheckingSince(null)}>{t('case:located-back')}</Button>}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      {checking && state ? (
        <>
          <Notice tone="level1" mark={<AlarmMark level={1} />} title={t('case:located-warn')} live>
            {t('case:located-warn-text')}
          </Notice>
          <p className="strong">{t('case:located-stops', { count: tasks.size })}</p>
          <Facts
            nameWidth={150}
            facts={[
              { name: t('case:located-state'), value: t(`case:located-state.${state}`) },
              { name: t('case:return-to'), value: returnTo },
              { name: t('case:located-at'), value: point.text || '–' },
            ]}
          />
        </>
      ) : (
        <>
          <div data-first="">
            <Select
              label={t('case:located-state')}
              hint={t('case:located-state-hint')}
              options={locatedStates.map((one) => ({ value: one, label: t(`case:located-state.${one}`) }))}
              value={state}
              onChange={setState}
              error={tried && !state ? missing : undefined}
            />
          </div>
          <TextInput
            label={t('case:return-to')}
            hint={t('case:return-to-hint')}
            value={returnTo}
            maxLength={200}
            onChange={setReturnTo}
            error={tried && returnTo.trim() === '' ? missing : undefined}
          />
          <PointField label={t('case:located-at')} value={point} onChange={setPoint} />
          <Line>
            <TimeInput label={t('case:located-when')} value={foundAt} onChange={setFoundAt} />
            <TextInput label={t('case:located-words')} value={words} maxLength={1000} onChange={setWords} />
          </Line>
          <p className="small dim">{t('case:located-warn-text')}</p>
        </>
      )}
    </SideForm>
  )
}
