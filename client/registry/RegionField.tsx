import { useState } from 'react'
import { regionName } from '../app/region-name.ts'
import { Combobox } from '../ui/Choices.tsx'
import { useWords } from '../ui/words.ts'
import { isRegionPath } from './regions.ts'

interface RegionFieldProps {
  label: string
  hint?: string
  options: readonly string[]
  value: string | null
  onChange(region: string | null): void
}

/** A region by its name, or one that has none here by its path. */
export function RegionField({ label, hint, options, value, onChange }: RegionFieldProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const paths = new Set(options)
  if (value) paths.add(value)
  if (isRegionPath(typed)) paths.add(typed)
  const wanted = typed.toLocaleLowerCase()
  const named = [...paths].map((path) => ({ value: path, label: regionName(t, path), note: path }))
  const chosen = named.find((one) => one.value === value)
  const shown =
    wanted === '' || typed === chosen?.label
      ? named
      : named.filter((one) => `${one.label} ${one.note}`.toLocaleLowerCase().includes(wanted))
  return (
    <Combobox
      label={label}
      hint={hint}
      options={shown}
      value={value}
      onChange={onChange}
      placeholder={t('registry:type-region')}
      onType={(text) => setTyped(text.trim())}
    />
  )
}
