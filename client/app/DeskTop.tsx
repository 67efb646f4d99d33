import { useLocation } from 'wouter'
import { systemRoles } from '../../shared/auth/system-roles.ts'
import { AlarmRate } from '../alarms/AlarmRate.tsx'
import { useLink } from '../store/use-store.ts'
import { ActionCap } from '../ui/Keycap.tsx'
import { Menu } from '../ui/Menu.tsx'
import { TopBar, TopCell, TopClock } from '../ui/TopBar.tsx'
import { useKey } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import styles from './app.module.css'
import { openDialog } from './desk-state.ts'
import { LinkCell } from './LinkCell.tsx'
import { Preferences } from './Preferences.tsx'
import { regionName } from './region-name.ts'
import { useStaff } from './staff-session.ts'

/** Whose desk, its pages, the alarm rate, the link, the time, and who sits here. */
export function DeskTop({ onLock }: { onLock(): void }) {
  const { t } = useWords()
  const session = useStaff()
  const [, go] = useLocation()
  const lost = useLink().level === 'lost'
  useKey('desk.lock', onLock)
  useKey('desk.law', () => openDialog({ name: 'law' }))
  useKey('desk.hand-over', () => openDialog({ name: 'hand-over' }))
  const { me, pages, page } = session
  const looksAfterServers = me.grants.some(({ role }) => systemRoles.includes(role))
  useKey('desk.system', () => openDialog({ name: 'system' }), { when: looksAfterServers })
  const regions = [...new Set(me.grants.flatMap((grant) => grant.regions))]
  return (
    <TopBar
      scope={regions.map((region) => regionName(t, region)).join(', ')}
      linksLabel={t('desk:pages')}
      links={pages.map((one) => ({
        id: one.id,
        label: t(one.words),
        href: one.path,
        current: one === page,
        action: one.action,
        onGo: () => go(one.path),
      }))}
    >
      {page.id !== 'registry' && page.id !== 'force' && page.id !== 'audit' && page.id !== 'admin' && (
        <AlarmRate lost={lost} />
      )}
      <LinkCell />
      <TopClock offset={session.utcOffset} />
      <TopCell>
        <Menu
          plain
          items={[
            {
              id: 'lock',
              label: t('desk:lock'),
              icon: 'lock',
              note: <ActionCap action="desk.lock" />,
              onChoose: onLock,
            },
            {
              id: 'hand-over',
              label: t('desk:hand-over'),
              icon: 'person',
              note: <ActionCap action="desk.hand-over" />,
              onChoose: () => openDialog({ name: 'hand-over' }),
            },
            {
              id: 'sounds',
              label: t('alarms:sounds'),
              icon: 'bell',
              onChoose: () => openDialog({ name: 'sounds' }),
            },
            {
              id: 'law',
              label: t('desk:law'),
              icon: 'note',
              note: <ActionCap action="desk.law" />,
              onChoose: () => openDialog({ name: 'law' }),
            },
            ...(looksAfterServers
              ? [
                  {
                    id: 'system',
                    label: t('desk:system'),
                    icon: 'settings' as const,
                    note: <ActionCap action="desk.system" />,
                    onChoose: () => openDialog({ name: 'system' }),
                  },
                ]
              : []),
            { id: 'sign-out', label: t('desk:sign-out'), icon: 'arrow-back', onChoose: session.signOut },
          ]}
        >
          <span className={styles.who}>
            <b>{me.name}</b>
            <span className="dim tiny only-l">{t(`terms:role.${me.grants[0]?.role ?? 'auditor'}`)}</span>
          </span>
        </Menu>
        <ActionCap action="desk.lock" />
        <Preferences />
      </TopCell>
    </TopBar>
  )
}
