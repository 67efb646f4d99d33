import { type ReactNode, useMemo, useState } from 'react'
import { underMinimumDue } from '../../shared/alarms/rules/under-minimum.ts'
import { type Reinforcement, reinforcements } from '../../shared/event/reinforcements.ts'
import { postNow } from '../../shared/event/staffing.ts'
import { travelTime } from '../../shared/i18n/format.ts'
import { key } from '../../shared/kernel/ids.ts'
import type { Operation, Place } from '../../shared/operations/types.ts'
import { isBound, isLive } from '../../shared/tasks/links.ts'
import { openDialog, openPanel, useShapes } from '../app/desk-state.ts'
import type { Shape } from '../map/shapes.ts'
import { carrierSpot } from '../operations/carrier-spot.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Person } from '../operations/Who.tsx'
import { refusalText, useDeskWords } from '../operations/words.ts'
import { seenFor } from '../proposal/send-team.ts'
import { useProposal } from '../proposal/use-proposal.ts'
import { sameItems, useAsk, useBoard, useEntity, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { RuleId } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Empty, Notice, Panel } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Age } from '../ui/Times.tsx'
import { useKey, usePage } from '../ui/use-key.ts'
import styles from './event.module.css'
import { useMinute } from './use-minute.ts'

interface PostPanelProps {
  event: Operation
  place: Place
  reliefs: ReactNode
}

const shown = 3

