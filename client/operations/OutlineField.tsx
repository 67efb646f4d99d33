import { useRef } from 'react'
import { coordinatesText, findPoints } from '../../shared/city/find-point.ts'
import { ringText, typedRing } from '../../shared/city/typed-ring.ts'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import { ringArea } from '../../shared/geo/ring-measure.ts'
import { circleRing } from '../../shared/geo/ring-shapes.ts'
import { distance, number } from '../../shared/i18n/format.ts'
import { isRefusal, type Refusal } from '../../shared/kernel/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { TextInput } from '../ui/Fields.tsx'
import type { TypedOutline, TypedPoint } from './draft.ts'
import styles from './operations.module.css'
import { nameOfTyped } from './typed-point.ts'
import { useCity } from './use-city.ts'
import { useMapGesture } from './use-map-gesture.ts'
import { refusalText, useDeskWords } from './words.ts'

/** The clicks on the map took the focus away; the keyboard goes on where it left. */
const focusButton = (field: HTMLElement | null) =>
  field?.querySelector<HTMLElement>(':scope > button')?.focus()

interface OutlineFieldProps {
  label: string
  value: TypedOutline
  onChange(value: TypedOutline): void
  /** Says what is missing once somebody tried to go on. */
  error?: Refusal
  /** A bare number of metres is a circle around this point. */
  around?: LatLng | null
}

/** An outline drawn on the map, or typed: corners, or a place with a radius. What was typed stays whatever it means. */
export function OutlineField({ label, value, onChange, error, around }: OutlineFieldProps) {
  const { t, language } = useDeskWords()
  const city = useCity()
  const gesture = useMapGesture()
  const box = useRef<HTMLDivElement>(null)

  function read(text: string) {
    const metres = /^\d{2,5}$/.test(text.trim()) && around ? Number(text) : null
    if (metres !== null && around) return { ring: circleRing(around, metres), around: null }
    return typedRing(city, text, language)
  }
  const meaning = value.text.trim() === '' ? null : read(value.text)
  const typed = (text: string) => {
    const next = text.trim() === '' ? null : read(text)
    onChange({ text, ring: next && !isRefusal(next) ? next.ring : null })
  }
  async function draw() {
    const ring = await gesture.drawRing(value.ring)
    focusButton(box.current)
    if (ring) onChange({ text: ringText(ring), ring })
  }

  const refusal = isRefusal(meaning) ? meaning : value.ring ? undefined : error
  return (
    <div className={styles.mapField} ref={box}>
      <TextInput
        label={label}
        value={value.text}
        onChange={typed}
        error={refusal && refusalText(t, refusal)}
        hint={
          gesture.busy
            ? t(value.ring ? 'operations:reshaping' : 'operations:drawing')
            : value.ring
              ? [
                  meaning && !isRefusal(meaning) && meaning.around
                    ? `${meaning.around.name}, ${distance(meaning.around.metres, language)}`
                    : t('operations:corners', { count: value.ring.length }),
                  t('operations:square-km', { area: number(ringArea(value.ring) / 1e6, language, 2) }),
                ].join(' · ')
              : around === undefined
                ? t('operations:outline-hint')
                : t('operations:place-outline-hint')
        }
      />
      <Button
        onPress={() => void draw()}
        refused={!gesture.ready && t('operations:no-map')}
        label={`${t(value.ring ? 'operations:redraw' : 'operations:draw')}: ${label}`}
      >
        {value.ring ? t('operations:redraw') : t('operations:draw')}
      </Button>
    </div>
  )
}

interface PointFieldProps {
  label: string
  value: TypedPoint
  onChange(value: TypedPoint): void
  error?: Refusal
}

/** A point picked on the map, or typed: coordinates, a place of the city, a street crossing. */
export function PointField({ label, value, onChange, error }: PointFieldProps) {
  const { t, language } = useDeskWords()
  const city = useCity()
  const gesture = useMapGesture()
  const box = useRef<HTMLDivElement>(null)
  const found = findPoints(city, value.text, language, 3)
  const typed = (text: string) => onChange({ text, at: findPoints(city, text, language, 1)[0]?.at ?? null })
  async function pick() {
    const at = await gesture.pick()
    focusButton(box.current)
    if (at) onChange({ text: coordinatesText(at), at })
  }
  const unknown = value.text.trim() !== '' && !value.at
  return (
    <div className={styles.mapField} ref={box}>
      <TextInput
        label={label}
        value={value.text}
        onChange={typed}
        error={
          unknown ? refusalText(t, { code: 'typed.no-place' }) : error && !value.at && refusalText(t, error)
        }
        hint={
          gesture.busy
            ? t('operations:picking')
            : found[0]
              ? `${nameOfTyped(city, value.text, language)}${
                  found.length > 1
                    ? ` · ${t('operations:also', {
                        names: found
                          .slice(1)
                          .map(({ name }) => name)
                          .join(', '),
                      })}`
                    : ''
                }`
              : t('operations:point-hint')
        }
      />
      <Button
        onPress={() => void pick()}
        refused={!gesture.ready && t('operations:no-map')}
        label={`${t('operations:pick')}: ${label}`}
      >
        {t('operations:pick')}
      </Button>
    </div>
  )
}
