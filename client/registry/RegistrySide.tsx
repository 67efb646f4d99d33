import { useDesk } from '../app/desk-state.ts'
import { Empty } from '../ui/Panel.tsx'
import { useWords } from '../ui/words.ts'
import { AssistantFile } from './AssistantFile.tsx'
import styles from './registry.module.css'
import { UnitFile } from './UnitFile.tsx'

/** The file of whoever is selected. */
export function RegistrySide() {
  const { t } = useWords()
  const selected = useDesk((desk) => desk.selected)
  return (
    <section id="registry-file" className={styles.file} aria-label={t('registry:file')}>
      {selected?.kind === 'assistant' ? (
        <AssistantFile key={selected.id} id={selected.id} />
      ) : selected?.kind === 'unit' ? (
        <UnitFile key={selected.id} id={selected.id} />
      ) : (
        <Empty>{t('registry:choose-a-line')}</Empty>
      )}
    </section>
  )
}
