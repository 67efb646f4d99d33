import { DeskFrame } from './DeskFrame.tsx'
import { EventBoard, EventSide } from './operation-slots.tsx'

/** Event security: the posts over time fill the page; people who may go stand beside them. */
export function EventPage() {
  return (
    <DeskFrame page="event" rightWidth={[600, 404]} left={<EventBoard />} map={false} right={<EventSide />} />
  )
}
