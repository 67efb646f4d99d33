import { useState } from 'react'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { askServer, type HttpRefusal } from '../../net/ask-server.ts'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { Select } from '../../ui/Choices.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { FileButton } from './FileButton.tsx'
import type { FileFormProps } from './FilesForm.tsx'
import { readFile } from './read-file.ts'

/** The walk of somebody without our app, as a file, counts in a segment. */
export function TrackForm({ search: { operation, segments }, head, onClose }: FileFormProps) {
  const { t } = useDeskWords()
  const [place, setPlace] = useState<string | null>(null)
  const [who, setWho] = useState('')
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const [refusal, setRefusal] = useState<Omit<HttpRefusal, 'ok'> | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const missing = (there: unknown) =>
    tried && !there ? refusalText(t, { code: 'typed.missing' }) : undefined

  async function take(chosen: File) {
    const sent = await readFile(chosen)
    const text = !isRefusal(sent) && 'text' in sent ? sent.text : null
    setFile(text === null ? null : { name: chosen.name, text })
    setRefusal(text !== null ? null : isRefusal(sent) ? sent : { code: 'gpx.not-gpx' })
  }
  async function submit() {
    setTried(true)
    if (!place || who.trim() === '' || !file) return
    setBusy(true)
    setDone(null)
    const answer = await askServer<{ points: number }>('POST', '/api/search/track', {
      place,
      who: who.trim(),
      text: file.text,
    })
    setBusy(false)
    setRefusal(answer.ok ? null : answer)
    if (!answer.ok) return
    setDone(answer.answer.points)
    setFile(null)
    setWho('')
    setTried(false)
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:files')}
      submit={t('search:track-credit')}
      sending={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {head}
      <p className="dim small">{t('search:track-hint')}</p>
      <div data-first="">
        <Select
          label={t('search:segment')}
          options={segments.map(({ id, letter, name }) => ({ value: id, label: `${letter} · ${name}` }))}
          value={place}
          onChange={setPlace}
          error={missing(place)}
        />
      </div>
      <TextInput
        label={t('search:track-who')}
        value={who}
        maxLength={80}
        onChange={setWho}
        error={missing(who.trim())}
      />
      <FileButton accept=".gpx" name={file?.name ?? null} onFile={(chosen) => void take(chosen)} />
      {tried && !file && <p className="amber small">{t('search:track-no-file')}</p>}
      {refusal && <Refusal refusal={refusal} />}
      {done !== null && (
        <p className="strong" role="status">
          {t('search:track-credited', { count: done })}
        </p>
      )}
    </SideForm>
  )
}