/** The chosen post: what is missing, who may lawfully go, who may not and why. */
export function PostPanel({ event, place, reliefs }: PostPanelProps) {
  const { t, language } = useDeskWords()
  const store = useStore()
  const minute = useMinute()
  const ask = useAsk(`post:${place.id}`)
  const places = useMemo(() => [place.id], [place.id])
  const { proposal, again } = useProposal(event.id, places)
  const tasks = useBoard(
    (all) => [...all.task.values()].filter(({ operation }) => operation === event.id),
    sameItems,
    'task',
  )
  const [open, setOpen] = useState(false)
  const [whyNot, setWhyNot] = useState(true)
  const now = postNow(place, tasks)
  const { task, present, coming, offered } = now
  const team = proposal?.teams[0] ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: people move: looked at again every quarter of a minute
  const list = useMemo(
    () =>
      reinforcements(
        store.board.board,
        event,
        place,
        task,
        team,
        (id) => carrierSpot(store, 'assistant', id),
        minute,
      ).slice(0, shown),
    [store, event, place, tasks, team, minute],
  )
  const missing = place.minimum - present.length
  const running = event.window.from <= minute && minute < event.window.to
  const due = underMinimumDue({
    operation: event,
    place,
    tasks: tasks.filter((one) => one.place === place.id),
  })
  const bound = task?.members.filter((member) => isLive(member) && isBound(member)) ?? []
  const needsSomebody = place.slots.length > present.length + coming.length + offered.length

  async function send({ assistant, slot, from }: Reinforcement) {
    setOpen(false)
    if (from && task)
      await ask.give(
        'MoveMember',
        { from: from.task, to: task.id, assistant, slot },
        { seen: [key('assistant', assistant)] },
      )
    else if (task)
      await ask.give('OfferSlot', { task: task.id, assistant, slot }, { seen: [key('assistant', assistant)] })
    else if (proposal && team?.unit)
      await ask.give(
        'SendTask',
        { operation: event.id, place: place.id, unit: team.unit.id, members: [{ assistant, slot }] },
        { seen: seenFor(proposal, { ...team, members: [] }) },
      )
    void again()
  }
  useShapes(
    'reinforcements',
    useMemo(
      (): Shape[] =>
        list
          .flatMap(({ assistant, arrive }, i): Shape[] => {
            const at = carrierSpot(store, 'assistant', assistant)
            if (!at || arrive === null) return []
            return [
              {
                kind: 'ghost',
                id: `reinforcement-${assistant}`,
                at: place.meeting.at,
                number: String(i + 1),
                members: 0,
                label: travelTime(arrive * 1000, language),
                route: [at, place.meeting.at],
              },
            ]
          })
          .slice(0, open ? shown : 0),
      [list, store, place.meeting.at, language, open],
    ),
  )
  const noUnit = !task && !team?.unit
  const first = list[0]
  const emptyWords = !needsSomebody
    ? 'event:post-is-full'
    : !proposal
      ? 'event:looking'
      : noUnit
        ? 'event:no-free-unit'
        : 'event:nobody-may-go'
  return (
    <Panel
      actions={
        <>
          {open || !first || noUnit ? (
            <Button
              kind="primary"
              action="propose"
              onPress={() => openPanel({ name: 'proposal', operation: event.id, places })}
              refused={!needsSomebody && t('event:post-is-full')}
            >
              {t('operations:propose')}
            </Button>
          ) : (
            <Button
              kind="primary"
              action="candidates.open"
              onPress={() => setOpen(true)}
              refused={!needsSomebody && t('event:post-is-full')}
            >
              {t('event:send-whom')}
            </Button>
          )}
          <Button
            action="post.check-in"
            onPress={() =>
              task &&
              void ask.give('CheckInPost', {
                task: task.id,
                present: bound.map(({ assistant }) => assistant),
              })
            }
            refused={bound.length === 0 && t('event:nobody-to-check-in')}
          >
            {t('event:check-in', { count: bound.length })}
          </Button>
          <Button
            action="message.write"
            onPress={() => openDialog({ name: 'message', operation: event.id, task: task?.id ?? null })}
          >
            {t('operations:message')}
          </Button>
          <Button onPress={() => openPanel({ name: 'change-place', place: place.id })}>
            {t('operations:change-place')}
          </Button>
        </>
      }
    >
      {missing > 0 ? (
        <Notice
          tone={running ? 'level2' : undefined}
          mark={running ? <AlarmMark level={2} /> : undefined}
          title={t('event:post-lacks', { letter: place.letter, count: missing })}
          aside={
            due !== null && running && due - 120_000 < minute ? <Age since={due - 120_000} /> : undefined
          }
        >
          {t('event:post-lacks-how', { name: place.name, minimum: place.minimum, present: present.length })}
        </Notice>
      ) : (
        <Notice title={t('event:post-holds', { letter: place.letter })}>
          {t('event:post-lacks-how', { name: place.name, minimum: place.minimum, present: present.length })}
        </Notice>
      )}
      {ask.sending.length > 0 && (
        <p className="dim" style={{ padding: '4px 12px' }}>
          {t('operations:sending')}
        </p>
      )}
      {ask.refused && (
        <div style={{ padding: '0 12px' }}>
          <Refusal refusal={ask.refused.refusal} />
        </div>
      )}
      <SectionHead title={t('event:may-go')} note={t('event:way-and-rest')} />
      {list.length === 0 && <Empty>{t(emptyWords)}</Empty>}
      {open && list.length > 0 && (
        <OpenCandidates onClose={() => setOpen(false)} onSend={(i) => list[i] && void send(list[i])} />
      )}
      <ul aria-label={t('event:may-go')}>
        {list.map((one, index) => (
          <li key={one.assistant} className={styles.person}>
            <Button
              {...(open && { cap: [String(index + 1)] })}
              onPress={() => void send(one)}
              refused={noUnit && !one.from && t('event:no-unit')}
            >
              {one.from ? t('event:move') : t('event:send')}
            </Button>
            <span className="clip">
              <b>
                <Person id={one.assistant} />
              </b>{' '}
              <span className="dim">
                <From from={one.from} />
              </span>
            </span>
            <span className="num strong">
              {one.arrive === null ? '–' : travelTime(one.arrive * 1000, language)}
            </span>
            <span className="dim small">
              {one.from ? <Remains from={one.from} /> : t('event:stays-free', { slot: one.slot + 1 })}
            </span>
          </li>
        ))}
      </ul>
      {proposal && proposal.leftOut.length > 0 && (
        <>
          <SectionHead
            title={t('event:may-not-go')}
            count={proposal.leftOut.length}
            action="show.left-out"
            onAction={() => setWhyNot(!whyNot)}
          />
          {whyNot && (
            <ul aria-label={t('event:may-not-go')}>
              {proposal.leftOut.slice(0, 5).map(({ assistant, rule, code, params }) => (
                <li key={assistant} className={styles.no}>
                  <RuleId id={rule} />
                  <span className="clip strong">
                    <Person id={assistant} short />
                  </span>
                  <span className="small">{refusalText(t, { code: `gate.${code}`, params })}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {reliefs}
    </Panel>
  )
}

/** While it is here, the digits send. */
function OpenCandidates({ onClose, onSend }: { onClose(): void; onSend(index: number): void }) {
  usePage('candidates')
  const { t } = useDeskWords()
  useKey('candidate.send', (digit) => onSend(digit - 1))
  useKey('close', onClose)

  return (
    <p className="advice small" style={{ padding: '2px 12px 6px' }}>
      {t('event:digit-sends')}
    </p>
  )
}

function From({ from }: { from: Reinforcement['from'] }) {
  const { t } = useDeskWords()
  const place = useEntity('place', from?.place)
  return <>{place ? t('event:post-letter', { letter: place.letter }) : t('terms:status.free')}</>
}

function Remains({ from }: { from: NonNullable<Reinforcement['from']> }) {
  const { t } = useDeskWords()
  const place: { letter: string } | undefined = useEntity('place', from.place)
  return (
    <span className="num">
      {t('event:remains', {
        letter: place?.letter ?? '',
        now: from.now,
        after: from.after,
        minimum: from.minimum,
      })}
    </span>
  )
}
