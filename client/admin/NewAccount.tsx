import { useState } from 'react'
import type { Grant } from '../../shared/accounts/types.ts'
import { useAsk } from '../net/use-ask.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { newId } from '../store/new-id.ts'
import { useLink } from '../store/use-store.ts'
import { Checkbox, TextInput } from '../ui/Fields.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import { faultOf, isLogin, type PasswordLink, policeRoles } from './accounts.ts'
import styles from './admin.module.css'
import { Fault } from './Fault.tsx'
import { GrantsEditor } from './GrantsEditor.tsx'

/** Opens an account: its owner sets the password by a link that works once. */
export function NewAccount({
  onOpened,
  onClose,
}: {
  onOpened(link: PasswordLink, login: string): void
  onClose(): void
}) {
  const { t } = useWords()
  const { up } = useLink()
  const [name, setName] = useState('')
  const [rank, setRank] = useState('')
  const [login, setLogin] = useState('')
  const [grants, setGrants] = useState<Grant[]>([])
  /** As the roles suggest, until the administrator says. */
  const [said, setSaid] = useState<boolean | null>(null)
  const police = said ?? grants.some(({ role }) => policeRoles.has(role))
  /** Kept over tries, so that a repeat opens no second account. */
  const [id] = useState(newId)
  const [tried, setTried] = useState(false)
  const { ask, asking, refusal } = useAsk()
  const fault = faultOf(grants)

  async function open() {
    setTried(true)
    if (fault || !name.trim() || !isLogin(login)) return
    const link = await ask<PasswordLink>('/api/accounts', {
      id,
      login: login.trim(),
      name: name.trim(),
      ...(rank.trim() && { rank: rank.trim() }),
      police,
      grants,
    })
    if (link) onOpened(link, login.trim().toLowerCase())
  }

  return (
    <SideForm
      title={t('admin:new-account')}
      submit={t('admin:open-account')}
      sending={asking || !up}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      {refusal && <Refusal refusal={refusal} />}
      <div data-first="">
        <TextInput
          label={t('admin:name')}
          hint={t('admin:name-hint')}
          {...(tried && !name.trim() && { error: t('admin:name-missing') })}
          value={name}
          onChange={setName}
          maxLength={80}
        />
      </div>
      <TextInput label={t('admin:rank')} value={rank} onChange={setRank} maxLength={80} />
      <TextInput
        label={t('admin:login')}
        hint={t('admin:login-hint')}
        {...(tried && !isLogin(login) && { error: t('admin:login-wrong') })}
        value={login}
        onChange={setLogin}
        maxLength={64}
        autoComplete="off"
      />
      <div className={styles.section}>
        <SectionHead title={t('admin:rights')} />
      </div>
      <GrantsEditor grants={grants} onChange={setGrants} />
      {tried && <Fault fault={fault} />}
      <div className={styles.police}>
        <Checkbox label={t('admin:police')} checked={police} onChange={setSaid} />
      </div>
    </SideForm>
  )
}
