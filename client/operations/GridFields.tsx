import { useState } from 'react'
import type { Ring } from '../../shared/geo/lat-lng.ts'
import { Button } from '../ui/Button.tsx'
import { NumberInput } from '../ui/Fields.tsx'
import { type PlaceDraft, segmentGrid } from './draft.ts'
import { Line } from './SideForm.tsx'
import { useDeskWords } from './words.ts'

interface GridFieldsProps {
  perimeter: Ring
  taken: readonly string[]
  onMake(segments: PlaceDraft[]): void
}

/** Cuts the perimeter into segments; each gets the share of the probability that its area has. */
export function GridFields({ perimeter, taken, onMake }: GridFieldsProps) {
  const { t } = useDeskWords()
  const [columns, setColumns] = useState<number | null>(3)
  const [rows, setRows] = useState<number | null>(2)
  const [people, setPeople] = useState<number | null>(2)
  const [row, setRow] = useState<number | null>(10)
  const ready = columns && rows && columns * rows <= 60
  const make = () =>
    onMake(
      segmentGrid(
        perimeter,
        { columns: columns ?? 1, rows: rows ?? 1, people: people ?? 0, row: row ?? 0 },
        (letter) => t('operations:segment-name', { letter }),
        taken,
      ),
    )
  return (
    <>
      <Line>
        <NumberInput label={t('operations:columns')} value={columns} min={1} max={10} onChange={setColumns} />
        <NumberInput label={t('operations:rows')} value={rows} min={1} max={10} onChange={setRows} />
        <NumberInput
          label={t('operations:people-each')}
          value={people}
          min={0}
          max={40}
          onChange={setPeople}
        />
        <NumberInput label={t('operations:row-percent')} value={row} min={0} max={99} onChange={setRow} />
      </Line>
      <p className="dim small">{t('operations:grid-hint')}</p>
      <div>
        <Button onPress={make} refused={!ready && t('operations:grid-too-many')}>
          {t('operations:make-grid')}
        </Button>
      </div>
    </>
  )
}
