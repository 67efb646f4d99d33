import { percent } from '../../shared/i18n/format.ts'
import type { OperationKind } from '../../shared/operations/types.ts'
import { Button } from '../ui/Button.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Row } from '../ui/Row.tsx'
import type { PlaceDraft, Problem } from './draft.ts'
import { Letter } from './Letter.tsx'
import styles from './operations.module.css'
import { PlaceFields } from './PlaceFields.tsx'
import { refusalText, useDeskWords } from './words.ts'

interface PlaceDraftListProps {
  places: readonly PlaceDraft[]
  operation: OperationKind
  /** The place whose fields are open. */
  open: string | null
  onOpen(key: string | null): void
  onChange(places: PlaceDraft[]): void
  problems: readonly Problem[]
}

/** An opened place is filled in at once. */
const focusName = (fields: HTMLElement | null) =>
  fields?.querySelector<HTMLElement>('[data-first] input')?.focus()

/** The places of an operation that is being made, one of them open. */
export function PlaceDraftList(props: PlaceDraftListProps) {
  const { places, operation, open, onOpen, onChange, problems } = props
  const { t, language } = useDeskWords()
  if (places.length === 0)
    return (
      <p className="dim small">
        {t('operations:no-places')} <Keycap parts={['Shift', 'P']} />
      </p>
    )
  return (
    <ul aria-label={t('operations:places-head')} className={styles.places}>
      {places.map((place) => {
        const problem = problems.find((one) => one.place === place.key)
        return (
          <li key={place.key}>
            <Row
              lead={<Letter kind={place.kind} letter={place.letter} />}
              title={place.name || t(`terms:place.${place.kind}`)}
              end={
                <span className="flow num small">
                  {problem && place.key !== open && (
                    <span className="flow amber">
                      <AlarmMark level={2} size={13} />
                      {refusalText(t, problem.refusal)}
                    </span>
                  )}
                  {place.poa !== null && `${percent(place.poa / 100, language, 1)} · `}
                  {t('operations:minimum-of', { minimum: place.minimum, people: place.slots.length })}
                </span>
              }
              selected={place.key === open}
              onChoose={() => onOpen(place.key === open ? null : place.key)}
            />
            {place.key === open && (
              <div className={styles.inset} ref={focusName}>
                {problem && !problem.placeField && (
                  <p className="amber small">{refusalText(t, problem.refusal)}</p>
                )}
                <PlaceFields
                  place={place}
                  operation={operation}
                  taken={places.filter(({ key }) => key !== place.key).map(({ letter }) => letter)}
                  onChange={(next) => onChange(places.map((one) => (one.key === place.key ? next : one)))}
                  problem={problem && { field: problem.placeField, refusal: problem.refusal }}
                />
                <div>
                  <Button onPress={() => onChange(places.filter(({ key }) => key !== place.key))}>
                    {t('operations:remove-place')}
                  </Button>
                </div>
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
