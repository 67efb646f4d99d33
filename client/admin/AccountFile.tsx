import { useState } from 'react'
import type { Account, Grant } from '../../shared/accounts/types.ts'
import { useStaff } from '../app/staff-session.ts'
import { askServer, type HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useLink, useName } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox } from '../ui/Fields.tsx'
import { Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { faultOf, type Login, type PasswordLink, sameGrants } from './accounts.ts'
import styles from './admin.module.css'
import { Fault } from './Fault.tsx'
import { GrantsEditor } from './GrantsEditor.tsx'

interface AccountFileProps {
  account: Account
  login: Login | undefined
  onLink(link: PasswordLink, login: string): void
}

/** One account: its rights, a new link, an end to its sessions, and closing it for good. */
export function AccountFile({ account, login, onLink }: AccountFileProps) {
  const { t } = useDeskWords()
  const session = useStaff()
  const { up } = useLink()
  const name = useName(account.id) ?? login?.login ?? ''
  const { id, open } = account
  const [grants, setGrants] = useState<Grant[]>(account.grants)
  const [police, setPolice] = useState(account.police)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const [said, setSaid] = useState<'saved' | 'signed-out' | null>(null)
  const [closing, setClosing] = useState(false)
  const { give, sending, refused } = useAsk(`account:${id}`)
  const own = id === session.me.account
  const changed = police !== account.police || !sameGrants(grants, account.grants)
  const fault = faultOf(grants)
  const why = (!up && t('admin:no-link')) || (sending.length > 0 && t('admin:sending'))

  async function save() {
    setSaid(null)
    const answer = await give('ChangeGrants', { account: id, grants, police }, { seen: [`account:${id}`] })
    if (answer.ok) setSaid('saved')
  }
  async function ask<Answer>(path: string): Promise<Answer | null> {
    setSaid(null)
    setRefusal(null)
    const answer = await askServer<Answer>('POST', path, { account: id })
    if (answer.ok) return answer.answer
    setRefusal(answer)
    return null
  }
  async function newLink() {
    const link = await ask<PasswordLink>('/api/accounts/link')
    if (link) onLink(link, login?.login ?? '')
  }
  async function signOut() {
    if (await ask('/api/accounts/sign-out')) setSaid('signed-out')
  }

  return (
    <>
      <Panel
        actions={
          open && (
            <>
              <Button
                kind="primary"
                action="confirm"
                onPress={() => void save()}
                refused={
                  why ||
                  (own && t('refusals:account.own-grants')) ||
                  (!changed && t('admin:nothing-changed')) ||
                  (fault !== null && t('admin:fix-rights'))
                }
              >
                {t('admin:save-rights')}
              </Button>
              <Button onPress={() => void newLink()} refused={why}>
                {t('admin:new-link')}
              </Button>
              <Button onPress={() => void signOut()} refused={why}>
                {t('admin:sign-out')}
              </Button>
              <Button onPress={() => setClosing(true)} refused={why}>
                {t('admin:close-account')}
              </Button>
            </>
          )
        }
      >
        <PanelTitle
          above={
            <>
              <span>{login?.login}</span>
              <span className="fill" />
              <Chip>{t(!open ? 'admin:closed' : login?.invited ? 'admin:invited' : 'admin:open')}</Chip>
            </>
          }
          title={name}
        >
          {!open && <p className="dim">{t('admin:closed-note')}</p>}
          {open && login?.invited && <p className="dim">{t('admin:invited-note')}</p>}
          {!open && (
            <Facts
              facts={[{ name: t('admin:police-short'), value: t(account.police ? 'admin:yes' : 'admin:no') }]}
            />
          )}
        </PanelTitle>
        {said && (
          <p className={`${styles.padded} strong`} role="status">
            {t(`admin:said.${said}`)}
          </p>
        )}
        {(refusal || refused) && (
          <div className={styles.padded}>
            {refusal && <Refusal refusal={refusal} />}
            {refused && <Refusal refusal={refused.refusal} />}
          </div>
        )}
        {open && (
          <>
            <SectionHead title={t('admin:rights')} />
            <div className={styles.padded}>
              {own && <p className="dim">{t('refusals:account.own-grants')}</p>}
              <GrantsEditor grants={grants} onChange={setGrants} />
              {changed && <Fault fault={fault} />}
              <div className={styles.police}>
                <Checkbox label={t('admin:police')} checked={police} onChange={setPolice} />
              </div>
            </div>
          </>
        )}
      </Panel>
      {closing && (
        <Dialog
          open
          onClose={() => setClosing(false)}
          title={`${t('admin:close-account')}: ${name}`}
          actions={
            <Button
              kind="primary"
              action="confirm"
              refused={why}
              onPress={() =>
                void give('CloseAccount', { account: id }).then((answer) => answer.ok && setClosing(false))
              }
            >
              {t('admin:close-account')}
            </Button>
          }
        >
          <p>{t('admin:close-means')}</p>
          {refused && <Refusal refusal={refused.refusal} />}
        </Dialog>
      )}
    </>
  )
}
