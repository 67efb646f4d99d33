import { useState } from 'react'
import { useAsk } from '../net/use-ask.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { newId } from '../store/new-id.ts'
import { useLink } from '../store/use-store.ts'
import { TextInput } from '../ui/Fields.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import { useWords } from '../ui/words.ts'
import { RegionsEditor } from './RegionsEditor.tsx'

interface NewGatewayProps {
  onOpened(token: string): void
  onClose(): void
}

/** Opens a gateway: its token comes back once. */
export function NewGateway({ onOpened, onClose }: NewGatewayProps) {
  const { t } = useWords()
  const { up } = useLink()
  const [name, setName] = useState('')
  const [regions, setRegions] = useState<string[]>([])
  /** Kept over tries, so that a repeat opens no second one. */
  const [id] = useState(newId)
  const [tried, setTried] = useState(false)
  const { ask, asking, refusal } = useAsk()

  async function open() {
    setTried(true)
    if (!name.trim() || regions.length === 0) return
    const body = { name: name.trim(), regions }
    const opened = await ask<{ token: string }>('/api/gateways', { id, body })
    if (opened) onOpened(opened.token)
  }

  return (
    <SideForm
      title={t('admin:new-gateway')}
      submit={t('admin:open-gateway')}
      sending={asking || !up}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      {refusal && <Refusal refusal={refusal} />}
      <div data-first="">
        <TextInput
          label={t('admin:gateway-name')}
          hint={t('admin:gateway-name-hint')}
          {...(tried && !name.trim() && { error: t('admin:gateway-name-missing') })}
          value={name}
          onChange={setName}
          maxLength={80}
        />
      </div>
      <RegionsEditor regions={regions} onChange={setRegions} />
      {tried && regions.length === 0 && (
        <p className="flow amber" role="alert">
          <AlarmMark level={2} size={14} />
          {t('admin:gateway-region-missing')}
        </p>
      )}
    </SideForm>
  )
}
