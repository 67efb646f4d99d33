import { useEffect, useState } from 'react'
import type { FrozenMinute } from '../../shared/force-reports/minute.ts'
import type { ForceReport } from '../../shared/force-reports/types.ts'
import { clockTime, distance } from '../../shared/i18n/format.ts'
import { Officer } from '../operations/Who.tsx'
import { refusalText, useDeskWords } from '../operations/words.ts'
import { useStore } from '../store/use-store.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { type Fact, Facts, Notice } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import styles from './force.module.css'
import { drawMinute } from './minute-drawing.ts'

const width = 520
const height = 300
/** Distinct without hue: each carrier has its own dashes. */
const dashes = ['none', '6 3', '2 3', '8 3 2 3', '12 4', '1 4']

type Asked = { minute: FrozenMinute } | { refused: { code: string } } | null

/** The frozen minute: asked for once it is shown, because the look is recorded. */
export function MinuteView({ report }: { report: ForceReport }) {
  const { t, time, offset } = useDeskWords()
  const { connection } = useStore()
  const [asked, setAsked] = useState<Asked>(null)
  useEffect(() => {
    let current = true
    void connection.read({ kind: 'minute', report: report.id }).then((read) => {
      if (current) setAsked(read.ok ? { minute: read.answer } : { refused: read })
    })
    return () => {
      current = false
    }
  }, [connection, report.id])
  const seconds = (at: number) => clockTime(at, offset)
  if (asked === null) return <Notice title={t('force:minute-asked')} />
  if ('refused' in asked)
    return (
      <Notice
        tone="level2"
        mark={<AlarmMark level={2} size={18} />}
        title={refusalText(t, asked.refused)}
        live
      />
    )
  const { minute } = asked
  const { order, messages } = minute
  const facts: Fact[] = order
    ? [
        {
          name: t('force:order'),
          value: t('force:order-was', { version: order.version, time: time(order.at) }),
        },
        { name: t('force:order-by'), value: <Officer id={order.by} /> },
        ...(order.briefing ? [{ name: t('force:briefing'), value: order.briefing }] : []),
      ]
    : [{ name: t('force:order'), value: t('force:no-order') }]
  return (
    <>
      <SectionHead
        title={t('force:minute')}
        count={`${seconds(minute.from)}–${seconds(minute.to)}`}
        note={t('force:minute-frozen', { time: time(report.minute?.at ?? 0) })}
      />
      <Picture minute={minute} />
      <Times minute={minute} seconds={seconds} />
      <div className={styles.facts}>
        <Facts nameWidth={150} facts={facts} />
      </div>
      {messages.length > 0 && (
        <ul className={styles.times}>
          {messages.map(({ at, by, words }) => (
            <li key={`${at}-${by}`}>
              <span className="num">{seconds(at)}</span>
              <span className="clip">
                <Officer id={by} />
              </span>
              <span>{words ?? t('force:roll-call')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Picture({ minute }: { minute: FrozenMinute }) {
  const { t, language } = useDeskWords()
  const drawing = drawMinute(minute, width, height)
  if (!drawing) return <Notice title={t('force:no-positions')} />
  const { paths, perimeter, scale } = drawing
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('force:minute-picture')}
    >
      {perimeter && <path d={perimeter} fill="none" stroke="var(--fg2)" strokeDasharray="8 4" />}
      {paths.map((points, n) => {
        const last = points.at(-1)
        const carrier = minute.carriers[n]
        if (!last || !carrier) return null
        const unit = carrier.kind === 'unit'
        return (
          <g key={carrier.id} stroke="var(--fg0)" fill="none">
            <path
              d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`}
              strokeWidth={n === 0 ? 2.5 : 1.5}
              strokeDasharray={dashes[n % dashes.length]}
            />
            {unit ? (
              <rect x={last.x - 5} y={last.y - 5} width={10} height={10} fill="var(--bg1)" />
            ) : (
              <circle
                cx={last.x}
                cy={last.y}
                r={n === 0 ? 6 : 4}
                fill={n === 0 ? 'var(--fg0)' : 'var(--bg1)'}
              />
            )}
            <text x={last.x + 9} y={last.y + 4 + (n % 2 === 0 ? 0 : 12)} fontSize={12} fill="var(--fg0)">
              {carrier.callSign}
            </text>
          </g>
        )
      })}
      <g stroke="var(--fg1)" fill="var(--fg1)">
        <path d={`M12 ${height - 12}h${scale.pixels}`} strokeWidth={2} />
        <text x={12} y={height - 18} fontSize={11}>
          {distance(scale.metres, language)}
        </text>
      </g>
    </svg>
  )
}

/** Each second that somebody was positioned in, with who and how exactly; the event stands between them. */
function Times({ minute, seconds }: { minute: FrozenMinute; seconds(at: number): string }) {
  const { t, language } = useDeskWords()
  const lines = minute.carriers
    .flatMap(({ callSign, id, points }) => points.map((point) => ({ callSign, id, ...point })))
    .sort((a, b) => a.at - b.at)
  const rows = [
    ...lines.map(({ id, at, callSign, accuracy }) => ({
      key: `${id}-${at}`,
      at,
      who: callSign,
      what: t('force:position', { accuracy: distance(accuracy, language) }),
      event: false,
    })),
    { key: 'event', at: minute.happenedAt, who: '', what: t('force:event-here'), event: true },
  ].sort((a, b) => a.at - b.at)
  return (
    <ul className={styles.times} aria-label={t('force:minute')}>
      {rows.map(({ key, at, who, what, event }) => (
        <li key={key} data-now={event || undefined}>
          <span className="num">{seconds(at)}</span>
          <span className="clip">{who}</span>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  )
}
