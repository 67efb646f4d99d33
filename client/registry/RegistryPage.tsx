import { useState } from 'react'
import { hasRole } from '../../shared/auth/viewer.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { DeskFrame } from '../app/DeskFrame.tsx'
import { select } from '../app/desk-state.ts'
import { useStaff, viewerOf } from '../app/staff-session.ts'
import { Empty } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { ApplicationFile } from './ApplicationFile.tsx'
import { ImportRoster } from './ImportRoster.tsx'
import { QueueBoard } from './QueueBoard.tsx'
import { RegisterUnit } from './RegisterUnit.tsx'
import { RegistryBoard } from './RegistryBoard.tsx'
import { RegistrySide } from './RegistrySide.tsx'
import registry from './registry.module.css'
import type { View } from './ViewSwitch.tsx'

/** The applications on their way and the register; whoever is opened stands at the right. */
export function RegistryPage() {
  const queues = hasRole(viewerOf(useStaff()), ['registrar', 'police-reviewer', 'supervisor', 'auditor'])
  const works = hasRole(viewerOf(useStaff()), ['registrar', 'police-reviewer'])
  const [view, setView] = useState<View>(works ? 'queue' : 'roll')
  const [form, setForm] = useState<'import' | 'unit' | null>(null)
  const [file, setFile] = useState<Id | null>(null)
  const close = () => setForm(null)
  function choose(id: Id) {
    // The second press on a line goes into its file, to the step that is due.
    if (file === id)
      document.getElementById('application-file')?.querySelector<HTMLElement>('[data-due] button')?.focus()
    else setFile(id)
  }
  return (
    <DeskFrame
      page="registry"
      map={false}
      alarms={false}
      rightWidth={[440, 330]}
      left={
        view === 'queue' ? (
          <QueueBoard selected={file} onChoose={({ id }) => choose(id)} onView={setView} />
        ) : (
          <RegistryBoard
            onImport={() => setForm('import')}
            onRegisterUnit={() => setForm('unit')}
            {...(queues && { onView: setView })}
          />
        )
      }
      right={
        view === 'queue' ? (
          <QueueSide file={file} />
        ) : form === 'import' ? (
          <ImportRoster onClose={close} />
        ) : form === 'unit' ? (
          <RegisterUnit
            onRegistered={(id) => {
              select({ kind: 'unit', id })
              close()
            }}
            onClose={close}
          />
        ) : (
          <RegistrySide />
        )
      }
    />
  )
}

function QueueSide({ file }: { file: Id | null }) {
  const { t } = useWords()
  return (
    <section id="application-file" className={registry.file} aria-label={t('registry:file')}>
      {file ? <ApplicationFile key={file} id={file} /> : <Empty>{t('law:choose-a-file')}</Empty>}
    </section>
  )
}
