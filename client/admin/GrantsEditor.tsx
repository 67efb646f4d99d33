import { useEffect, useRef, useState } from 'react'
import { type Grant, type StaffRole, staffRoles } from '../../shared/accounts/types.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Choices.tsx'
import { useWords } from '../ui/words.ts'
import { everywhere } from './accounts.ts'
import styles from './admin.module.css'
import { RegionsEditor } from './RegionsEditor.tsx'

interface GrantsEditorProps {
  grants: readonly Grant[]
  onChange(grants: Grant[]): void
}

/** Roles, each with the regions it holds in. */
export function GrantsEditor({ grants, onChange }: GrantsEditorProps) {
  const { t } = useWords()
  const change = (at: number, to: Partial<Grant>) =>
    onChange(grants.map((grant, index) => (index === at ? { ...grant, ...to } : grant)))
  const rows = useRef<HTMLFieldSetElement>(null)
  const [added, setAdded] = useState(0)
  // Whoever adds a role goes on with it.
  useEffect(() => {
    if (added > 0)
      [...(rows.current?.querySelectorAll<HTMLElement>('[role="combobox"]') ?? [])].at(-2)?.focus()
  }, [added])
  const free = staffRoles.filter((role) => !grants.some((grant) => grant.role === role))
  return (
    <fieldset className={styles.grants} ref={rows}>
      <legend className="unseen">{t('admin:rights')}</legend>
      {grants.map((grant, at) => (
        <GrantRow
          // A row keeps its focus while its role is changed; rows are added at the end only.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={at}
          grant={grant}
          free={free}
          onChange={(to) => change(at, to)}
          onRemove={() => onChange(grants.filter((_, index) => index !== at))}
        />
      ))}
      {free.length > 0 && (
        <Button
          icon="plus"
          onPress={() => {
            setAdded(added + 1)
            onChange([
              ...grants,
              { role: free[0] as StaffRole, regions: grants[0]?.regions ?? [], operations: [] },
            ])
          }}
        >
          {t('admin:add-role')}
        </Button>
      )}
    </fieldset>
  )
}

interface GrantRowProps {
  grant: Grant
  free: readonly StaffRole[]
  onChange(to: Partial<Grant>): void
  onRemove(): void
}

function GrantRow({ grant: { role, regions, operations }, free, onChange, onRemove }: GrantRowProps) {
  const { t } = useWords()
  const name = t(`terms:role.${role}`)
  return (
    <div className={styles.grant}>
      <div className={styles.role}>
        <Select
          label={t('admin:role')}
          options={[role, ...free].map((value) => ({ value, label: t(`terms:role.${value}`) }))}
          value={role}
          onChange={(value) => onChange({ role: value })}
        />
        <Button icon="cross" onPress={onRemove} label={t('admin:remove-role', { role: name })}>
          {t('admin:remove')}
        </Button>
      </div>
      {everywhere.has(role) ? (
        <p className="dim small">{t('admin:works-everywhere')}</p>
      ) : (
        <>
          <RegionsEditor regions={regions} onChange={(to) => onChange({ regions: to })} />
          {operations.length > 0 && (
            <p className="dim small">{t('admin:and-operations', { count: operations.length })}</p>
          )}
        </>
      )}
    </div>
  )
}
