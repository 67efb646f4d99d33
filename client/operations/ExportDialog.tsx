import { type ReactNode, useState } from 'react'
import type { HttpRefusal } from '../net/ask-server.ts'
import { saveFile } from '../net/save-file.ts'
import { useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../ui/words.ts'
import { useExportGrounds } from './ExportGrounds.tsx'
import styles from './operations.module.css'
import { Refusal } from './Refusal.tsx'

interface ExportDialogProps {
  title: string
  /** Where the server gives the file, and what it is asked with besides reason and password. */
  path: string
  body: object
  /** What is in the file, and what may be chosen of it. */
  children: ReactNode
  onClose(): void
}

/** A file that leaves the house: with a reason, and the password typed once more. */
export function ExportDialog({ title, path, body, children, onClose }: ExportDialogProps) {
  const { t } = useWords()
  const { up } = useLink()
  const { fields, grounds, missing, clear } = useExportGrounds()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  async function save() {
    setBusy(true)
    const refused = await saveFile(path, { ...body, ...grounds })
    setBusy(false)
    setRefusal(refused)
    clear()
    if (!refused) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <Button
          kind="primary"
          action="confirm"
          onPress={() => void save()}
          refused={(!up && t('registry:no-link')) || (busy && t('registry:sending')) || missing}
        >
          {title}
        </Button>
      }
    >
      <div className={styles.lines}>
        {children}
        {fields}
        {refusal && <Refusal refusal={refusal} />}
      </div>
    </Dialog>
  )
}
