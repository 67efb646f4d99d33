import { useState } from 'react'
import type { HttpRefusal } from '../../net/ask-server.ts'
import { useExportGrounds } from '../../operations/ExportGrounds.tsx'
import { Refusal } from '../../operations/Refusal.tsx'
import { SideForm } from '../../operations/SideForm.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { Segments } from '../../ui/Segments.tsx'
import { download } from './download.ts'
import type { FileFormProps } from './FilesForm.tsx'

const formats = [
  { value: 'gpx', label: 'GPX' },
  { value: 'kml', label: 'KML' },
  { value: 'geojson', label: 'GeoJSON' },
  { value: 'caltopo', label: 'CalTopo' },
] as const

/** Everything of the search as a file for another tool, with a reason. */
export function ExportForm({ search: { operation }, head, onClose }: FileFormProps) {
  const { t } = useDeskWords()
  const [format, setFormat] = useState<(typeof formats)[number]['value']>('gpx')
  const { fields, grounds, missing, clear } = useExportGrounds()
  const [short, setShort] = useState(false)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit() {
    setShort(missing !== false)
    if (missing) return
    setBusy(true)
    setSaved(null)
    const answer = await download('/api/search/export', { operation: operation.id, format, ...grounds })
    setBusy(false)
    clear()
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
      {fields}
      {short && missing && <p role="alert">{missing}</p>}
      {refusal && <Refusal refusal={refusal} />}
      {saved && (
        <p className="strong" role="status">
          {t('search:export-saved', { name: saved })}
        </p>
      )}
    </SideForm>
  )
}
