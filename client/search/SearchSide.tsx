import type { Id } from '../../shared/kernel/ids.ts'
import { useDesk } from '../app/desk-state.ts'
import { CaseForm } from './CaseForm.tsx'
import { ClueForm } from './ClueForm.tsx'
import { FilesForm } from './FilesForm.tsx'
import { PriorsForm } from './PriorsForm.tsx'
import { SearchPlan } from './SearchPlan.tsx'
import { SegmentPanel } from './SegmentPanel.tsx'
import { openForm, useSearchDesk } from './search-desk.ts'
import { useSearch } from './use-search.ts'
import { WidthForm } from './WidthForm.tsx'

/** The chosen segment with what was walked there, else the plan: how likely so far, and where next. */
export function SearchSide({ operation }: { operation: Id | null }) {
  const search = useSearch(operation)
  const form = useSearchDesk((desk) => desk.form)
  const selected = useDesk((desk) => desk.selected)
  if (!search) return null
  const close = () => openForm(null)
  const { id } = search.operation
  switch (form) {
    case 'case':
      return <CaseForm key={id} operation={search.operation} onClose={close} />
    case 'priors':
      return <PriorsForm key={id} search={search} onClose={close} />
    case 'width':
      return <WidthForm key={id} operation={search.operation} onClose={close} />
    case 'clue':
      return <ClueForm key={id} operation={search.operation} onClose={close} />
    case 'files':
      return <FilesForm key={id} search={search} onClose={close} />
    case null: {
      const segment = selected?.kind === 'place' && search.segments.find(({ id: of }) => of === selected.id)
      return segment ? (
        <SegmentPanel key={segment.id} search={search} place={segment} />
      ) : (
        <SearchPlan search={search} />
      )
    }
  }
}
