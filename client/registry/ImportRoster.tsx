import { useRef, useState } from 'react'
import type { RosterProgress, RosterResult } from '../../shared/assistants/roster.ts'
import type { HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.ts'
import { RosterFound } from './RosterFound.tsx'
import { RosterProgressBar } from './RosterProgressBar.tsx'
import styles from './registry.module.css'
import { header, sendRoster } from './roster.ts'

const statuses = 'ACTIVE, REGISTERED, SUSPENDED, TERMINATED'

/** A list of people whose registration stands on paper: what would be done is shown first, line by line. */
export function ImportRoster({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { up } = useLink()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [found, setFound] = useState<{ result: RosterResult; preview: boolean } | null>(null)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const [progress, setProgress] = useState<RosterProgress | null>(null)
  const [doing, setDoing] = useState<'preview' | 'import' | null>(null)

  async function send(chosen: File, preview: boolean) {
    setDoing(preview ? 'preview' : 'import')
    setRefusal(null)
    setProgress(null)
    const answer = await sendRoster(chosen, preview, setProgress)
    setDoing(null)
    if ('code' in answer) return setRefusal(answer)
    setFound({ result: answer, preview })
  }
  function choose(chosen: File | undefined) {
    if (!chosen) return
    setFile(chosen)
    setFound(null)
    void send(chosen, true)
  }
  const cut = refusal !== null && file !== null
  const count = found?.preview ? found.result.imported : 0
  const ready = file !== null && (count > 0 || cut)
  return (
    <SideForm
      title={t('registry:import')}
      submit={
        count > 0
          ? t('registry:import-submit', { count })
          : cut
            ? t('registry:import')
            : t(file ? 'registry:other-file' : 'registry:choose-file')
      }
      sending={doing !== null || !up}
      onSubmit={() => (ready && file ? void send(file, false) : input.current?.click())}
      onClose={onClose}
    >
      <p>{t('registry:import-note')}</p>
      <div className={styles.lines}>
        <span className="dim small">{t('registry:first-line')}</span>
        <code className={styles.header}>{header}</code>
      </div>
      <p className="dim small">{t('registry:import-hint', { example: 'almaty/medeu' })}</p>
      <p className="dim small">{t('registry:import-status', { words: statuses })}</p>
      <div data-first="">
        <Button
          icon="note"
          onPress={() => input.current?.click()}
          refused={doing !== null && t('registry:sending')}
        >
          {t(file ? 'registry:other-file' : 'registry:choose-file')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        className="unseen"
        tabIndex={-1}
        aria-label={t('registry:choose-file')}
        onChange={({ target }) => {
          choose(target.files?.[0])
          target.value = ''
        }}
      />
      {doing && <RosterProgressBar progress={progress} preview={doing === 'preview'} />}
      {refusal && <Refusal refusal={refusal} />}
      {cut && <p>{t('registry:import-cut')}</p>}
      {file && found && <RosterFound key={String(found.preview)} name={file.name} {...found} />}
    </SideForm>
  )
}
