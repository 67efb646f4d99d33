import type { Board } from '../../shared/board/board.ts'
import { calendarDate } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useBoard, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Panel.tsx'

const openOf = (person: Id) => (board: Board) =>
  [...board.erasure.values()].find((one) => one.person === person && one.ended === null)

interface ErasureBlockProps {
  person: Id
  erasedAt: number | undefined
  /** The status has ended, or the file is decided against. */
  over: boolean
}

/** That what is personal was erased, that it is asked for, or the button that asks: an administrator decides. */
export function ErasureBlock({ person, erasedAt, over }: ErasureBlockProps) {
  const { t, offset } = useDeskWords()
  const session = useStaff()
  const { board } = useStore()
  const { up } = useLink()
  const { give, sending, refused } = useAsk(`erasure:${person}`)
  const asked = useBoard(openOf(person), Object.is, 'erasure')
  if (erasedAt !== undefined)
    return (
      <Notice title={t('registry:erased')}>
        <p className="dim">{t('registry:erased-on', { day: calendarDate(erasedAt, offset) })}</p>
      </Notice>
    )
  if (asked)
    return (
      <Notice title={t('registry:erasure-asked')}>
        <p className="dim">{t('registry:erasure-waits')}</p>
      </Notice>
    )
  if (!over || !maySend(session, board.board, 'AskErasure', { person })) return null
  return (
    <Notice
      title={t('registry:erasure')}
      aside={
        <Button
          onPress={() => void give('AskErasure', { person })}
          refused={(!up && t('registry:no-link')) || (sending.length > 0 && t('registry:sending'))}
        >
          {t('registry:ask-erasure')}
        </Button>
      }
    >
      <p className="dim">{t('registry:erasure-note')}</p>
      {refused && <Refusal refusal={refused.refusal} />}
    </Notice>
  )
}
