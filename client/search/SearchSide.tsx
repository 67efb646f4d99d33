import type { Id } from '../../shared/kernel/ids.ts'
import { useDesk } from '../app/desk-state.ts'
import { useEntity } from '../store/use-store.ts'
import { CaseSide, isCaseForm } from './case/CaseSide.tsx'
import { LocatedPanel } from './case/LocatedPanel.tsx'
import { PeriodNumbers } from './case/PeriodNumbers.tsx'
import { ClueForm } from './clues/ClueForm.tsx'
import { PapersForm } from './papers/PapersForm.tsx'
import { ConsensusForm } from './priors/ConsensusForm.tsx'
import { DistancesForm } from './priors/DistancesForm.tsx'
import { PriorsForm } from './priors/PriorsForm.tsx'
import { SearchPlan } from './SearchPlan.tsx'
import { SegmentPanel } from './SegmentPanel.tsx'
import { openForm, useSearchDesk } from './search-desk.ts'
import { FilesForm } from './segments/FilesForm.tsx'
import { GroundForm } from './segments/GroundForm.tsx'
import { LineForm } from './segments/LineForm.tsx'
import { SegmentCutForm } from './segments/SegmentCutForm.tsx'
import { SegmentLockForm } from './segments/SegmentLockForm.tsx'
import { DebriefForm } from './sweep/DebriefForm.tsx'
import { WidthForm } from './sweep/WidthForm.tsx'
import { KindsForm } from './teams/KindsForm.tsx'
import { WhatIf } from './teams/WhatIf.tsx'
import { useSearch } from './use-search.ts'

/** The chosen segment with what was walked there, else the plan: how likely so far, and where next. */
export function SearchSide({ operation }: { operation: Id | null }) {
  const search = useSearch(operation)
  const form = useSearchDesk((desk) => desk.form)
  const selected = useDesk((desk) => desk.selected)
  const located = useEntity('case', operation)?.located
  if (!search) return null
  const close = () => openForm(null)
  const { id } = search.operation
  const segment = selected?.kind === 'place' && search.segments.find(({ id: of }) => of === selected.id)
  if (isCaseForm(form)) return <CaseSide key={id} search={search} form={form} />
  switch (form) {
    case 'priors':
      return <PriorsForm key={id} search={search} onClose={close} />
    case 'consensus':
      return <ConsensusForm key={id} search={search} onClose={close} />
    case 'distances':
      return <DistancesForm key={id} operation={search.operation} onClose={close} />
    case 'line':
      return segment ? (
        <LineForm key={segment.id} search={search} place={segment} onClose={close} />
      ) : (
        <SearchPlan search={search} />
      )
    case 'width':
      return <WidthForm key={id} operation={search.operation} onClose={close} />
    case 'clue':
      return <ClueForm key={id} operation={search.operation} onClose={close} />
    case 'files':
      return <FilesForm key={id} search={search} onClose={close} />
    case 'kinds':
      return <KindsForm key={id} operation={search.operation} onClose={close} />
    case 'what-if':
      return <WhatIf key={id} search={search} onClose={close} />
    case 'numbers':
      return <PeriodNumbers key={id} search={search} onClose={close} />
    case 'debrief':
      return <DebriefForm key={id} search={search} onClose={close} />
    case 'ground':
      return <GroundForm key={id} search={search} onClose={close} />
    case 'papers':
      return <PapersForm key={id} search={search} segment={segment || null} onClose={close} />
    case 'cut':
    case 'lock':
    case null: {
      if (segment && form === 'cut')
        return <SegmentCutForm key={segment.id} search={search} place={segment} onClose={close} />
      if (segment && form === 'lock')
        return <SegmentLockForm key={segment.id} search={search} place={segment} onClose={close} />
      if (segment) return <SegmentPanel key={segment.id} search={search} place={segment} />
      return located ? (
        <LocatedPanel key={id} search={search} located={located} />
      ) : (
        <SearchPlan search={search} />
      )
    }
  }
}
