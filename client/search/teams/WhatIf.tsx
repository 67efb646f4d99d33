import { useEffect, useMemo, useRef, useState } from 'react'
import { hectares, percent } from '../../../shared/i18n/format.ts'
import { planTeams, weighPlan } from '../../../shared/search/teams/team-plan.ts'
import { openPanel } from '../../app/desk-state.ts'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Figure, Figures, Panel, PanelTitle } from '../../ui/Panel.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { useKey } from '../../ui/use-key.ts'
import styles from '../search.module.css'
import { setSearchDesk } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import { useGain, useReachWords } from './goal-words.tsx'
import { leastMinutes, mostMinutes, moveTeam, neighbourGoal, placedByHand, useMoved } from './moved-teams.ts'
import { openPlaces, usePlan } from './use-plan.ts'
import { goalKey } from './use-teams.ts'
import { type TeamBarProps, WhatIfGoal } from './WhatIfGoal.tsx'

/** The plan moved about by hand: what each segment and the whole would come to, against the best. Nothing is sent. */
export function WhatIf({ search, onClose }: { search: SearchBoard; onClose(): void }) {
  const { t, language } = useDeskWords()
  const { operation, segments } = search
  const { assumed, teams, plan, minutes } = usePlan(search)
  const moved = useMoved(operation.id)
  const gain = useGain()
  const reachWords = useReachWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const placed = useMemo(
    () => plan && placedByHand(teams, moved, plan, minutes),
    [teams, moved, plan, minutes],
  )
  const mine = useMemo(
    () => placed && weighPlan(segments, assumed, placed.teams, minutes, placed.to),
    [placed, segments, assumed, minutes],
  )
  /** The best that these teams could do with the hours they have now, all of them free. */
  const best = useMemo(
    () =>
      placed &&
      planTeams(
        segments,
        assumed,
        placed.teams.map(({ out: _, ...team }) => team),
        minutes,
      ),
    [placed, segments, assumed, minutes],
  )
  const reset = () => setSearchDesk({ moved: null })
  useKey('close', onClose)
  const ready = mine !== null
  useEffect(() => {
    if (ready) list.current?.querySelector<HTMLElement>('[data-team]')?.focus()
  }, [ready])
  const isMoved = Object.keys(moved).length > 0

  if (!plan || !placed || !mine || !best)
    return (
      <Panel
        actions={
          <Button action="close" onPress={onClose}>
            {t('ui:close')}
          </Button>
        }
      >
        <Empty>{t('search:nothing-to-gain')}</Empty>
      </Panel>
    )

  const places = openPlaces(
    search,
    mine.teams.filter((_, team) => placed.teams[team]?.task === null),
  )
  const below = best.gain > 0 ? (best.gain - mine.gain) / best.gain : 0
  const barOf = (index: number): TeamBarProps | null => {
    const team = placed.teams[index]
    const to = placed.to[index]
    if (!team || to === undefined) return null
    const time = team.minutes ?? minutes
    const setMinutes = (next: number) =>
      moveTeam(operation.id, team.key, { minutes: Math.min(mostMinutes, Math.max(leastMinutes, next)) })
    const goTo = (goal: string | null) => {
      if (goal === null) return
      moveTeam(operation.id, team.key, { goal })
      // The bar is drawn in its new row: the keyboard goes on there.
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>(`[data-team="${team.key}"]`)?.focus(),
      )
    }
    return {
      team,
      minutes: time,
      gain: gain(mine.teams[index]?.gain ?? 0),
      onChoose: () => setChosen(team.key),
      onStep: (step) => goTo(neighbourGoal(mine.goals, to, step)),
      onMinutes: setMinutes,
      onOver: setOver,
      onDrop: goTo,
    }
  }
  const focus = placed.teams.findIndex(({ key }) => key === chosen)
  const shown = mine.teams[Math.max(focus, 0)]
  return (
    <Panel
      actions={
        <>
          <Button
            kind="primary"
            action="confirm.all"
            onPress={() => openPanel({ name: 'proposal', operation: operation.id, places })}
            refused={places.length === 0 && t('search:nothing-to-gain')}
          >
            {t('search:propose-moved', { count: places.length })}
          </Button>
          <Button action="undo" onPress={reset} refused={!isMoved && t('search:is-best')}>
            {t('search:back-to-best')}
          </Button>
          <span className="fill" />
          <Button action="close" onPress={onClose}>
            {t('ui:close')}
          </Button>
        </>
      }
    >
      <PanelTitle above={<span className="num">{operation.number}</span>} title={t('search:what-if')} />
      <Figures>
        <Figure value={gain(mine.gain)}>{t('search:this-plan')}</Figure>
        <Figure value={gain(best.gain)}>{t('search:best-of-hours')}</Figure>
        <Figure value={below < 5e-4 ? '0' : `−${percent(below, language, 1)}`} amber={below >= 0.1}>
          {t('search:of-the-best')}
        </Figure>
      </Figures>
      <p className={styles.hint}>{t('search:what-if-hint')}</p>
      <SectionHead title={t('search:segments')} note={t('search:gain-and-pod')} />
      <ul ref={list} aria-label={t('search:what-if')}>
        {mine.goals.map((goal, n) => (
          <WhatIfGoal
            key={goalKey(goal)}
            search={search}
            goal={goal}
            segment={mine.segments.find(({ place }) => place === goal.place)}
            bars={placed.to.flatMap((to, team) => (to === n ? (barOf(team) ?? []) : []))}
            over={over === goalKey(goal)}
          />
        ))}
      </ul>
      {shown && (
        <p className={styles.hint} role="status">
          {t('search:team-rests-on', {
            reach: reachWords(shown.reach),
            area: hectares(mine.goals[shown.goal]?.area ?? 0, language),
            pod: percent(shown.reach.pod, language),
            gain: gain(shown.gain),
          })}
        </p>
      )}
    </Panel>
  )
}
