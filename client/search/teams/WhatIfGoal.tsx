import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { percent, withUnit } from '../../../shared/i18n/format.ts'
import type { Goal } from '../../../shared/search/teams/goals.ts'
import type { SegmentInPlan } from '../../../shared/search/teams/team-plan.ts'
import { useDeskWords } from '../../operations/words.ts'
import { fromTo } from '../segments/segment-words.ts'
import type { SearchBoard } from '../use-search.ts'
import { TeamName, useGain, useGoalWords } from './goal-words.tsx'
import { minuteStep } from './moved-teams.ts'
import styles from './plan.module.css'
import { goalKey, type TeamOnDesk } from './use-teams.ts'

export interface TeamBarProps {
  team: TeamOnDesk
  minutes: number
  gain: string
  onChoose(): void
  /** To the goal so many rows below. */
  onStep(step: number): void
  onMinutes(minutes: number): void
  /** Over which goal it is held, while it is dragged. */
  onOver(goal: string | null): void
  onDrop(goal: string | null): void
}

interface WhatIfGoalProps {
  search: SearchBoard
  goal: Goal
  segment: SegmentInPlan | undefined
  bars: readonly TeamBarProps[]
  over: boolean
}

/** A segment or a hole with the teams that are put there. */
export function WhatIfGoal({ search, goal, segment, bars, over }: WhatIfGoalProps) {
  const { t, language } = useDeskWords()
  const words = useGoalWords(search)
  const gain = useGain()
  return (
    <li className={styles.goal} data-goal={goalKey(goal)} data-over={over || undefined}>
      <div className={styles.goalHead}>
        <b className="clip">{words(goal)}</b>
        <span className="small dim clip">
          {t('search:holds-left', { percent: percent(goal.mass, language, 1) })}
        </span>
        <span className="fill" />
        {segment && !goal.hole && (
          <span className="num">
            {segment.gain > 0 && <b>{gain(segment.gain)} </b>}
            <span className="dim small">
              {fromTo(Math.round(segment.pod * 100), Math.round(segment.podAfter * 100))}
            </span>
          </span>
        )}
      </div>
      {bars.map((bar) => (
        <TeamBar key={bar.team.key} {...bar} />
      ))}
    </li>
  )
}

/** Pixels to the side that are one step of time. */
const stepPixels = 12
/** A bar of an hour is this wide; wider ones end at the edge. */
const perMinute = 3.6

/** A team as long as its time. Dragged to another segment, at its end longer or shorter; arrows and + − do the same. */
function TeamBar({ team, minutes, gain, onChoose, onStep, onMinutes, onOver, onDrop }: TeamBarProps) {
  const { language } = useDeskWords()
  const drag = useRef<{ edge: boolean; x: number; minutes: number } | null>(null)

  function byKey(event: KeyboardEvent) {
    const rows = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const steps = { ArrowLeft: -1, '-': -1, ArrowRight: 1, '+': 1, '=': 1 }[event.key]
    if (rows === undefined && steps === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (rows !== undefined) onStep(rows)
    if (steps !== undefined) onMinutes(minutes + steps * minuteStep)
  }
  const goalUnder = ({ clientX, clientY }: PointerEvent) =>
    document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-goal]')?.dataset.goal ?? null

  function down(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const edge = (event.target as HTMLElement).dataset.edge !== undefined
    drag.current = { edge, x: event.clientX, minutes }
  }
  function move(event: PointerEvent<HTMLElement>) {
    const held = drag.current
    if (!held) return
    if (!held.edge) return onOver(goalUnder(event))
    const steps = Math.round((event.clientX - held.x) / stepPixels)
    onMinutes(held.minutes + steps * minuteStep)
  }
  function up(event: PointerEvent<HTMLElement>) {
    const held = drag.current
    drag.current = null
    onOver(null)
    if (held && !held.edge) onDrop(goalUnder(event))
  }
  return (
    <button
      type="button"
      className={styles.bar}
      style={{ width: `min(100%, ${Math.round(minutes * perMinute)}px)` }}
      data-team={team.key}
      aria-keyshortcuts="ArrowUp ArrowDown + -"
      onFocus={onChoose}
      onKeyDown={byKey}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        drag.current = null
        onOver(null)
      }}
    >
      <span className="clip">
        <TeamName team={team} />
      </span>
      <span className="num small">
        {withUnit(minutes, 'min', language)} {gain}
      </span>
      <i data-edge="" />
    </button>
  )
}
