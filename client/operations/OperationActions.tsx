import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { openDialog, openPanel } from '../app/desk-state.ts'
import { useBoard, useEntity, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useDeskWords } from './words.ts'

/** What can be done with an operation as a whole. */
export function OperationActions({ id }: { id: Id }) {
  const { t } = useDeskWords()
  const { up } = useLink()
  const operation = useEntity('operation', id)
  const hasPlaces = useBoard(
    (board: Board) => [...board.place.values()].some((place) => place.operation === id),
    Object.is,
    'place',
  )
  if (!operation) return null
  const timeline = (
    <Button action="operation.timeline" onPress={() => openPanel({ name: 'timeline', operation: id })}>
      {t('operations:timeline')}
    </Button>
  )
  if (operation.closedAt !== null) return timeline
  return (
    <>
      <Button
        kind="primary"
        action="propose"
        onPress={() => openPanel({ name: 'proposal', operation: id })}
        refused={(!up && t('desk:no-link-now')) || (!hasPlaces && t('operations:no-places-to-staff'))}
      >
        {t('operations:propose')}
      </Button>
      <Button
        action="message.write"
        onPress={() => openDialog({ name: 'message', operation: id, task: null })}
      >
        {t('operations:message')}
      </Button>
      <Button action="place.new" onPress={() => openPanel({ name: 'new-place', operation: id })}>
        {t('operations:place')}
      </Button>
      <Button
        action="operation.change"
        onPress={() => openPanel({ name: 'change-operation', operation: id })}
      >
        {t('operations:change')}
      </Button>
      {timeline}
      <Button action="operation.end" onPress={() => openPanel({ name: 'end-operation', operation: id })}>
        {t('operations:end')}
      </Button>
    </>
  )
}
