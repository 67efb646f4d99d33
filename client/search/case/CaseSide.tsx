import { ClueCustody } from '../clues/ClueCustody.tsx'
import { ClueFile } from '../clues/ClueFile.tsx'
import { ClueRelease } from '../clues/ClueRelease.tsx'
import { type CaseFormName, caseForms, openForm, type SearchForm } from '../search-desk.ts'
import type { SearchBoard } from '../use-search.ts'
import { CardForm } from './CardForm.tsx'
import { CaseFile } from './CaseFile.tsx'
import { LocatedForm } from './LocatedForm.tsx'
import { PeriodForm } from './PeriodForm.tsx'
import { QuestionsForm } from './QuestionsForm.tsx'
import { StatementForm } from './StatementForm.tsx'
import { SubjectForm } from './SubjectForm.tsx'
import { UrgencyForm } from './UrgencyForm.tsx'

export const isCaseForm = (form: SearchForm | null): form is CaseFormName =>
  caseForms.some((one) => one === form)

/** The file of a search and its parts; each part goes back to the file, a clue's parts to the clue. */
export function CaseSide({ search, form }: { search: SearchBoard; form: CaseFormName }) {
  const { operation } = search
  const toFile = { operation, onClose: () => openForm('case') }
  const toClue = { operation, onClose: () => openForm('clue-file') }
  switch (form) {
    case 'case':
      return <CaseFile search={search} />
    case 'statement':
      return <StatementForm {...toFile} />
    case 'subject':
      return <SubjectForm {...toFile} />
    case 'questions':
      return <QuestionsForm {...toFile} />
    case 'urgency':
      return <UrgencyForm {...toFile} />
    case 'card':
      return <CardForm {...toFile} />
    case 'period':
      return <PeriodForm {...toFile} />
    case 'located':
      return <LocatedForm search={search} onClose={() => openForm('case')} />
    case 'clue-file':
      return <ClueFile operation={operation} />
    case 'clue-custody':
      return <ClueCustody {...toClue} />
    case 'clue-release':
      return <ClueRelease {...toClue} />
  }
}
