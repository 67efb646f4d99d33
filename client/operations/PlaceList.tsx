import { nameOfPoint } from '../../shared/city/find-point.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { PlaceStaffing } from '../../shared/operations/staffing.ts'
import { openPanel, select } from '../app/desk-state.ts'
import { Button } from '../ui/Button.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { AlarmMark, Pips } from '../ui/Marks.tsx'
import { Empty } from '../ui/Panel.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Letter } from './Letter.tsx'
import { useCity } from './use-city.ts'
import { useDeskWords } from './words.ts'

interface PlaceListProps {
  places: readonly PlaceStaffing[]
  selected: Id | null
  closed: boolean
}

/** The places of an operation: how many are there, and what is missing, in pips and in words. */
export function PlaceList({ places, selected, closed }: PlaceListProps) {
  const { t } = useDeskWords()
  return (
    <>
      <SectionHead
        title={t('operations:places-head')}
        count={places.length}
        note={closed ? t('operations:needed-people') : t('operations:people-minimum')}
      />
      {places.length === 0 && (
        <Empty>
          {t('operations:no-places')} <Keycap parts={['Shift', 'P']} />
        </Empty>
      )}
      <Rows label={t('operations:places-head')}>
        {places.map((staffing) => (
          <PlaceRow
            key={staffing.place.id}
            staffing={staffing}
            selected={staffing.place.id === selected}
            closed={closed}
          />
        ))}
      </Rows>
    </>
  )
}

function PlaceRow({
  staffing,
  selected,
  closed,
}: {
  staffing: PlaceStaffing
  selected: boolean
  closed: boolean
}) {
  const { t, language, time } = useDeskWords()
  const city = useCity()
  const { place, task, present, coming, asked, needed, minimum, short } = staffing
  const state =
    task === null
      ? t('operations:nobody-sent')
      : task.orders.length === 0
        ? t('terms:task.requested')
        : coming > 0
          ? t('operations:coming', { count: coming })
          : asked > 0
            ? t('operations:asked', { count: asked })
            : `${present} / ${minimum}`
  return (
    <Row
      lead={<Letter kind={place.kind} letter={place.letter} amber={short} />}
      title={place.name}
      selected={selected}
      onChoose={() => select({ kind: 'place', id: place.id }, place.operation)}
      end={
        closed ? (
          <span className="num">{needed}</span>
        ) : (
          <span className={short ? 'flow amber' : 'flow'}>
            <Pips
              needed={needed}
              there={present}
              coming={coming + asked}
              label={t('operations:pips', { present, coming: coming + asked, needed })}
            />
            <span className="flow num" style={{ gap: 4 }}>
              {short && <AlarmMark level={2} size={12} label={t('operations:under-minimum')} />} {state}
            </span>
          </span>
        )
      }
      {...(selected && {
        below: (
          <div className="flow small" style={{ flexWrap: 'wrap', paddingBottom: 4 }}>
            <span>
              {t('operations:meets', {
                place: nameOfPoint(city, place.meeting.at, language) ?? t('operations:on-the-map'),
              })}
              {place.meeting.time !== null && ` · ${time(place.meeting.time)}`}
            </span>
            <span className="fill" />
            {!closed && (
              <Button onPress={() => openPanel({ name: 'change-place', place: place.id })}>
                {t('operations:change-place')}
              </Button>
            )}
            {task && (
              <Button onPress={() => select({ kind: 'task', id: task.id }, place.operation)}>
                {t('operations:show-task')}
              </Button>
            )}
          </div>
        ),
      })}
    />
  )
}
