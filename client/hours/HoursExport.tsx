import type { Id } from '../../shared/kernel/ids.ts'
import { ExportDialog } from '../operations/ExportDialog.tsx'
import { useWords } from '../ui/words.ts'
import type { Period } from './periods.ts'

/** The records that prove the hours, signed. */
export function HoursExport({ id, period, onClose }: { id: Id; period: Period; onClose(): void }) {
  const { t } = useWords()
  return (
    <ExportDialog
      title={t('hours:export')}
      path="/api/hours/export"
      body={{ assistant: id, ...period }}
      onClose={onClose}
    >
      <p>{t('hours:export-what')}</p>
    </ExportDialog>
  )
}
