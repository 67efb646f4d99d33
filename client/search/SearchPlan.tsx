import { useRef } from 'react'
import { percent } from '../../shared/i18n/format.ts'
import { openDialog, openPanel, select } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { Button } from '../ui/Button.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, Figure, Figures, Notice, Panel } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { SuccessInputs } from './SuccessInputs.tsx'
import { openForm, useSearchDesk } from './search-desk.ts'
import { SweepRow } from './sweep/SweepRow.tsx'
import { BestNext } from './teams/BestNext.tsx'
import { SuccessChart } from './teams/SuccessChart.tsx'
import { TeamsPlan } from './teams/TeamsPlan.tsx'
import { openPlaces, usePlan } from './teams/use-plan.ts'
import type { SearchBoard } from './use-search.ts'

/** The chance of success so far, the best next tasks and the recorded sweeps. */
export function SearchPlan({ search }: { search: SearchBoard }) {
  const { t, language } = useDeskWords()
  const { operation, segments, state } = search
  const effort = useSearchDesk((desk) => desk.effort)
  const { assumed, teams, tasks, plan } = usePlan(search)
  const [best] = openPlaces(search, tasks)
  const planned = openPlaces(
    search,
    (plan?.teams ?? []).filter((_, team) => teams[team]?.out === undefined),
  )
  const nothing = t(state.rowStart === 1 ? 'search:no-priors' : 'search:nothing-to-gain')
  const letterOf = (id: string | undefined) => segments.find((one) => one.id === id)?.letter ?? ''
  const largest = [...state.segments].sort((a, b) => b.poaNow - a.poaNow)[0]
  const sweeps = segments
    .flatMap((place) => place.searches.map((sweep) => ({ place, sweep })))
    .sort((a, b) => b.sweep.at - a.sweep.at)
  const list = useRef<HTMLUListElement>(null)
  const open = operation.closedAt === null
  return (
    <Panel
      actions={
        open ? (
          <>
            <Button
              kind="primary"
              action="confirm"
              onPress={() => best && openPanel({ name: 'proposal', operation: operation.id, places: [best] })}
              refused={!best && nothing}
            >
              {best ? t('search:team-to', { letter: letterOf(best) }) : t('operations:propose')}
            </Button>
            <Button
              action="confirm.all"
              onPress={() => openPanel({ name: 'proposal', operation: operation.id, places: planned })}
              refused={planned.length === 0 && nothing}
            >
              {t('search:teams-to', { count: planned.length })}
            </Button>
            <Button action="compare" onPress={() => openForm('what-if')} refused={!plan && nothing}>
              {t('search:what-if')}
            </Button>
            <Button
              action="message.write"
              onPress={() => openDialog({ name: 'message', operation: operation.id, task: null })}
            >
              {t('operations:message')}
            </Button>
            <Button
              className="only-l"
              action="operation.change"
              onPress={() => openPanel({ name: 'change-operation', operation: operation.id })}
            >
              {t('operations:change')}
            </Button>
            <Button
              className="only-l"
              action="operation.end"
              onPress={() => openPanel({ name: 'end-operation', operation: operation.id })}
            >
              {t('operations:end')}
            </Button>
          </>
        ) : undefined
      }
    >
      <SectionHead
        title={t('search:chance')}
        note={t('search:chance-note')}
        action="search.numbers"
        onAction={() => openForm('numbers')}
      />
      <Figures>
        <Figure value={percent(state.opos, language)}>{t('search:so-far')}</Figure>
        <Figure value={percent(state.rowNow, language)} amber={state.lookElsewhere}>
          {t('search:rest-of-world')}
        </Figure>
        {largest && (
          <Figure value={percent(largest.poaNow, language)}>
            {t('search:largest', { letter: letterOf(largest.place) })}
          </Figure>
        )}
      </Figures>
      <SuccessInputs operation={operation} state={state} places={segments} />
      {state.lookElsewhere && segments.length > 0 && (
        <Notice tone="level2" mark={<AlarmMark level={2} />} title={t('search:look-elsewhere')}>
          {t('search:look-elsewhere-how')}
        </Notice>
      )}
      <SuccessChart search={search} assumed={assumed} people={effort.people} />
      <BestNext search={search} tasks={tasks} />
      {open && <TeamsPlan search={search} assumed={assumed} teams={teams} plan={plan} />}
      <SectionHead
        title={t('search:sweeps')}
        count={sweeps.length}
        note={t('search:sweeps-note')}
        action="show.sweeps"
        onAction={() => list.current?.querySelector('button')?.focus()}
      />
      {sweeps.length === 0 && <Empty>{t('search:no-sweeps')}</Empty>}
      <ul ref={list} aria-label={t('search:sweeps')}>
        {sweeps.map(({ place, sweep }) => (
          <li key={`${place.id}-${sweep.at}`}>
            <SweepRow
              place={place}
              sweep={sweep}
              onChoose={() => select({ kind: 'place', id: place.id }, operation.id)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
