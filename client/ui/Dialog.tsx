import { Dialog as Base } from '@base-ui/react/dialog'
import type { CSSProperties, ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classes } from './class-names.ts'
import styles from './Dialog.module.css'
import { usePage } from './use-key.ts'
import { useWords } from './words.ts'

export interface DialogProps {
  title: ReactNode
  open: boolean
  onClose(): void
  children: ReactNode
  /** Its buttons; the closing one is added. */
  actions?: ReactNode
  /** Pixels. */
  width?: number
  level?: 1 | 2
}

/** The keys of the page behind rest while this is mounted. */
function Inside({ children }: { children: ReactNode }) {
  usePage('dialog')
  return children
}

/** Asks for one thing over everything else. Escape and the closing button leave it. */
export function Dialog({ title, open, onClose, children, actions, width = 520, level }: DialogProps) {
  const { t } = useWords()
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={classes(styles.popup, level && styles[`level${level}`])}
          style={{ '--width': `${width}px` } as CSSProperties}
        >
          <Inside>
            <Base.Title className={styles.head}>{title}</Base.Title>
            <div className={styles.body}>{children}</div>
            <div className={styles.actions}>
              {actions}
              <span className="fill" />
              <Button onPress={onClose} action="close">
                {t('ui:close')}
              </Button>
            </div>
          </Inside>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
