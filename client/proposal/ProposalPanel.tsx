import { useMemo, useState } from 'react'
import { nameOfPoint } from '../../shared/city/find-point.ts'
import { travelTime } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { placesInOrder } from '../../shared/operations/staffing.ts'
import type { Proposal } from '../../shared/pairing/proposal.ts'
import { freeUnitsForecast, whatIf } from '../../shared/pairing/what-if.ts'
import { taskAt } from '../../shared/tasks/links.ts'
import { useShapes } from '../app/desk-state.ts'
import { carrierSpot } from '../operations/carrier-spot.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useCity } from '../operations/use-city.ts'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useEntity, useSession, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/class-names.ts'
import { Empty, Figure, Figures, Panel } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useKey, usePage } from '../ui/use-key.ts'
import { FreeUnitsChart } from './FreeUnitsChart.tsx'
import { ghostShapes } from './ghosts.ts'
import { HandList } from './HandList.tsx'
import { LeftOutList } from './LeftOutList.tsx'
import { ProposalRow } from './ProposalRow.tsx'
import { alternativesFor, handsToReplace, handToRemove, partsOf } from './parts.ts'
import { proofOf, proofWords } from './proof.ts'
import styles from './proposal.module.css'
import { maySend, sendTeam } from './send-team.ts'
import { useProposal } from './use-proposal.ts'
import { WhatIfBox } from './WhatIfBox.tsx'

interface ProposalPanelProps {
  operation: Id
  places?: Id[] | undefined
  onClose(): void
}

