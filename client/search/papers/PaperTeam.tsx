import { coordinatesText } from '../../../shared/city/find-point.ts'
import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { distance, hectares } from '../../../shared/i18n/format.ts'
import type { Place } from '../../../shared/operations/types.ts'
import { readCard } from '../../../shared/search/case/card.ts'
import type { Hazard, LockedSegment } from '../../../shared/search/segments/ground-types.ts'
import { coverageForPod } from '../../../shared/search-theory/detection.ts'
import { planLanes } from '../../../shared/search-theory/lanes.ts'
import { isLive } from '../../../shared/tasks/links.ts'
import { Person, UnitName } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useEntity, useText } from '../../store/use-store.ts'
import { readClue } from '../sealed-words.ts'
import { type SearchBoard, useClues, usePoint } from '../use-search.ts'
import { PaperFacts, PaperSheet, PaperSigns, type Printing } from './PaperFrame.tsx'
import { PaperMap } from './PaperMap.tsx'
import styles from './paper.module.css'

/** The POD that the spacing on the sheet is for. */
const planned = 0.8

interface PaperTeamProps {
  search: SearchBoard
  place: Place
  printing: Printing
}

/** One team's assignment on a sheet that leaves with it: only what has been released to teams stands on it. */
export function PaperTeam({ search: { operation, segments, tasks }, place, printing }: PaperTeamProps) {
  const { t, language, window: span, time } = useDeskWords()
  const ipp = usePoint(operation.search?.ipp)
  const briefing = useText(operation.briefing)
  const released = useText(useEntity('card', operation.id)?.sealed)
  const card = released === undefined ? '' : Object.values(readCard(released)).join('. ')
  const clues = useClues(operation).filter(({ released: words }) => words !== null)
  const task = tasks.get(place.id)
  const members = task?.members.filter(isLive) ?? []
  const people = members.length || place.slots.length
  const width = operation.search?.sweepWidth.metres ?? 0
  const { hazards = [], locked = [] } = operation.search ?? {}
  const lanes = place.line && place.ring && people > 0 ? planLanes(place.ring, place.line, people) : null
  const closed = locked.filter((lock) => lock.place !== place.id)
  return (
    <PaperSheet
      operation={operation}
      printing={printing}
      title={t('search:sheet.title', { letter: `${place.letter} · ${place.name}` })}
    >
      <div className={styles.two}>
        <PaperFacts
          facts={[
            [t('search:sheet.window'), span(operation.window)],
            [t('search:paper-team'), task && t('search:sheet.team', { task: task.number })],
            [t('search:sheet.unit'), task && <UnitName id={task.unit} />],
            [t('search:sheet.meeting'), coordinatesText(place.meeting.at)],
            [t('search:sheet.meeting-time'), place.meeting.time !== null && time(place.meeting.time)],
            [
              t('search:area'),
              place.ring && t('search:hectares', { area: hectares(ringArea(place.ring), language) }),
            ],
            [t('terms:search.sweep-width'), distance(width, language)],
            lanes && place.line
              ? [
                  t('search:paper-lanes'),
                  t('search:paper-lanes-are', {
                    ...{ passes: lanes.passes, bearing: place.line.bearing },
                    spacing: distance(lanes.spacing, language),
                  }),
                ]
              : [
                  t('search:sheet.spacing', { percent: planned * 100 }),
                  distance(width / coverageForPod(planned), language),
                ],
            [t('search:sheet.briefing'), briefing],
            [t('search:paper-card'), card],
            [t('search:paper-radio'), '______________________'],
          ]}
        />
        {place.ring && (
          <div>
            <PaperMap
              operation={operation}
              place={place}
              neighbours={segments.filter(({ id }) => id !== place.id)}
              marks={[place.meeting.at, ...(ipp ? [ipp] : [])]}
              people={people}
            />
            <p>
              ● {t('search:sheet.meeting')}
              {ipp && ` · + ${t('search:ipp')}`}
              {hazards.length > 0 && ` · △ ${t('search:paper-hazard-mark')}`}
              {lanes && ` · ┄ ${t('search:paper-lane-mark')}`}
              {closed.length > 0 && ` · ▨ ${t('search:paper-closed-mark')}`}
            </p>
          </div>
        )}
      </div>
      {hazards.length > 0 && (
        <>
          <h2>{t('search:hazards')}</h2>
          {hazards.map((hazard, i) => (
            <HazardLine key={hazard.id} hazard={hazard} number={i + 1} />
          ))}
        </>
      )}
      {closed.length > 0 && (
        <>
          <h2>{t('search:paper-closed')}</h2>
          {closed.map((lock) => (
            <LockLine key={lock.place} lock={lock} />
          ))}
        </>
      )}
      <h2>{t('search:sheet.people')}</h2>
      <table>
        <tbody>
          {members.map(({ assistant }, i) => (
            <tr key={assistant}>
              <td style={{ width: '24pt' }}>{i + 1}</td>
              <td>
                <Person id={assistant} />
              </td>
              <td style={{ width: '40%' }}>{t('search:sheet.signature')}</td>
            </tr>
          ))}
          {members.length === 0 &&
            place.slots.map((_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its place
              <tr key={i}>
                <td style={{ width: '24pt' }}>{i + 1}</td>
                <td />
                <td style={{ width: '40%' }}>{t('search:sheet.signature')}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {clues.length > 0 && (
        <>
          <h2>{t('search:clues')}</h2>
          {clues.map(({ id, letter, at, placedAt, released: words }) => (
            <ReleasedClue
              key={id}
              number={letter}
              at={coordinatesText(at)}
              time={time(placedAt)}
              words={words}
            />
          ))}
        </>
      )}
      <PaperSigns signs={[t('search:paper-sign-briefed'), t('search:paper-sign-leader')]} />
    </PaperSheet>
  )
}

function HazardLine({ hazard, number: no }: { hazard: Hazard; number: number }) {
  const { t } = useDeskWords()
  const words = useText(hazard.words)
  const [first] = hazard.path
  return (
    <p>
      △ {no}. <b>{t(`search:hazard.${hazard.kind}`)}</b>
      {words && ` – ${words}`}
      {first && ` · ${coordinatesText(first)}`}
    </p>
  )
}

function LockLine({ lock }: { lock: LockedSegment }) {
  const reason = useText(lock.reason)
  return (
    <p>
      ▨ <b>{lock.letter}</b> {reason && `– ${reason}`}
    </p>
  )
}

function ReleasedClue({
  number: no,
  at,
  time,
  words,
}: {
  number: string
  at: string
  time: string
  words: Parameters<typeof useText>[0]
}) {
  const text = useText(words)
  const said = text === undefined ? '' : (readClue(text)?.words ?? '')
  return (
    <p>
      {no}. {time} · {at} {said && `· ${said}`}
    </p>
  )
}
