import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'

/** A secret that is shown once: to be read, selected or copied. */
export function CopyLine({ name, text }: { name: string; text: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const copy = () =>
    void navigator.clipboard
      ?.writeText(text)
      .then(() => setCopied('yes'))
      .catch(() => setCopied('no'))
  return (
    <div className={styles.copy}>
      <span className="dim small">{name}</span>
      <code>{text}</code>
      <Button onPress={copy} refused={!navigator.clipboard && t('registry:no-clipboard')}>
        {t('registry:copy')}
      </Button>
      <span className="small" role="status">
        {copied && t(copied === 'yes' ? 'registry:copied' : 'registry:no-clipboard')}
      </span>
    </div>
  )
}
