import { useState } from 'react'
import type { HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { useDeskWords } from '../operations/words.ts'
import { TextInput } from '../ui/Fields.tsx'
import { Segments } from '../ui/Segments.tsx'
import { download } from './download.ts'
import type { FileFormProps } from './FilesForm.tsx'

const formats = [
  { value: 'gpx', label: 'GPX' },
  { value: 'geojson', label: 'GeoJSON' },
] as const

/** Everything of the search as a file for another tool, with a reason. */
export function ExportForm({ search: { operation }, head, onClose }: FileFormProps) {
  const { t } = useDeskWords()
  const [format, setFormat] = useState<(typeof formats)[number]['value']>('gpx')
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit() {
    setBusy(true)
    setSaved(null)
    const answer = await download('/api/search/export', { operation: operation.id, format, reason })
    setBusy(false)
    setRefusal(answer.ok ? null : answer)
    if (answer.ok) setSaved(answer.name)
  }
  return (
    <SideForm
      above={<span className="num">{operation.number}</span>}
      title={t('search:files')}
      submit={t('search:export-save')}
      sending={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {head}
      <p className="dim small">{t('search:export-hint')}</p>
      <Segments label={t('search:export-format')} options={formats} value={format} onChange={setFormat} />
      <div data-first="">
        <TextInput label={t('search:export-reason')} value={reason} maxLength={200} onChange={setReason} />
      </div>
      {refusal && <Refusal refusal={refusal} />}
      {saved && (
        <p className="strong" role="status">
          {t('search:export-saved', { name: saved })}
        </p>
      )}
    </SideForm>
  )
}
