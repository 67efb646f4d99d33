import { useState } from 'react'
import type { LoggedEvent } from '../../shared/kernel/event.ts'
import { DeskFrame } from '../app/DeskFrame.tsx'
import { Empty } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditSide } from './AuditSide.tsx'
import { AuditTable } from './AuditTable.tsx'
import styles from './audit.module.css'
import { everything } from './filters.ts'
import { useAudit } from './use-audit.ts'
import { useLineWords } from './use-line-words.ts'

/** The record, searched: decisions, and who has looked at whom. */
export function AuditPage() {
  const { t } = useWords()
  const words = useLineWords()
  const [filters, setFilters] = useState(everything)
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<LoggedEvent | null>(null)
  const audit = useAudit(filters, text)
  const rows = audit.events
  const chosen = selected && rows.includes(selected) ? selected : null
  return (
    <DeskFrame
      page="audit"
      map={false}
      alarms={false}
      rightWidth={[440, 330]}
      left={
        <section className={styles.main}>
          <AuditFilters filters={filters} onFilters={setFilters} text={text} onText={setText} words={words} />
          <AuditTable
            chain={filters.chain}
            rows={rows}
            audit={audit}
            words={words}
            selected={chosen}
            onChoose={setSelected}
          />
        </section>
      }
      right={
        chosen ? (
          <AuditSide key={chosen.seq} event={chosen} filters={filters} words={words} onFilters={setFilters} />
        ) : (
          <Empty>{t('audit:choose-a-line')}</Empty>
        )
      }
    />
  )
}
