import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

export interface Tab<Id extends string> {
  id: Id
  label: string
  count?: number
  children: ReactNode
}

export interface TabsProps<Id extends string> {
  label: string
  tabs: readonly Tab<NoInfer<Id>>[]
  value: Id
  onChange(id: NoInfer<Id>): void
}

export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  return (
    <Base.Root className={styles.root} value={value} onValueChange={(next) => onChange(next as Id)}>
      <Base.List className={styles.list} aria-label={label}>
        {tabs.map(({ id, label: text, count }) => (
          <Base.Tab key={id} value={id} className={styles.tab}>
            {text} {count !== undefined && <span className="num">{count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ id, children }) => (
        <Base.Panel key={id} value={id} className={styles.panel}>
          {children}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
