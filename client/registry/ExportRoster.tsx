import { useState } from 'react'
import { holds } from '../../shared/auth/viewer.ts'
import { regionName } from '../app/region-name.ts'
import { useStaff, viewerOf } from '../app/staff-session.ts'
import { ExportDialog } from '../operations/ExportDialog.tsx'
import { Select } from '../ui/Choices.tsx'
import { Checkbox } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'

/** The register of one's region as a table; names only for who keeps the register. */
export function ExportRoster({ regions, onClose }: { regions: readonly string[]; onClose(): void }) {
  const { t } = useWords()
  const viewer = viewerOf(useStaff())
  const [region, setRegion] = useState(regions[0] ?? '')
  const [wished, setWished] = useState(true)
  const mayName = holds(viewer, ['registrar', 'administrator'], region, null)
  return (
    <ExportDialog
      title={t('registry:export')}
      path="/api/roster/export"
      body={{ region, personal: mayName && wished }}
      onClose={onClose}
    >
      <p>{t('registry:export-what')}</p>
      {regions.length > 1 && (
        <Select
          label={t('registry:region')}
          options={regions.map((value) => ({ value, label: regionName(t, value) }))}
          value={region}
          onChange={setRegion}
        />
      )}
      {mayName && <Checkbox label={t('registry:export-personal')} checked={wished} onChange={setWished} />}
    </ExportDialog>
  )
}
