import { useState } from 'react'
import { maySend, useStaff } from '../app/staff-session.ts'
import { useBoard, useStore } from '../store/use-store.ts'
import { waitingHandover } from './handovers.ts'
import { OfferDesk } from './OfferDesk.tsx'
import { SignForDesk } from './SignForDesk.tsx'

/** What is open in my region, listed and handed over; or an offered desk, to be signed for. */
export function HandoverDialog({ onClose }: { onClose(): void }) {
  const session = useStaff()
  const { board } = useStore()
  const regions = [...new Set(session.me.grants.flatMap((grant) => grant.regions))].filter((region) =>
    maySend(session, board.board, 'OfferHandover', { region }),
  )
  const waiting = useBoard((now) => waitingHandover(now, regions), Object.is, 'handover')
  const [again, setAgain] = useState(false)
  return waiting && !again ? (
    <SignForDesk key={waiting.id} handover={waiting} onAgain={() => setAgain(true)} onClose={onClose} />
  ) : (
    <OfferDesk regions={regions} onOffered={() => setAgain(false)} onClose={onClose} />
  )
}
