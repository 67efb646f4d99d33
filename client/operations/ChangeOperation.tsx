import { useMemo, useState } from 'react'
import { ringText } from '../../shared/city/typed-ring.ts'
import { makeRing } from '../../shared/geo/make-ring.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { isRefusal, type Refusal as Refused, refuse } from '../../shared/kernel/refusal.ts'
import { windowRefusal } from '../../shared/operations/plan-rules.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { minutesOfDay, windowOfDay } from '../../shared/operations/window-of-day.ts'
import { useShapes } from '../app/desk-state.ts'
import { useAsk, useEntity, useText } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { Checkbox, NumberInput, TextInput } from '../ui/Fields.tsx'
import { TimeInput } from '../ui/TimeInput.tsx'
import type { TypedOutline } from './draft.ts'
import { OutlineField } from './OutlineField.tsx'
import { Refusal } from './Refusal.tsx'
import { Line, SideForm } from './SideForm.tsx'
import { refusalText, useDeskWords } from './words.ts'

/** Changes what an order is a copy of: running tasks get a new version of it. */
export function ChangeOperation({ id, onClose }: { id: Id; onClose(): void }) {
  const operation = useEntity('operation', id)
  const briefing = useText(operation?.briefing)
  if (!operation || (operation.briefing && briefing === undefined)) return null
  return <Fields operation={operation} oldBriefing={briefing ?? ''} onClose={onClose} />
}

function Fields({
  operation,
  oldBriefing,
  onClose,
}: {
  operation: Operation
  oldBriefing: string
  onClose(): void
}) {
  const { t, offset, window } = useDeskWords()
  const ask = useAsk(`change:${operation.id}`)
  const [title, setTitle] = useState(operation.title)
  const [from, setFrom] = useState(() => minutesOfDay(operation.window.from, offset))
  const [to, setTo] = useState(() => minutesOfDay(operation.window.to, offset))
  const [perimeter, setPerimeter] = useState<TypedOutline>(() => ({
    text: ringText(operation.perimeter),
    ring: operation.perimeter,
  }))
  const [briefing, setBriefing] = useState(oldBriefing)
  const [relief, setRelief] = useState(operation.reliefMinutes)
  const [refill, setRefill] = useState(operation.autoRefill)
  const [tried, setTried] = useState(false)

  const sameTimes =
    from === minutesOfDay(operation.window.from, offset) && to === minutesOfDay(operation.window.to, offset)
  const planned = sameTimes ? operation.window : windowOfDay(from, to, now(), offset)
  const ring = perimeter.ring ? makeRing(perimeter.ring) : refuse('typed.bad-outline')
  const outlineError: Refused | undefined = isRefusal(ring) ? ring : undefined
  const windowError = sameTimes ? null : windowRefusal(planned, now())

  async function submit() {
    setTried(true)
    if (title.trim() === '' || isRefusal(ring) || windowError) return
    const answer = await ask.give(
      'ChangeOperation',
      {
        operation: operation.id,
        ...(title.trim() !== operation.title && { title: title.trim() }),
        ...(!sameTimes && { window: planned }),
        ...(perimeter.text !== ringText(operation.perimeter) && { perimeter: ring }),
        ...(briefing.trim() && briefing !== oldBriefing && { briefing: briefing.trim() }),
        ...(relief !== operation.reliefMinutes && { reliefMinutes: relief }),
        ...(refill !== operation.autoRefill && { autoRefill: refill }),
      },
      { seen: [`operation:${operation.id}`] },
    )
    if (answer.ok) onClose()
  }
  useShapes(
    'change-operation',
    useMemo(
      () =>
        perimeter.ring
          ? [{ kind: 'perimeter' as const, id: 'changed-perimeter', ring: perimeter.ring, selected: true }]
          : [],
      [perimeter.ring],
    ),
  )
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('operations:change-operation')}
      submit={t('operations:save')}
      sending={ask.sending.length > 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <div data-first="">
        <TextInput
          label={t('operations:title')}
          hint={t('operations:title-hint')}
          value={title}
          maxLength={80}
          onChange={setTitle}
          error={tried && title.trim() === '' ? refusalText(t, { code: 'typed.missing' }) : undefined}
        />
      </div>
      <Line>
        <TimeInput
          label={t('operations:from')}
          value={from}
          onChange={(next) => setFrom(next ?? from)}
          hint={window(planned)}
          error={windowError ? refusalText(t, windowError) : undefined}
        />
        <TimeInput label={t('operations:to')} value={to} onChange={(next) => setTo(next ?? to)} />
        <NumberInput
          label={t('operations:relief-minutes')}
          value={relief}
          min={15}
          max={720}
          step={15}
          onChange={setRelief}
        />
      </Line>
      <OutlineField
        label={t('operations:perimeter')}
        value={perimeter}
        onChange={setPerimeter}
        error={tried ? outlineError : undefined}
      />
      <TextInput label={t('operations:briefing')} value={briefing} lines={3} onChange={setBriefing} />
      <Checkbox label={t('operations:auto-refill')} checked={refill} onChange={setRefill} />
      <p className="dim small">{t('operations:change-orders-hint')}</p>
    </SideForm>
  )
}
