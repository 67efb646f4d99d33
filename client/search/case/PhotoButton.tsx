import { type RefObject, useRef, useState } from 'react'
import type { Id } from '../../../shared/kernel/ids.ts'
import type { HttpRefusal } from '../../net/ask-server.ts'
import { useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { photoTypes, sendPhoto } from './photo.ts'

interface PhotoButtonProps {
  of: { operation: Id } | { clue: Id }
  label: string
  /** Opens the choice from elsewhere: a digit of a list. */
  opener?: RefObject<HTMLInputElement | null>
  onRefused(refusal: HttpRefusal | null): void
}

/** Chooses a picture and sends it at once. */
export function PhotoButton({ of, label, opener, onRefused }: PhotoButtonProps) {
  const { t } = useDeskWords()
  const [sending, setSending] = useState(false)
  const own = useRef<HTMLInputElement>(null)
  const input = opener ?? own
  async function choose(file: File | undefined) {
    if (!file) return
    setSending(true)
    onRefused(await sendPhoto(of, file))
    setSending(false)
  }
  return (
    <>
      <Button icon="note" onPress={() => input.current?.click()} refused={sending && t('case:photo-sending')}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={photoTypes}
        className="unseen"
        tabIndex={-1}
        aria-label={label}
        onChange={({ target }) => {
          void choose(target.files?.[0])
          target.value = ''
        }}
      />
    </>
  )
}
