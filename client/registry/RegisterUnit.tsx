import { useState } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import { knownRegions } from '../../shared/law/regions.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { SideForm } from '../operations/SideForm.tsx'
import { useRegions } from '../operations/use-regions.ts'
import { useAsk } from '../store/use-store.ts'
import { TextInput } from '../ui/Fields.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'
import { RegionField } from './RegionField.tsx'

/** A police unit on the list: call sign, district, in a car or on foot. */
export function RegisterUnit({ onRegistered, onClose }: { onRegistered(unit: Id): void; onClose(): void }) {
  const { t } = useWords()
  const granted = useRegions()
  const options = [
    ...new Set([
      ...granted,
      ...knownRegions.filter((known) => granted.some((region) => known.startsWith(`${region}/`))),
    ]),
  ]
  const [callSign, setCallSign] = useState('')
  const [region, setRegion] = useState<string | null>(options.length === 1 ? (options[0] ?? null) : null)
  const [mobility, setMobility] = useState<'car' | 'foot'>('car')
  const [tried, setTried] = useState(false)
  const { give, sending, refused } = useAsk('register-unit')
  const wrong = !/^[\p{L}\d -]{2,24}$/u.test(callSign.trim())

  async function save() {
    setTried(true)
    if (wrong || region === null) return
    const answer = await give('RegisterUnit', { callSign: callSign.trim(), region, mobility })
    if (answer.ok) onRegistered((answer.result as { unit: Id }).unit)
  }

  return (
    <SideForm
      title={t('registry:new-unit')}
      submit={t('registry:register-unit')}
      sending={sending.length > 0}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {refused && <Refusal refusal={refused.refusal} />}
      <div data-first="">
        <TextInput
          label={t('registry:call-sign')}
          hint={t('registry:call-sign-hint')}
          {...(tried && wrong && { error: t('registry:call-sign-wrong') })}
          value={callSign}
          onChange={setCallSign}
          maxLength={24}
          autoFocus
        />
      </div>
      <RegionField label={t('registry:region')} options={options} value={region} onChange={setRegion} />
      {tried && region === null && <p className="amber">{t('registry:region-missing')}</p>}
      <Segments
        label={t('registry:mobility')}
        value={mobility}
        onChange={setMobility}
        options={(['car', 'foot'] as const).map((value) => ({ value, label: t(`terms:mobility.${value}`) }))}
      />
    </SideForm>
  )
}
