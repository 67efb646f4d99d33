import { Dialog } from './Dialog.tsx'
import { Keycap } from './Keycap.tsx'
import styles from './KeyHelp.module.css'
import { type ActionId, capsOf, isOnPage, keyTable, type Page } from './keys.ts'
import { useWords } from './words.ts'

const actions = Object.keys(keyTable) as ActionId[]
/** All keys of a page. */
export function KeyHelp({ page, open, onClose }: { page: Page; open: boolean; onClose(): void }) {
  const { t } = useWords()
  return (
    <Dialog title={t('ui:keys-of-page')} open={open} onClose={onClose} width={720}>
      <dl className={styles.list} tabIndex={0}>
        {actions
          .filter((action) => isOnPage(action, page))
          .map((action) => (
            <div key={action}>
              <dt>
                {capsOf(action).map((parts) => (
                  <Keycap key={parts.join()} parts={parts} />
                ))}
              </dt>
              <dd>{t(`keys:${action}`)}</dd>
            </div>
          ))}
      </dl>
    </Dialog>
  )
}
