import { useMemo } from 'react'
import { polylineLength } from '../../../shared/geo/distance.ts'
import { distance } from '../../../shared/i18n/format.ts'
import type { Operation } from '../../../shared/operations/types.ts'
import type { Hazard, MapLine } from '../../../shared/search/segments/ground-types.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useAsk, useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Panel.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from '../search.module.css'
import type { SearchBoard } from '../use-search.ts'
import { HazardForm } from './HazardForm.tsx'

interface GroundFormProps {
  search: SearchBoard
  onClose(): void
}

/** What lies on the ground of the search: hazards, which the teams are told, and lines to cut along. */
export function GroundForm({ search: { operation }, onClose }: GroundFormProps) {
  const { t } = useDeskWords()
  const { hazards = [], lines = [] } = operation.search ?? {}
  const newestFirst = useMemo(() => hazards.toReversed(), [hazards])
  return (
    <HazardForm operation={operation} onClose={onClose}>
      <SectionHead title={t('search:hazards')} count={hazards.length} />
      {hazards.length === 0 && <Empty>{t('search:no-hazards')}</Empty>}
      {newestFirst.map((hazard) => (
        <HazardRow key={hazard.id} operation={operation} hazard={hazard} />
      ))}
      <SectionHead title={t('search:lines')} count={lines.length} note={t('search:lines-from-files')} />
      {lines.length === 0 && <Empty>{t('search:no-lines')}</Empty>}
      {lines.map((line) => (
        <LineRow key={line.id} operation={operation} line={line} />
      ))}
    </HazardForm>
  )
}

function HazardRow({ operation, hazard }: { operation: Operation; hazard: Hazard }) {
  const { t, time } = useDeskWords()
  const ask = useAsk(`hazard:${hazard.id}`)
  const words = useText(hazard.words)
  return (
    <div className={styles.said}>
      <div className="flow">
        <span className="clip strong">{t(`search:hazard.${hazard.kind}`)}</span>
        <span className="fill" />
        <span className="dim small num">{time(hazard.at)}</span>
        <Button
          onPress={() => void ask.give('ClearHazard', { operation: operation.id, hazard: hazard.id })}
          refused={ask.sending.length > 0 && t('operations:sending')}
          label={`${t('search:hazard-clear')}: ${t(`search:hazard.${hazard.kind}`)} ${words ?? ''}`}
        >
          {t('search:hazard-clear')}
        </Button>
      </div>
      {words && <p className="small">{words}</p>}
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
    </div>
  )
}

function LineRow({ operation, line }: { operation: Operation; line: MapLine }) {
  const { t, language } = useDeskWords()
  const ask = useAsk(`line:${line.id}`)
  return (
    <div className={styles.said}>
      <div className="flow">
        <span className="clip">{line.name || t('search:line-unnamed')}</span>
        <span className="dim small">{t(`search:line-one.${line.kind}`)}</span>
        <span className="fill" />
        <span className="dim small num">{distance(polylineLength(line.path), language)}</span>
        <Button
          onPress={() => void ask.give('DropSearchLine', { operation: operation.id, line: line.id })}
          refused={ask.sending.length > 0 && t('operations:sending')}
          label={`${t('search:line-drop')}: ${line.name}`}
        >
          {t('search:line-drop')}
        </Button>
      </div>
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
    </div>
  )
}
