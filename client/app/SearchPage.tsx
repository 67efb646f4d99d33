import { DeskFrame } from './DeskFrame.tsx'
import { SearchLeft, SearchSide } from './operation-slots.tsx'

/** A search: segments and sweeps beside the map. */
export function SearchPage() {
  return <DeskFrame page="search" left={<SearchLeft />} right={<SearchSide />} />
}
