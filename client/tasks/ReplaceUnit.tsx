import { useState } from 'react'
import { distance as metresBetween } from '../../shared/geo/distance.ts'
import { distance } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { onDuty } from '../../shared/shifts/types.ts'
import { spotOf } from '../forces/where.ts'
import { useAsk, useEntity, useStore } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { NumberedChoice } from '../ui/NumberedChoice.tsx'
import { Empty } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { TaskDialog } from './TaskDialog.tsx'

const nearest = 9

/** Another unit takes the task over: the nearest free ones on duty, with their way to the place. */
export function ReplaceUnit({ task: id, onClose }: { task: Id; onClose(): void }) {
  const { t, language } = useWords()
  const store = useStore()
  const task = useEntity('task', id)
  const asking = useAsk(`replace-unit:${id}`)
  const [chosen, setChosen] = useState<Id | null>(null)
  // As they stood when the dialog was opened: a list that reorders under the finger sends the wrong one.
  const [units] = useState(() => {
    const { board } = store.board
    const at = board.place.get(task?.place ?? '')?.meeting.at
    return [...board.unit.values()]
      .filter(({ shift, task: busy, leaving }) => onDuty(shift, now()) && busy === null && leaving === null)
      .map((unit) => {
        const spot = spotOf(store, 'unit', unit.id)
        return { unit, metres: at && spot ? metresBetween(at, spot) : null }
      })
      .sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity))
      .slice(0, nearest)
  })
  const value = chosen ?? units[0]?.unit.id ?? null
  async function replace() {
    if (!value) return
    const answer = await asking.give('ReplaceUnit', { task: id, unit: value }, { seen: [`unit:${value}`] })
    if (answer.ok) onClose()
  }
  return (
    <TaskDialog
      task={id}
      title={t('tasks:replace-unit')}
      submit={t('tasks:replace')}
      refused={!value && t('tasks:no-free-unit')}
      asking={asking}
      onSubmit={() => void replace()}
      onClose={onClose}
    >
      {units.length === 0 ? (
        <Empty>{t('tasks:no-free-unit')}</Empty>
      ) : (
        <NumberedChoice
          label={t('tasks:new-unit')}
          value={value}
          onChange={setChosen}
          options={units.map(({ unit, metres }) => ({
            value: unit.id,
            label: unit.callSign,
            note: [t(`terms:mobility.${unit.mobility}`), metres !== null && distance(metres, language)]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
    </TaskDialog>
  )
}
