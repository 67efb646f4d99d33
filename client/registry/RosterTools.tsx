import { useState } from 'react'
import { hasRole } from '../../shared/auth/viewer.ts'
import { useStaff, viewerOf } from '../app/staff-session.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import { ExportRoster } from './ExportRoster.tsx'

const takers = ['registrar', 'administrator', 'supervisor', 'police-reviewer', 'auditor'] as const

/** The register as a file, in and out. */
export function RosterTools({ onImport }: { onImport(): void }) {
  const { t } = useWords()
  const session = useStaff()
  const [open, setOpen] = useState(false)
  const grants = session.me.grants.filter(({ role }) => takers.some((taker) => taker === role))
  const regions = [...new Set(grants.flatMap((grant) => grant.regions))]
  const mayImport = hasRole(viewerOf(session), ['registrar'])
  return (
    <>
      <Button icon="note" onPress={onImport} refused={!mayImport && t('registry:registrar-imports')}>
        {t('registry:import')}
      </Button>
      <Button
        icon="arrow-down"
        onPress={() => setOpen(true)}
        refused={regions.length === 0 && t('registry:export-only')}
      >
        {t('registry:export')}
      </Button>
      {open && <ExportRoster regions={regions} onClose={() => setOpen(false)} />}
    </>
  )
}
