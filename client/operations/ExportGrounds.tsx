import { type ReactNode, useState } from 'react'
import { TextInput } from '../ui/Fields.tsx'
import { useWords } from '../ui/words.ts'

export interface ExportGrounds {
  /** The two inputs. */
  fields: ReactNode
  /** What the server asks for with every export. */
  grounds: { reason: string; password: string }
  /** Why it cannot be asked for yet. */
  missing: string | false
  /** The password is typed for each export anew. */
  clear(): void
}

/** Why something leaves the house, and once more who it is that takes it. */
export function useExportGrounds(): ExportGrounds {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const fields = (
    <>
      <TextInput
        label={t('desk:export-reason')}
        hint={t('desk:export-reason-hint')}
        value={reason}
        maxLength={200}
        onChange={setReason}
        autoFocus
      />
      <TextInput
        label={t('desk:export-password')}
        type="password"
        autoComplete="current-password"
        value={password}
        maxLength={1000}
        onChange={setPassword}
      />
    </>
  )
  const missing =
    (reason.trim().length < 3 && t('refusals:export.reason-missing')) ||
    (password === '' && t('refusals:export.password-missing'))
  return { fields, grounds: { reason, password }, missing, clear: () => setPassword('') }
}
