import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { distance } from '../../../shared/i18n/format.ts'
import type { Operation, Place } from '../../../shared/operations/types.ts'
import { planLanes } from '../../../shared/search-theory/lanes.ts'
import { useDeskWords } from '../../operations/words.ts'
import styles from './paper.module.css'
import { sheetMap } from './sheet-map.ts'

const paper = { width: 320, height: 300, margin: 30 }

interface PaperMapProps {
  operation: Operation
  place: Place
  /** The neighbouring segments, with their letters. */
  neighbours: readonly Place[]
  /** Where the team meets, and where the search is planned from. */
  marks: readonly LatLng[]
  people: number
}

/** A segment in black on white: lanes, roads and streams, hazards by number, closed neighbours hatched. */
export function PaperMap({ operation, place, neighbours, marks, people }: PaperMapProps) {
  const { language } = useDeskWords()
  const map = sheetMap(place.ring ?? [], marks, paper)
  const { width, height } = paper
  const { lines = [], hazards = [], locked = [] } = operation.search ?? {}
  const pathOf = (points: readonly LatLng[]) =>
    points
      .map((at) => map.on(at))
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ')
  const lanes = place.line && place.ring && people > 0 ? planLanes(place.ring, place.line, people).lanes : []
  return (
    <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={place.name}>
      <defs>
        <pattern id="closed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V7" stroke="#000" strokeWidth="1.4" />
        </pattern>
      </defs>
      {neighbours.map(({ id, letter, ring }) => (
        <g key={id}>
          <polygon
            points={pathOf(ring ?? [])}
            fill={locked.some((lock) => lock.place === id) ? 'url(#closed)' : 'none'}
            stroke="#777"
            strokeWidth="0.8"
          />
          <Letter at={middle(ring ?? [])} letter={letter} on={map.on} />
        </g>
      ))}
      {lines.map(({ id, kind, path }) => (
        <polyline
          key={id}
          points={pathOf(path)}
          fill="none"
          stroke="#555"
          strokeWidth={kind === 'stream' ? 1.6 : 1}
          strokeDasharray={kind === 'road' ? '6 2' : undefined}
        />
      ))}
      {lanes.flatMap(({ pass, searcher, parts }) =>
        parts.map((part) => (
          <polyline
            key={`${pass} ${searcher} ${part[0].lat}`}
            points={pathOf(part)}
            fill="none"
            stroke="#999"
            strokeWidth="0.6"
            strokeDasharray="2 2"
          />
        )),
      )}
      <polygon points={pathOf(place.ring ?? [])} fill="none" stroke="#000" strokeWidth="1.8" />
      <text x="10" y="24" fontSize="20" fontWeight="700">
        {place.letter}
      </text>
      {hazards.map(({ id, shape, path }, i) => {
        const at = map.on(
          shape === 'area' ? middle(path) : (path[Math.floor((path.length - 1) / 2)] as LatLng),
        )
        return (
          <g key={id}>
            {shape === 'line' && (
              <polyline points={pathOf(path)} fill="none" stroke="#000" strokeDasharray="4 2" />
            )}
            {shape === 'area' && (
              <polygon points={pathOf(path)} fill="none" stroke="#000" strokeDasharray="4 2" />
            )}
            <path
              d={`M${at.x} ${at.y - 9}L${at.x + 10} ${at.y + 8}H${at.x - 10}Z`}
              fill="#fff"
              stroke="#000"
            />
            <text x={at.x} y={at.y + 6} fontSize="9" fontWeight="700" textAnchor="middle">
              {i + 1}
            </text>
          </g>
        )
      })}
      {map.marks.map(({ x, y }, i) => (
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

function Letter({
  at,
  letter,
  on,
}: {
  at: LatLng
  letter: string
  on(at: LatLng): { x: number; y: number }
}) {
  const { x, y } = on(at)
  if (x < 14 || y < 14 || x > paper.width - 14 || y > paper.height - 14) return null
  return (
    <text x={x} y={y + 4} fontSize="11" textAnchor="middle" stroke="#fff" strokeWidth="3" paintOrder="stroke">
      {letter}
    </text>
  )
}

function middle(ring: readonly LatLng[]): LatLng {
  const n = ring.length || 1
  return {
    lat: ring.reduce((sum, { lat }) => sum + lat, 0) / n,
    lng: ring.reduce((sum, { lng }) => sum + lng, 0) / n,
  }
}