/** What the desk proposes for an operation's places, row by row: changed by hand, sent, or rejected. */
export function ProposalPanel({ operation: id, places, onClose }: ProposalPanelProps) {
  usePage('proposal')
  const { t, language } = useDeskWords()
  const store = useStore()
  const me = useSession()?.me
  const city = useCity()
  const operation = useEntity('operation', id)
  const { proposal, at, loading, refused, again } = useProposal(id, places)
  const hands = useAsk(`hands:${id}`)
  const [chosen, setChosen] = useState<Id | null>(null)
  const [part, setPart] = useState(0)
  const [sentTo, setSentTo] = useState<ReadonlyMap<Id, 'sent' | 'requested'>>(new Map())
  const [sending, setSending] = useState(false)
  const [changing, setChanging] = useState(false)
  const [whyNot, setWhyNot] = useState(false)
  const police = me?.kind === 'staff' && me.police
  const { board } = store.board

  const teams = useMemo(() => {
    if (!proposal) return []
    const order = placesInOrder(board, id).map((place) => place.id)
    return [...proposal.teams].sort((a, b) => order.indexOf(a.place) - order.indexOf(b.place))
  }, [proposal, board, id])
  const proof = proposal && proofWords(t, language, proofOf(proposal.certificate))
  const facts = useMemo(
    () =>
      proposal && operation
        ? whatIf(board, operation, proposal, (unit) => carrierSpot(store, 'unit', unit), at)
        : null,
    [proposal, operation, board, store, at],
  )
  const forecast = useMemo(
    () => (proposal && operation ? freeUnitsForecast(board, operation, proposal, at) : null),
    [proposal, operation, board, at],
  )
  useShapes(
    'proposal',
    useMemo(
      () => (proposal ? ghostShapes(board, proposal, teams, city, chosen, language) : []),
      [board, proposal, teams, city, chosen, language],
    ),
  )

  const row = teams.find(({ place }) => place === chosen) ?? null
  const parts = row ? partsOf(row, taskAt(board, row.place) !== undefined && row.unit === null) : []
  const aimed = parts[part] ?? parts[0]
  const others = row && aimed ? alternativesFor(row, aimed) : []
  // What is on screen until the answer comes is not what the officer has just asked for: it cannot be sent.
  const stale = loading || changing
  const open = teams.filter((team) => !sentTo.has(team.place) && maySend(board, team))

  const choose = (place: Id | null) => {
    setChosen(place)
    setPart(0)
  }
  async function change(list: ReturnType<typeof handsToReplace>) {
    setChanging(true)
    let done = true
    for (const hand of list) done &&= (await hands.give('SetHand', { operation: id, hand })).ok
    if (done) await again()
    setChanging(false)
  }
  async function send(list: Proposal['teams']) {
    if (!proposal || sending) return
    setSending(true)
    const done = new Map(sentTo)
    for (const team of list) {
      const answer = await sendTeam(store.giver, board, proposal, team)
      if (!answer.ok) continue
      done.set(team.place, police ? 'sent' : 'requested')
      setSentTo(new Map(done))
    }
    setSending(false)
    if (police && teams.filter((team) => maySend(board, team)).every(({ place }) => done.has(place)))
      onClose()
  }

  useKey('pick', (digit) => {
    const team = teams[digit - 1]
    if (team) choose(team.place === chosen ? null : team.place)
  })
  useKey('row.part', () => setPart((part + 1) % Math.max(1, parts.length)), { when: row !== null })

  if (!operation) return null
  const allDone = teams.length > 0 && open.length === 0 && sentTo.size > 0
  return (
    <Panel
      actions={
        <>
          {allDone ? (
            <Button kind="primary" large action="confirm" onPress={onClose}>
              {t('proposals:done')}
            </Button>
          ) : (
            <Button
              kind="primary"
              large
              action="confirm"
              onPress={() => void send(open)}
              refused={
                sending
                  ? t('proposals:sending')
                  : stale
                    ? t('proposals:computing', { number: operation.number })
                    : open.length === 0
                      ? t('proposals:nothing-to-send')
                      : undefined
              }
            >
              {police
                ? t('proposals:approve-and-send', { count: open.length })
                : t('proposals:ask-approval', { count: open.length })}
            </Button>
          )}
          <Button
            action="confirm.all"
            onPress={() => row && void send([row])}
            refused={
              stale ? t('proposals:computing', { number: operation.number }) : !row && t('proposals:pick-row')
            }
          >
            {t('proposals:send-row')}
          </Button>
          <Button
            action="row.remove"
            onPress={() => {
              const hand = row && aimed && handToRemove(row.place, aimed)
              if (hand) void change([hand])
            }}
            refused={!(row && aimed && handToRemove(row.place, aimed)) && t('proposals:pick-row')}
          >
            {t('proposals:remove')}
          </Button>
          <span className="fill" />
          <Button action="close" onPress={onClose}>
            {allDone ? t('ui:close') : t('proposals:reject')}
          </Button>
        </>
      }
    >
      <div className={styles.intro}>
        <h1 className="clip">
          {proposal
            ? t('proposals:for', {
                number: operation.number,
                seconds: (proposal.tookMs / 1000).toFixed(1).replace('.', language === 'en' ? '.' : ','),
                assistants: t('terms:assistants', { count: proposal.considered.assistants }),
                units: t('terms:units', { count: proposal.considered.units }),
              })
            : t('proposals:computing', { number: operation.number })}
        </h1>
        <span className="fill" />
        <Chip tone="advice">{police ? t('proposals:not-an-order') : t('proposals:not-approved')}</Chip>
        <Button action="proposal.again" onPress={() => void again()}>
          {t('proposals:again')}
        </Button>
      </div>
      {loading && <div className={styles.loading} />}
      {refused && (
        <div className={styles.pad}>
          <Refusal refusal={refused} />
        </div>
      )}
      {hands.refused && (
        <div className={styles.pad}>
          <Refusal refusal={hands.refused.refusal} />
        </div>
      )}
      {!police && <p className={styles.pad}>{t('proposals:police-must-approve')}</p>}
      {facts && teams.length > 0 && (
        <Figures>
          <Figure value={t('proposals:of', { some: facts.covered, all: facts.places })}>
            {t('proposals:places-covered')}
          </Figure>
          <Figure value={travelTime(facts.lastArrival * 1000, language)}>
            {t('proposals:last-arrives')}
          </Figure>
          <Figure value={facts.people}>
            {t('proposals:people-and-units', {
              count: facts.people,
              units: t('terms:units', { count: facts.units }),
            })}
          </Figure>
          {proof && <Figure value={proof.figure}>{proof.words}</Figure>}
        </Figures>
      )}
      {proposal && teams.length === 0 && <Empty>{t('proposals:all-staffed')}</Empty>}
      {teams.length > 0 && (
        <div className={styles.teams}>
          <div className={styles.head}>
            <span />
            <span className="clip">{t('proposals:place')}</span>
            <span className="clip">{t('proposals:unit-and-people')}</span>
            <span className="clip">{t('proposals:on-the-way')}</span>
            <span className={classes(styles.wide, 'clip')}>{t('proposals:skills')}</span>
            <span className={classes(styles.wide, 'clip right')}>{t('proposals:rest')}</span>
          </div>
          <ul aria-label={t('proposals:rows')}>
            {teams.map((team, index) => (
              <li key={team.place}>
                <ProposalRow
                  team={team}
                  number={index + 1}
                  longest={facts?.lastArrival ?? 0}
                  where={placeName(board.place.get(team.place), city, language)}
                  state={sentTo.get(team.place) ?? null}
                  selected={team.place === chosen}
                  onChoose={() => choose(team.place === chosen ? null : team.place)}
                  parts={team.place === chosen ? parts : []}
                  part={Math.min(part, Math.max(0, parts.length - 1))}
                  onPart={setPart}
                  others={team.place === chosen ? others : []}
                  onReplace={(other) => aimed && row && void change(handsToReplace(row.place, aimed, other))}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      <HandList operation={operation} onCleared={() => void again()} />
      {proposal && (
        <LeftOutList
          leftOut={proposal.leftOut}
          byRule={proposal.refusedByRule}
          open={whyNot}
          onToggle={() => setWhyNot(!whyNot)}
        />
      )}
      {facts && teams.length > 0 && <WhatIfBox facts={facts} at={at} />}
      {forecast && (
        <div className="only-l">
          <SectionHead title={t('proposals:free-units')} note={t('proposals:forecast')} />
          <FreeUnitsChart forecast={forecast} />
        </div>
      )}
    </Panel>
  )
}

function placeName(
  place: { meeting: { at: { lat: number; lng: number } } } | undefined,
  city: ReturnType<typeof useCity>,
  language: 'kk' | 'ru' | 'en',
): string {
  return (place && nameOfPoint(city, place.meeting.at, language)) ?? ''
}
