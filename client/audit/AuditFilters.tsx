import { useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import { calendarDate, clockTime } from '../../shared/i18n/format.ts'
import { entityKinds, type Id } from '../../shared/kernel/ids.ts'
import { accessKinds } from '../../shared/wire/read.ts'
import { sameItems, useBoard, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox, Select } from '../ui/Choices.tsx'
import { TextInput } from '../ui/Fields.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './audit.module.css'
import { ExportDialog } from './ExportDialog.tsx'
import { type Filters, ofChain } from './filters.ts'
import { parseInstant } from './instant.ts'
import { type LineWords, label } from './line-text.ts'
import { VerifyButton } from './VerifyButton.tsx'

interface AuditFiltersProps {
  filters: Filters
  onFilters(filters: Filters): void
  text: string
  onText(text: string): void
  words: LineWords
}

const operationsOf = (board: Board) => [...board.operation.values()]

/** By chain, time, kind, operation, person or unit, and by the words of the sentence; what leaves is signed. */
export function AuditFilters({ filters, onFilters, text, onText, words }: AuditFiltersProps) {
  const { t } = words
  const operations = useBoard(operationsOf, sameItems, 'operation')
  const set = (change: Partial<Filters>) => onFilters({ ...filters, ...change })
  const { chain } = filters
  const kinds =
    chain === 'log'
      ? entityKinds.map((kind) => ({ value: kind, label: t(`audit:kind.${kind}`) }))
      : accessKinds.map((kind) => ({ value: kind, label: t(`audit:reading.${kind}`) }))
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <h1>{t('audit:title')}</h1>
        <Segments
          label={t('audit:chain')}
          options={[
            { value: 'log', label: t('audit:chain.log') },
            { value: 'access', label: t('audit:chain.access') },
          ]}
          value={chain}
          onChange={(one) => onFilters(ofChain(filters, one))}
        />
        <span className="fill" />
        <VerifyButton words={words} />
        {chain === 'log' && <ExportButton filters={filters} words={words} />}
      </div>
      <div className={styles.fields}>
        <TextInput
          label={t('audit:find')}
          type="search"
          value={text}
          onChange={onText}
          placeholder={t('audit:find-hint')}
          maxLength={80}
        />
        <Instant label={t('audit:from')} at={filters.from} onAt={(from) => set({ from })} words={words} />
        <Instant label={t('audit:to')} at={filters.to} onAt={(to) => set({ to })} words={words} />
        <Select
          label={t('audit:what')}
          options={[{ value: 'all', label: t('audit:all-kinds') }, ...kinds]}
          value={filters.what ?? 'all'}
          onChange={(what) => set({ what: what === 'all' ? null : what })}
        />
        <Combobox
          label={t('audit:operation')}
          placeholder={t('audit:any')}
          options={operations.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          value={filters.operation}
          onChange={(operation) => set({ operation })}
        />
        <CallSign about={filters.about} onAbout={(about) => set({ about })} words={words} />
      </div>
      {(filters.actor !== null || filters.about !== null) && (
        <div className={styles.row}>
          {filters.actor !== null && (
            <Button icon="cross" onPress={() => set({ actor: null })}>
              {t('audit:only-actor', { who: label(words, filters.actor) })}
            </Button>
          )}
          {filters.about !== null && (
            <Button icon="cross" onPress={() => set({ about: null })}>
              {t('audit:only-about', { what: label(words, filters.about) })}
            </Button>
          )}
        </div>
      )}
    </header>
  )
}

interface InstantProps {
  label: string
  at: number | null
  onAt(at: number | null): void
  words: LineWords
}

function Instant({ label: name, at, onAt, words: { t, offset } }: InstantProps) {
  const shown = at === null ? '' : `${calendarDate(at, offset)} ${clockTime(at, offset, false)}`
  const [typed, setTyped] = useState<string | null>(null)
  const bad = typed !== null && typed.trim() !== '' && parseInstant(typed, offset) === null
  return (
    <TextInput
      label={name}
      value={typed ?? shown}
      placeholder="02.03.2026 16:04"
      error={bad ? t('audit:no-instant') : undefined}
      onChange={(text) => {
        setTyped(text)
        const found = parseInstant(text, offset)
        if (found !== null || text.trim() === '') onAt(found)
      }}
      maxLength={20}
    />
  )
}

/** Whom or what it was about, by call sign; other things are chosen from a line. */
function CallSign({
  about,
  onAbout,
  words: { t, board },
}: {
  about: Id | null
  onAbout(about: Id | null): void
  words: LineWords
}) {
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLocaleLowerCase()
  return (
    <TextInput
      label={t('audit:call-sign')}
      value={typed}
      error={wanted !== '' && about === null ? t('audit:no-call-sign') : undefined}
      placeholder="A-0412"
      onChange={(text) => {
        setTyped(text)
        onAbout(carrierNamed(board, text.trim().toLocaleLowerCase()))
      }}
      maxLength={20}
    />
  )
}

function carrierNamed(board: Board, wanted: string): Id | null {
  if (wanted === '') return null
  for (const kind of ['unit', 'assistant'] as const)
    for (const { id, callSign } of board[kind].values())
      if (callSign.toLocaleLowerCase() === wanted) return id
  return null
}

function ExportButton({ filters, words: { t } }: { filters: Filters; words: LineWords }) {
  const { up } = useLink()
  const [open, setOpen] = useState(false)
  const [saved, setSaved] = useState(false)
  const title = t(filters.operation === null ? 'audit:export-time' : 'audit:export-operation')
  return (
    <>
      <span className="dim" role="status">
        {saved && t('audit:saved')}
      </span>
      <Button action="record.export" onPress={() => setOpen(true)} refused={!up && t('desk:no-link-now')}>
        {title}
      </Button>
      {open && (
        <ExportDialog
          filters={filters}
          title={title}
          onClose={(done) => {
            setOpen(false)
            setSaved(done)
          }}
        />
      )}
    </>
  )
}
