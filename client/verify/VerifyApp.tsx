import { type DragEvent, useEffect, useRef, useState } from 'react'
import { languages } from '../../shared/i18n/format.ts'
import type { Anchor } from '../../shared/record/format.ts'
import { setLanguage } from '../app/i18n.ts'
import { setTheme, themes, useTheme } from '../app/theme.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/class-names.ts'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'
import { anchorsOf, checkFile, type Outcome } from './check.ts'
import { Finding } from './Finding.tsx'
import styles from './verify.module.css'

/** Proves an exported record in the browser of whoever holds it. */
export function VerifyApp() {
  const { t, language } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [anchors, setAnchors] = useState<Anchor[] | null>([])
  const [key, setKey] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [over, setOver] = useState(false)
  const given = key.trim()
  useEffect(() => {
    document.title = `${t('verify:title')} · Serik`
  }, [t])
  useEffect(() => {
    setOutcome(null)
    if (!file) return
    let current = true
    void checkFile(file, { anchors: anchors ?? [], ...(given && { key: given }) }).then((found) => {
      if (current) setOutcome(found)
    })
    return () => {
      current = false
    }
  }, [file, anchors, given])

  /** A file of checkpoints may come along with the export. */
  async function take(files: Iterable<File>) {
    for (const one of files) {
      const found = one.name.endsWith('.ndjson') ? anchorsOf(await one.text()) : null
      if (found) setAnchors(found)
      else setFile(one)
    }
  }
  function dropped(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files)
  }

  return (
    <main
      className={styles.page}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <header className={styles.top}>
        <b className={styles.brand}>SERIK</b>
        <span className="fill" />
        <Segments
          label={t('ui:language')}
          options={languages.map((one) => ({ value: one, label: t(`ui:language.${one}`) }))}
          value={language}
          onChange={(one) => void setLanguage(one)}
        />
        <Segments
          label={t('ui:theme')}
          options={themes.map((one) => ({ value: one, label: t(`ui:theme.${one}`) }))}
          value={useTheme()}
          onChange={setTheme}
        />
      </header>
      <div className={styles.column}>
        <h1>{t('verify:title')}</h1>
        <p>{t('verify:intro')}</p>
        <div className={classes(styles.drop, over && styles.over)}>
          <FileButton label={t('verify:choose')} primary={!file} accept=".jsonl" onFiles={take} />
          <span className="dim">{t('verify:drop')}</span>
          {file && <b className="clip">{file.name}</b>}
        </div>
        <div role="status">
          {file && !outcome && <p className="strong">{t('verify:checking')}</p>}
          {outcome && <Finding outcome={outcome} keyGiven={given !== ''} />}
        </div>
        <section className={styles.more}>
          <label className={styles.field}>
            <span>{t('verify:key')}</span>
            <input
              value={key}
              onChange={({ target }) => setKey(target.value)}
              spellCheck={false}
              maxLength={60}
            />
            <small>{t('verify:key-hint')}</small>
          </label>
          <div className={styles.field}>
            <FileButton
              label={t('verify:choose-checkpoints')}
              accept=".ndjson"
              onFiles={async ([chosen]) => setAnchors(chosen ? anchorsOf(await chosen.text()) : [])}
            />
            <small>{t(anchors ? 'verify:checkpoints-note' : 'verify:bad-checkpoints')}</small>
          </div>
        </section>
      </div>
    </main>
  )
}

interface FileButtonProps {
  label: string
  primary?: boolean
  accept: string
  onFiles(files: File[]): Promise<void>
}

function FileButton({ label, primary, accept, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button large kind={primary ? 'primary' : 'normal'} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="unseen"
        tabIndex={-1}
        aria-label={label}
        onChange={({ target }) => {
          void onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </>
  )
}
