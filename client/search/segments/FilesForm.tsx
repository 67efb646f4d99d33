import { type ReactNode, useState } from 'react'
import { useDeskWords } from '../../operations/words.ts'
import { Select } from '../../ui/Choices.tsx'
import type { SearchBoard } from '../use-search.ts'
import { AreasForm } from './AreasForm.tsx'
import { ExportForm } from './ExportForm.tsx'
import { TrackForm } from './TrackForm.tsx'

const kinds = ['areas', 'track', 'export'] as const

export interface FileFormProps {
  search: SearchBoard
  /** The choice of what to do, first in each of the forms. */
  head: ReactNode
  onClose(): void
}

/** What comes into a search as a file, and what leaves it as one. */
export function FilesForm({ search, onClose }: Omit<FileFormProps, 'head'>) {
  const { t } = useDeskWords()
  const [kind, setKind] = useState<(typeof kinds)[number]>('areas')
  const head = (
    <Select
      label={t('search:files-what')}
      options={kinds.map((one) => ({ value: one, label: t(`search:files.${one}`) }))}
      value={kind}
      onChange={setKind}
    />
  )
  const props = { search, head, onClose }
  if (kind === 'areas') return <AreasForm {...props} />
  return kind === 'track' ? <TrackForm {...props} /> : <ExportForm {...props} />
}
