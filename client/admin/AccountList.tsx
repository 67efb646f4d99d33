import { useState } from 'react'
import type { Account } from '../../shared/accounts/types.ts'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { regionName } from '../app/region-name.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Officer } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useBoard, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox, TextInput } from '../ui/Fields.tsx'
import { Icon } from '../ui/Icons.tsx'
import { Empty, Figure, Figures } from '../ui/Panel.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import styles from './admin.module.css'
import type { Logins } from './use-logins.ts'

const accountsOf = (board: Board) => [...board.account.values()]

interface AccountListProps {
  logins: Logins
  selected: Id | null
  onChoose(account: Id): void
  onNew(): void
  onGateways(): void
}

/** Every account with its login, roles and where they hold. */
export function AccountList({ logins, selected, onChoose, onNew, onGateways }: AccountListProps) {
  const { t } = useDeskWords()
  const { names } = useStore()
  const [text, setText] = useState('')
  const [closedToo, setClosedToo] = useState(false)
  const all = useBoard(accountsOf, sameItems, 'account')
  const wanted = text.trim().toLocaleLowerCase()
  const rows = all.filter(({ id, open }) => {
    if (!open && !closedToo) return false
    const words = `${names.get(id) ?? ''} ${logins.of(id)?.login ?? ''}`.toLocaleLowerCase()
    return wanted === '' || words.includes(wanted)
  })
  const open = all.filter((account) => account.open)
  const invited = open.filter(({ id }) => logins.of(id)?.invited).length

  const columns: Column<Account>[] = [
    {
      id: 'name',
      head: t('admin:name'),
      width: '24%',
      cell: ({ id }) => (
        <b>
          <Officer id={id} />
        </b>
      ),
    },
    {
      id: 'login',
      head: t('admin:login'),
      width: '14%',
      cell: ({ id }) => <span className="num">{logins.of(id)?.login}</span>,
    },
    {
      id: 'roles',
      head: t('admin:roles'),
      cell: ({ grants }) => grants.map(({ role }) => t(`terms:role.${role}`)).join(', '),
    },
    {
      id: 'regions',
      head: t('admin:regions'),
      width: '20%',
      wideOnly: true,
      cell: ({ grants }) => (
        <span className="dim">
          {[...new Set(grants.flatMap(({ regions }) => regions))]
            .map((region) => regionName(t, region))
            .join(', ')}
        </span>
      ),
    },
    {
      id: 'police',
      head: t('admin:police-short'),
      width: '9%',
      cell: ({ police }) => (police ? <Icon name="check" label={t('admin:police-short')} /> : '–'),
    },
    {
      id: 'state',
      head: t('admin:state'),
      width: '15%',
      cell: ({ id, open: isOpen }) => (
        <span className={isOpen ? undefined : 'dim'}>
          {t(!isOpen ? 'admin:closed' : logins.of(id)?.invited ? 'admin:invited' : 'admin:open')}
        </span>
      ),
    },
  ]
  return (
    <section className={styles.main}>
      <header className={styles.head}>
        <div className={styles.title}>
          <span className="dim small">{t('admin:who-signs-in')}</span>
          <h1>{t('admin:accounts')}</h1>
        </div>
        <Figures>
          <Figure value={open.length}>{t('admin:open')}</Figure>
          <Figure value={invited}>{t('admin:invited')}</Figure>
          <Figure value={all.length - open.length}>{t('admin:closed')}</Figure>
        </Figures>
      </header>
      <div className={styles.tools}>
        <TextInput
          label={t('admin:find')}
          type="search"
          value={text}
          onChange={setText}
          placeholder={t('admin:find-hint')}
          maxLength={40}
        />
        <Checkbox label={t('admin:closed-too')} checked={closedToo} onChange={setClosedToo} />
        <span className="fill" />
        <Button onPress={onGateways}>{t('admin:gateways')}</Button>
        <Button action="account.new" onPress={onNew}>
          {t('admin:new-account')}
        </Button>
      </div>
      {logins.refusal && (
        <div className={styles.padded}>
          <Refusal refusal={logins.refusal} />
        </div>
      )}
      <Table
        grow
        label={t('admin:accounts')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        selected={selected}
        onChoose={({ id }) => onChoose(id)}
        empty={<Empty>{t('admin:nobody')}</Empty>}
      />
    </section>
  )
}
