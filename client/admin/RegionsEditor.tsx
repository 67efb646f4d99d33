import { knownRegions } from '../../shared/law/regions.ts'
import { regionName } from '../app/region-name.ts'
import { RegionField } from '../registry/RegionField.tsx'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import styles from './admin.module.css'

interface RegionsEditorProps {
  regions: readonly string[]
  onChange(regions: string[]): void
}

/** The regions something holds in: each can be taken out, others are added by name. */
export function RegionsEditor({ regions, onChange }: RegionsEditorProps) {
  const { t } = useWords()
  return (
    <>
      {regions.length > 0 && (
        <ul className={styles.regions} aria-label={t('admin:regions')}>
          {regions.map((region) => (
            <li key={region}>
              <Button
                icon="cross"
                label={t('admin:remove-region', { region: regionName(t, region) })}
                onPress={() => onChange(regions.filter((one) => one !== region))}
              >
                {regionName(t, region)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RegionField
        label={t('admin:add-region')}
        options={knownRegions.filter((known) => !regions.includes(known))}
        value={null}
        onChange={(region) => {
          if (region && !regions.includes(region)) onChange([...regions, region])
        }}
      />
    </>
  )
}
