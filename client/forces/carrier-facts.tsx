import { overrunMinutes } from '../../shared/alarms/rules/shift-overrun.ts'
import { nameOfPoint } from '../../shared/city/find-point.ts'
import { distance, duration } from '../../shared/i18n/format.ts'
import { bookedOn, type Shift } from '../../shared/shifts/types.ts'
import { useCity } from '../operations/use-city.ts'
import { refusalText, useDeskWords } from '../operations/words.ts'
import { useStore } from '../store/use-store.ts'
import { Chip } from '../ui/Chip.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import type { Fact } from '../ui/Panel.tsx'
import { Age } from '../ui/Times.tsx'
import { useEverySecond, useTickingText } from '../ui/ticker.ts'
import { FixAge } from './CarrierCells.tsx'
import { FixDial } from './FixDial.tsx'
import styles from './forces.module.css'
import { type Carrying, kindOf } from './status.ts'
import { usePerson } from './use-person.ts'
import { spotOf } from './where.ts'

/** Minutes before its end from which a shift is said to run out (rule D5 warns at the same time). */
const endingSoon = () => overrunMinutes.warn * 60_000

/** What is known of a carrier, line by line. */
export function useCarrierFacts(carrier: Carrying | undefined): Fact[] {
  const { t } = useDeskWords()
  const assistant = carrier && 'skills' in carrier ? carrier : null
  const person = usePerson(assistant?.id ?? null)
  if (!carrier) return []
  const facts: (Fact | null)[] = [
    assistant && {
      name: t('tasks:carrier.phone'),
      value: <Phone person={person} />,
    },
    {
      name: t('tasks:carrier.fix'),
      value: (
        <>
          <FixDial no={carrier.no} /> <FixAge no={carrier.no} /> <Accuracy no={carrier.no} />
        </>
      ),
    },
    { name: t('tasks:carrier.where'), value: <Where carrier={carrier} /> },
    bookedOn(carrier.shift)
      ? { name: t('tasks:carrier.on-duty'), value: <Duty shift={carrier.shift} /> }
      : null,
    bookedOn(carrier.shift)
      ? { name: t('tasks:carrier.until'), value: <Until shift={carrier.shift} /> }
      : null,
    'mobility' in carrier
      ? { name: t('tasks:carrier.moves'), value: t(`terms:mobility.${carrier.mobility}`) }
      : null,
    assistant && assistant.status !== 'ACTIVE'
      ? {
          name: t('tasks:carrier.registry'),
          value: <span className="amber">{t(`terms:registry.${assistant.status}`)}</span>,
        }
      : null,
    assistant && assistant.skills.length > 0
      ? {
          name: t('tasks:carrier.skills'),
          value: (
            <span className={styles.skills}>
              {assistant.skills.map((skill) => (
                <Chip key={skill}>{t(`terms:skill.${skill}`)}</Chip>
              ))}
            </span>
          ),
        }
      : null,
  ]
  return facts.filter((fact) => fact !== null)
}

function Phone({ person }: { person: ReturnType<typeof usePerson> }) {
  const { t } = useDeskWords()
  if (person === null) return <span className="dim">{t('tasks:looking')}</span>
  if ('refused' in person) return <>{refusalText(t, { code: person.refused })}</>
  if (!person.phone) return <span className="dim">{t('tasks:carrier.no-phone')}</span>
  return (
    <a className="num" href={`tel:${person.phone}`}>
      {person.phone.replace(/^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5')}
    </a>
  )
}

function Accuracy({ no }: { no: number }) {
  const { language } = useDeskWords()
  const { live } = useStore()
  const ref = useTickingText(() => {
    const metres = live.table.accuracy[no] ?? Number.NaN
    return live.table.at[no] && metres >= 0 ? `± ${distance(metres, language)}` : ''
  })
  return <span className="num dim" ref={ref} />
}

/** The crossing or place nearest to the last fix; coordinates on a desk without a city. */
function Where({ carrier }: { carrier: Carrying }) {
  const { t, language } = useDeskWords()
  const store = useStore()
  const city = useCity()
  const ref = useTickingText(() => {
    const at = spotOf(store, kindOf(carrier), carrier.id)
    if (!at) return t('tasks:carrier.unknown')
    return nameOfPoint(city, at, language) ?? `${at.lat.toFixed(5)}, ${at.lng.toFixed(5)}`
  })
  return <span ref={ref} />
}

function Duty({ shift }: { shift: Shift }) {
  return <Age since={shift.openedAt ?? shift.from} />
}

/** When the shift ends, with how long that is; amber with a mark when it is near or over. */
function Until({ shift }: { shift: Shift }) {
  const { t, language, time } = useDeskWords()
  const ref = useEverySecond<HTMLSpanElement>((element, at) => {
    const left = shift.to - at
    element.dataset.level = left < endingSoon() ? '2' : ''
    const words = element.lastElementChild
    const text =
      left > 0
        ? t('tasks:carrier.left', { time: duration(left, language) })
        : t('tasks:carrier.over', { time: duration(-left, language) })
    if (words && words.textContent !== text) words.textContent = text
  })
  return (
    <span className={styles.until} ref={ref}>
      <span className="num">{time(shift.to)}</span> <AlarmMark level={2} size={13} /> <span className="num" />
    </span>
  )
}
