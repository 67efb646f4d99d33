import { useRef, useState } from 'react'
import type { Assistant } from '../../shared/assistants/types.ts'
import { maySend, useStaff } from '../app/staff-session.ts'
import { askServer, type HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'

/** The picture that a citizen sees; looking at it here is recorded, so it is shown on request. */
export function Portrait({ assistant }: { assistant: Assistant }) {
  const { t } = useWords()
  const { up } = useLink()
  const session = useStaff()
  const { board } = useStore()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const { id, photo } = assistant
  const may = maySend(session, board.board, 'SetAssistantPhoto', { assistant: id, photo: null })
  const why = (!up && t('registry:no-link')) || (busy && t('registry:sending'))

  async function send(image: string | null) {
    setBusy(true)
    const answer = await askServer('POST', '/api/portraits', { assistant: id, image })
    setBusy(false)
    setShown(null)
    setRefusal(answer.ok ? null : answer)
  }
  return (
    <>
      <SectionHead title={t('registry:portrait')} />
      <div className={styles.papers}>
        <p className="dim small">{t(photo ? 'registry:portrait-hint' : 'registry:portrait-none')}</p>
        {photo && shown === photo && (
          <img className={styles.portrait} src={`/api/portraits/${id}`} alt={t('registry:portrait')} />
        )}
        <div className="flow">
          {photo && shown !== photo && (
            <Button onPress={() => setShown(photo)} refused={why}>
              {t('registry:portrait-show')}
            </Button>
          )}
          {may && (
            <Button icon="person" onPress={() => input.current?.click()} refused={why}>
              {t(photo ? 'registry:portrait-other' : 'registry:portrait-add')}
            </Button>
          )}
          {may && photo && (
            <Button onPress={() => void send(null)} refused={why}>
              {t('registry:portrait-remove')}
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="unseen"
          tabIndex={-1}
          aria-label={t('registry:portrait-add')}
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) void base64Of(file).then(send)
            target.value = ''
          }}
        />
        {refusal && <Refusal refusal={refusal} />}
      </div>
    </>
  )
}

function base64Of(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(file)
  })
}
