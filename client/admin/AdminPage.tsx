import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { DeskFrame } from '../app/DeskFrame.tsx'
import { useEntity } from '../store/use-store.ts'
import { Empty } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { AccountFile } from './AccountFile.tsx'
import { AccountList } from './AccountList.tsx'
import type { PasswordLink } from './accounts.ts'
import { ErasureList } from './ErasureList.tsx'
import { Gateways } from './Gateways.tsx'
import { LinkOnce } from './LinkOnce.tsx'
import { NewAccount } from './NewAccount.tsx'
import { useLogins } from './use-logins.ts'

/** Who may sign in and what for, and which systems carry positions. */
export function AdminPage() {
  const { t } = useWords()
  const [selected, setSelected] = useState<Id | null>(null)
  /** What the right side shows besides a chosen account. */
  const [side, setSide] = useState<'new' | 'gateways' | null>(null)
  const [link, setLink] = useState<{ link: PasswordLink; login: string } | null>(null)
  const account = useEntity('account', selected)
  const logins = useLogins()
  return (
    <>
      <DeskFrame
        page="admin"
        map={false}
        alarms={false}
        rightWidth={[440, 330]}
        left={
          <AccountList
            logins={logins}
            selected={selected}
            onChoose={(id) => {
              setSide(null)
              setSelected(id)
              // Whether the password was set meanwhile comes with no event.
              logins.again()
            }}
            onNew={() => setSide('new')}
            onGateways={() => {
              setSelected(null)
              setSide('gateways')
            }}
          />
        }
        right={
          side === 'new' ? (
            <NewAccount
              onOpened={(made, login) => {
                setSide(null)
                setSelected(made.account)
                setLink({ link: made, login })
                // The login is kept after the account's event has come.
                logins.again()
              }}
              onClose={() => setSide(null)}
            />
          ) : side === 'gateways' ? (
            <Gateways />
          ) : account ? (
            <AccountFile
              key={account.id}
              account={account}
              login={logins.of(account.id)}
              onLink={(made, login) => setLink({ link: made, login })}
            />
          ) : (
            <ErasureList>
              <Empty>{t('admin:choose-a-line')}</Empty>
            </ErasureList>
          )
        }
      />
      {link && <LinkOnce {...link} onClose={() => setLink(null)} />}
    </>
  )
}
