import { useRef } from 'react'
import { coordinatesText, parseCoordinates } from '../../../shared/city/find-point.ts'
import { polylineLength } from '../../../shared/geo/distance.ts'
import type { LatLng } from '../../../shared/geo/lat-lng.ts'
import { distance } from '../../../shared/i18n/format.ts'
import { type Refusal, refuse } from '../../../shared/kernel/refusal.ts'
import styles from '../../operations/operations.module.css'
import { useMapGesture } from '../../operations/use-map-gesture.ts'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Fields.tsx'

interface TypedLine {
  text: string
  path: LatLng[] | null
}

interface LineFieldProps {
  label: string
  value: TypedLine
  onChange(value: TypedLine): void
  error?: Refusal
}

/** A line drawn on the map, or typed as coordinates between semicolons. */
export function LineField({ label, value, onChange, error }: LineFieldProps) {
  const { t, language } = useDeskWords()
  const gesture = useMapGesture()
  const box = useRef<HTMLDivElement>(null)
  const corners = value.text.split(/[;\n]/).filter((part) => part.trim() !== '')
  const wrong = corners.find((corner) => !parseCoordinates(corner))
  const typed = (text: string) => {
    const path = text
      .split(/[;\n]/)
      .filter((part) => part.trim() !== '')
      .map(parseCoordinates)
    const whole = path.length > 1 && path.every((at) => at !== null)
    onChange({ text, path: whole ? (path as LatLng[]) : null })
  }
  async function draw() {
    const path = await gesture.drawLine()
    box.current?.querySelector<HTMLElement>(':scope > button')?.focus()
    if (path && path.length > 1) onChange({ text: path.map(coordinatesText).join('; '), path })
  }
  const refusal = wrong
    ? refuse('typed.bad-corner', { params: { corner: wrong.trim() } })
    : value.path
      ? undefined
      : error
  return (
    <div className={styles.mapField} ref={box}>
      <TextInput
        label={label}
        value={value.text}
        onChange={typed}
        error={refusal && refusalText(t, refusal)}
        hint={
          gesture.busy
            ? t('search:drawing-line')
            : value.path
              ? distance(polylineLength(value.path), language)
              : t('search:line-field-hint')
        }
      />
      <Button
        onPress={() => void draw()}
        refused={!gesture.ready && t('operations:no-map')}
        label={`${t('operations:draw')}: ${label}`}
      >
        {t(value.path ? 'operations:redraw' : 'operations:draw')}
      </Button>
    </div>
  )
}
