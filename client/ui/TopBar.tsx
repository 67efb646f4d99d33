import type { ReactNode } from 'react'
import { zoneName } from '../../shared/i18n/format.ts'
import { BrandMark } from './Icons.tsx'
import { ActionCap } from './Keycap.tsx'
import type { ActionId } from './keys.ts'
import { Clock, Today } from './Times.tsx'
import styles from './TopBar.module.css'
import { useKey } from './use-key.ts'

export interface TopLink {
  id: string
  label: string
  href: string
  current: boolean
  action?: ActionId
  onGo(): void
}

function TopLinkView({ label, href, current, action, onGo }: Omit<TopLink, 'id'>) {
  useKey(action, onGo)
  return (
    <a
      className={styles.link}
      href={href}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onGo()
      }}
    >
      <ActionCap action={action} />
      {label}
    </a>
  )
}

export interface TopBarProps {
  /** Beside the brand: whose desk this is. */
  scope: ReactNode
  links: TopLink[]
  linksLabel: string
  /** `TopCell`s at the right end. */
  children: ReactNode
}

export function TopBar({ scope, links, linksLabel, children }: TopBarProps) {
  return (
    <div className={styles.bar}>
      <div className={styles.brand}>
        <BrandMark />
        <b>Serik</b>
        <span className="dim clip">{scope}</span>
      </div>
      <nav aria-label={linksLabel}>
        {links.map(({ id, ...link }) => (
          <TopLinkView key={id} {...link} />
        ))}
      </nav>
      <span className={styles.gap} />
      {children}
    </div>
  )
}

export function TopCell({ children }: { children: ReactNode }) {
  return <div className={styles.cell}>{children}</div>
}

/** 21:47:12 with the zone and the date; `offset` in minutes east of UTC. */
export function TopClock({ offset }: { offset: number }) {
  return (
    <TopCell>
      <span className={styles.clock}>
        <Clock offset={offset} />
      </span>
      <span className="dim tiny only-l">
        {zoneName(offset)}
        <br />
        <Today offset={offset} />
      </span>
    </TopCell>
  )
}
