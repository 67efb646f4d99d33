import type { Board } from '../board/board.ts'
import { change } from '../kernel/change.ts'
import type { ErasureEvent } from './events.ts'

export function evolveErasure(board: Board, event: ErasureEvent): void {
  const { at, by } = event
  switch (event.type) {
    case 'ErasureAsked': {
      const { erasure: id, ...asked } = event.data
      board.erasure.set(id, { id, ...asked, askedBy: by.id, askedAt: at, ended: null })
      return
    }
    case 'ErasureRefused':
      change(board.erasure, event.data.erasure, { ended: { by: by.id, at, erased: false } })
      return
    case 'PersonErased': {
      const { erasure, person } = event.data
      if (erasure) change(board.erasure, erasure, { ended: { by: by.id, at, erased: true } })
      change(board.assistant, person, { erasedAt: at, photo: undefined })
      change(board.application, person, { erasedAt: at })
    }
  }
}
