import { useRef } from 'react'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'

interface FileButtonProps {
  /** Endings that the dialog offers. */
  accept: string
  name: string | null
  onFile(file: File): void
}

/** Chooses a file; its name stands beside the button. */
export function FileButton({ accept, name, onFile }: FileButtonProps) {
  const { t } = useDeskWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="flow">
      <Button icon="note" onPress={() => input.current?.click()}>
        {t(name === null ? 'search:choose-file' : 'search:other-file')}
      </Button>
      {name !== null && <span className="dim clip">{name}</span>}
      <input
        ref={input}
        type="file"
        accept={accept}
        className="unseen"
        tabIndex={-1}
        aria-label={t('search:choose-file')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
    </div>
  )
}
