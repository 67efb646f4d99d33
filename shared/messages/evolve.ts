import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { MessageEvent } from './events.ts'

export function evolveMessages(board: Board, event: MessageEvent): void {
  switch (event.type) {
    case 'MessageSent': {
      const { message: id, to, ...sent } = event.data
      const receipts = to.map((who) => ({ who, delivered: null, read: null, understood: null }))
      board.message.set(id, { id, ...sent, by: event.by.id, at: event.at, receipts })
      return
    }
    case 'MessageSeen': {
      const { message, who, state } = event.data
      change(board.message, message, ({ receipts }) => ({
        receipts: receipts.map((receipt) =>
          receipt.who.id === who.id ? { ...receipt, [state]: receipt[state] ?? event.at } : receipt,
        ),
      }))
      return
    }
    case 'HandoverOffered': {
      const { handover: id, ...offered } = event.data
      board.handover.set(id, { id, ...offered, from: event.by.id, to: null, at: event.at, signedAt: null })
      return
    }
    case 'HandoverSigned': {
      const { handover, account, alarms } = event.data
      change(board.handover, handover, { to: account, signedAt: event.at })
      for (const alarm of alarms) change(board.alarm, alarm, { owner: { account, at: event.at } })
    }
  }
}
