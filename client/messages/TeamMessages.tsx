import { useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard } from '../store/use-store.ts'
import { Ticks } from '../ui/Marks.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { MessageState, MessageText } from './MessageState.tsx'
import { messagesOf, tally } from './receipts.ts'

const earlierShown = 4

/** What was said to a task's team or, without a task, in the whole operation: the newest in full, or whichever is chosen. */
export function TeamMessages({
  operation,
  task,
  keyed = true,
}: {
  operation: Id
  task: Id | null
  keyed?: boolean
}) {
  const { t, time } = useDeskWords()
  const messages = useBoard((board: Board) => messagesOf(board, operation, task), sameItems, 'message')
  const [chosen, choose] = useState<Id | null>(null)
  const front = messages.find(({ id }) => id === chosen) ?? messages[0]
  if (!front) return null
  const others = messages.filter(({ id }) => id !== front.id).slice(0, earlierShown)
  return (
    <>
      <SectionHead title={t('messages:said')} count={messages.length} />
      <MessageState key={front.id} message={front} keyed={keyed} />
      {others.length > 0 && (
        <Rows label={t('messages:earlier')}>
          {others.map((message) => {
            const { of, delivered, read, understood } = tally(message)
            const words = t('messages:understood-of', { understood, of })
            return (
              <Row
                key={message.id}
                title={<MessageText message={message} />}
                onChoose={() => choose(message.id)}
                end={
                  <span className="flow">
                    <span className="num dim">{time(message.at)}</span>
                    <Ticks
                      delivered={delivered === of}
                      read={read === of}
                      understood={understood === of}
                      label={words}
                    />
                  </span>
                }
              />
            )
          })}
        </Rows>
      )}
    </>
  )
}
