import { useEffect } from 'react'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Operation } from '../../shared/operations/types.ts'
import { openPanel } from '../app/desk-state.ts'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Panel.tsx'
import { CaseHead } from './case/CaseHead.tsx'
import { ClueList } from './clues/ClueList.tsx'
import { PriorsAge } from './priors/PriorsAge.tsx'
import { Rings } from './priors/Rings.tsx'
import { SearchShapes } from './SearchShapes.tsx'
import { SegmentTable } from './SegmentTable.tsx'
import styles from './search.module.css'
import { LinkLostPlan } from './teams/LinkLostPlan.tsx'
import { TeamList } from './teams/TeamList.tsx'
import { type SearchBoard, useMeasuring, useSearch } from './use-search.ts'

interface SearchLeftProps {
  operation: Id | null
  onOperation(id: Id): void
}

const openSearches = (board: Board) =>
  [...board.operation.values()].filter(({ kind, closedAt }) => kind === 'search' && closedAt === null)

/** One search: who is missed, the segments, the teams, the clues; the first open search where none is chosen. */
export function SearchLeft({ operation, onOperation }: SearchLeftProps) {
  const { t } = useDeskWords()
  const searches = useBoard(openSearches, sameItems, 'operation')
  const search = useSearch(operation)
  const first = searches[0]?.id
  useEffect(() => {
    if (!search && first) onOperation(first)
  }, [search, first, onOperation])
  if (search) return <Case search={search} searches={searches} onOperation={onOperation} />
  return (
    <div className={styles.left}>
      <Empty>{t('search:none')}</Empty>
      <div className={styles.caseActions}>
        <Button kind="primary" action="operation.new" onPress={() => openPanel({ name: 'new-operation' })}>
          {t('operations:new-operation')}
        </Button>
      </div>
    </div>
  )
}

function Case({
  search,
  searches,
  onOperation,
}: {
  search: SearchBoard
  searches: readonly Operation[]
  onOperation(id: Id): void
}) {
  useMeasuring(search.operation, search.segments)
  return (
    <div className={styles.left}>
      <CaseHead search={search} searches={searches} onOperation={onOperation} />
      <PriorsAge search={search} />
      <LinkLostPlan operation={search.operation.id} />
      <SegmentTable search={search} />
      <TeamList search={search} />
      <ClueList operation={search.operation} />
      <Rings operation={search.operation} />
      <SearchShapes search={search} />
    </div>
  )
}
