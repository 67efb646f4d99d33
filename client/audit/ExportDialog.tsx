import { useState } from 'react'
import type { HttpRefusal } from '../net/ask-server.ts'
import { saveFile } from '../net/save-file.ts'
import { useExportGrounds } from '../operations/ExportGrounds.tsx'
import { Refusal } from '../operations/Refusal.tsx'
import { useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../ui/words.ts'
import styles from './audit.module.css'
import { exportBody, type Filters } from './filters.ts'

interface ExportDialogProps {
  filters: Filters
  title: string
  onClose(saved: boolean): void
}

/** The signed record leaves with a reason, and only for whoever knows the password now. */
export function ExportDialog({ filters, title, onClose }: ExportDialogProps) {
  const { t } = useWords()
  const { up } = useLink()
  const { fields, grounds, missing, clear } = useExportGrounds()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  async function save() {
    setBusy(true)
    const refused = await saveFile('/api/record/export', { ...exportBody(filters, Date.now()), ...grounds })
    setBusy(false)
    setRefusal(refused)
    clear()
    if (!refused) onClose(true)
  }
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={title}
      actions={
        <Button
          kind="primary"
          action="confirm"
          onPress={() => void save()}
          refused={(!up && t('desk:no-link-now')) || (busy && t('audit:exporting')) || missing}
        >
          {t('audit:export-now')}
        </Button>
      }
    >
      <div className={styles.lines}>
        <p>{t('audit:export-what')}</p>
        {fields}
        {refusal && <Refusal refusal={refusal} />}
      </div>
    </Dialog>
  )
}
