import { useState } from 'react'
import type { Assistant } from '../../shared/assistants/types.ts'
import { mayReadHours } from '../../shared/auth/may-see.ts'
import { useStaff, viewerOf } from '../app/staff-session.ts'
import { HoursDialog } from '../hours/HoursDialog.tsx'
import { useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'

/** The way from a person's file to their hours, for whoever may read them. */
export function HoursOpener({ assistant, name }: { assistant: Assistant; name: string }) {
  const { t } = useWords()
  const { up } = useLink()
  const { board } = useStore()
  const viewer = viewerOf(useStaff())
  const [open, setOpen] = useState(false)
  const { id, callSign } = assistant
  if (!mayReadHours(board.board, viewer, id)) return null
  return (
    <>
      <SectionHead title={t('hours:title')} />
      <div className={styles.device}>
        <Button
          icon="clock"
          action="file.hours"
          onPress={() => setOpen(true)}
          refused={!up && t('registry:no-link')}
        >
          {t('hours:open')}
        </Button>
        <span className="dim small">{t('hours:recorded')}</span>
      </div>
      {open && <HoursDialog id={id} callSign={callSign} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}
