import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { coordinatesText } from '../../shared/city/find-point.ts'
import { ringArea } from '../../shared/geo/ring-measure.ts'
import { distance, number } from '../../shared/i18n/format.ts'
import type { Place } from '../../shared/operations/types.ts'
import { coverageForPod } from '../../shared/search-theory/detection.ts'
import { isLive } from '../../shared/tasks/links.ts'
import { Person, UnitName } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useText } from '../store/use-store.ts'
import { sheetMap } from './sheet-map.ts'
import styles from './team-sheet.module.css'
import { type SearchBoard, useClues, usePoint, useSubject } from './use-search.ts'

const paper = { width: 300, height: 240, margin: 26 }
/** The POD that the spacing on the sheet is for. */
const planned = 0.8
const blankClues = 4

interface TeamSheetProps {
  search: SearchBoard
  place: Place
  /** Printed, or not: the sheet goes. */
  onDone(): void
}

/** One team's assignment on a sheet of paper, with the lines that are filled in on the ground and at the debriefing. */
export function TeamSheet({ search: { operation, tasks }, place, onDone }: TeamSheetProps) {
  const { t, language, window: span, time } = useDeskWords()
  const subject = useSubject(operation)
  const ipp = usePoint(operation.search?.ipp)
  const briefing = useText(operation.briefing)
  const clues = useClues(operation)
  const task = tasks.get(place.id)
  const width = operation.search?.sweepWidth.metres ?? 0
  const spacing = width / coverageForPod(planned)
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    // After the fonts and the texts of this frame.
    const frame = requestAnimationFrame(() => window.print())
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('afterprint', onDone)
    }
  }, [onDone])
  const facts = [
    [t('search:sheet.window'), span(operation.window)],
    [t('search:sheet.unit'), task && <UnitName id={task.unit} />],
    [t('search:sheet.meeting'), coordinatesText(place.meeting.at)],
    [t('search:sheet.meeting-time'), place.meeting.time !== null && time(place.meeting.time)],
    [
      t('search:area'),
      place.ring && t('search:hectares', { area: number(ringArea(place.ring) / 10_000, language, 1) }),
    ],
    [t('terms:search.sweep-width'), distance(width, language)],
    [t('search:sheet.spacing', { percent: planned * 100 }), distance(spacing, language)],
    [t('search:category'), subject.category && t(`search:category.${subject.category}`)],
    [t('search:last-seen'), subject.seen],
    [t('search:signs'), subject.words],
    [t('search:sheet.briefing'), briefing],
  ] as const
  const blanks = ['out', 'in', 'walked', 'spacing-seen', 'conditions', 'missed'] as const
  return createPortal(
    <div className={styles.sheet} aria-hidden="true">
      <h1>
        {t('search:sheet.title', { letter: place.letter })} · {place.name}
      </h1>
      <p>
        {operation.number} {operation.title}
        {task && ` · ${t('search:sheet.team', { task: task.number })}`}
      </p>
      <div className={styles.two}>
        <dl className={styles.facts}>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        {place.ring && (
          <div>
            <SegmentMap place={place} marks={[place.meeting.at, ...(ipp ? [ipp] : [])]} />
            <p>
              ● {t('search:sheet.meeting')}
              {ipp && ` · + ${t('search:ipp')}`}
            </p>
          </div>
        )}
      </div>
      <h2>{t('search:sheet.people')}</h2>
      <table>
        <tbody>
          {(task?.members.filter(isLive) ?? []).map(({ assistant }, i) => (
            <tr key={assistant}>
              <td style={{ width: '24pt' }}>{i + 1}</td>
              <td>
                <Person id={assistant} />
              </td>
              <td style={{ width: '40%' }}>{t('search:sheet.signature')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {clues.length > 0 && (
        <>
          <h2>{t('search:clues')}</h2>
          {clues.map(({ id, letter, words, at, placedAt }) => (
            <p key={id}>
              {letter}. {time(placedAt)} · {coordinatesText(at)} · {words}
            </p>
          ))}
        </>
      )}
      <h2>{t('search:sheet.debrief')}</h2>
      <table>
        <tbody>
          {blanks.map((blank) => (
            <tr key={blank}>
              <td style={{ width: '45%' }}>{t(`search:sheet.${blank}`)}</td>
              <td />
            </tr>
          ))}
          {Array.from({ length: blankClues }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty line is its place
            <tr key={i}>
              <td>{t('search:sheet.clue', { number: i + 1 })}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{t('search:sheet.no-guess')}</p>
    </div>,
    document.body,
  )
}

function SegmentMap({ place, marks }: { place: Place; marks: readonly { lat: number; lng: number }[] }) {
  const { language } = useDeskWords()
  const map = sheetMap(place.ring ?? [], marks, paper)
  const { width, height } = paper
  return (
    <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={place.name}>
      <polygon
        points={map.outline.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="#000"
        strokeWidth="1.6"
      />
      <text x="10" y="24" fontSize="20" fontWeight="700">
        {place.letter}
      </text>
      {map.marks.map(({ x, y }, i) => (
        // The first is where the team meets, the second where the search is planned from.
        <g key={`${x} ${y}`} stroke="#000" fill={i === 0 ? '#000' : 'none'}>
          {i === 0 ? (
            <circle cx={x} cy={y} r="4" />
          ) : (
            <path d={`M${x - 8} ${y}H${x + 8}M${x} ${y - 8}V${y + 8}`} />
          )}
        </g>
      ))}
      <path
        d={`M12 ${height - 12}h${map.scale.length}M12 ${height - 16}v8M${12 + map.scale.length} ${height - 16}v8`}
        stroke="#000"
      />
      <text x={18 + map.scale.length} y={height - 8} fontSize="11">
        {distance(map.scale.metres, language)}
      </text>
      <path
        d={`M${width - 16} 34V10M${width - 21} 17L${width - 16} 10L${width - 11} 17`}
        stroke="#000"
        fill="none"
      />
    </svg>
  )
}
