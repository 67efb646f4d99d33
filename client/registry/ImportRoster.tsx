import { useEffect, useRef, useState } from 'react'
import { askServer, type HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { Figure, Figures } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import styles from './registry.module.css'
import { columnWords, header, type Preview } from './roster.ts'

/** A list of people whose registration stands on paper: what would be done is shown first, line by line. */
export function ImportRoster({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { up } = useLink()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [done, setDone] = useState<{ imported: number; skipped: number } | null>(null)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const [asking, setAsking] = useState(false)

  async function ask<Answer>(path: string, text: string): Promise<Answer | null> {
    setAsking(true)
    setRefusal(null)
    const answer = await askServer<Answer>('POST', path, text)
    setAsking(false)
    if (answer.ok) return answer.answer
    setRefusal(answer)
    return null
  }
  async function choose(chosen: File | undefined) {
    if (!chosen) return
    const text = await chosen.text()
    setFile({ name: chosen.name, text })
    setDone(null)
    setPreview(await ask<Preview>('/api/roster?preview=yes', text))
  }
  async function bring() {
    if (!file) return
    const result = await ask<{ imported: number; skipped: number }>('/api/roster', file.text)
    if (!result) return
    setDone(result)
    setPreview(null)
    setFile(null)
  }

  const ready = preview !== null && preview.imported > 0 && preview.outside.length === 0
  return (
    <SideForm
      title={t('registry:import')}
      submit={
        ready
          ? t('registry:import-submit', { count: preview.imported })
          : t(file ? 'registry:other-file' : 'registry:choose-file')
      }
      sending={asking || !up}
      onSubmit={() => (ready ? void bring() : input.current?.click())}
      onClose={onClose}
    >
      <p>{t('registry:import-note')}</p>
      <div className={styles.lines}>
        <span className="dim small">{t('registry:first-line')}</span>
        <code className={styles.header}>{header}</code>
      </div>
      <p className="dim small">{t('registry:import-hint', { example: 'almaty/medeu' })}</p>
      <div data-first="">
        <Button icon="note" onPress={() => input.current?.click()}>
          {t(file ? 'registry:other-file' : 'registry:choose-file')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        className="unseen"
        tabIndex={-1}
        aria-label={t('registry:choose-file')}
        onChange={({ target }) => {
          void choose(target.files?.[0])
          target.value = ''
        }}
      />
      {refusal && <Refusal refusal={refusal} />}
      {done && (
        <p className="strong" role="status">
          {t('registry:imported', { count: done.imported, skipped: done.skipped })}
        </p>
      )}
      {file && preview && <Found name={file.name} preview={preview} />}
    </SideForm>
  )
}

function Found({ name, preview }: { name: string; preview: Preview }) {
  const { t } = useWords()
  const { imported, skipped, refused, outside } = preview
  const section = useRef<HTMLElement>(null)
  // Off the button that chose the file, so that Enter goes on with what is shown.
  useEffect(() => section.current?.focus(), [])
  return (
    <section aria-label={name} className={styles.found} ref={section} tabIndex={-1}>
      <SectionHead title={name} />
      <Figures>
        <Figure value={imported}>{t('registry:will-import')}</Figure>
        <Figure value={skipped}>{t('registry:known-already')}</Figure>
        <Figure value={refused.length} amber={refused.length > 0}>
          {t('registry:wrong-lines')}
        </Figure>
      </Figures>
      {imported === 0 && <p className={styles.padded}>{t('registry:nothing-to-import')}</p>}
      {outside.length > 0 && (
        <p className={`${styles.padded} amber flow`}>
          <AlarmMark level={2} size={14} />
          {t('registry:outside', { callSigns: outside.slice(0, 8).join(', '), count: outside.length })}
        </p>
      )}
      {refused.length > 0 && (
        <>
          <SectionHead title={t('registry:wrong-lines')} count={refused.length} />
          <ol className={styles.wrong}>
            {refused.map(({ line, column }) => (
              <li key={`${line} ${column}`}>
                <span className="num strong">{t('registry:line', { line })}</span>
                <span>{t(columnWords(column), { example: 'A-0412' })}</span>
              </li>
            ))}
          </ol>
          <p className={`${styles.padded} dim small`}>{t('registry:wrong-left-out')}</p>
        </>
      )}
    </section>
  )
}
