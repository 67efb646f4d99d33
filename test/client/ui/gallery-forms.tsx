import { useState } from 'react'
import { Combobox, Select } from '../../../client/ui/Choices.tsx'
import { Checkbox, NumberInput, TextInput } from '../../../client/ui/Fields.tsx'
import { Menu } from '../../../client/ui/Menu.tsx'
import { Segments } from '../../../client/ui/Segments.tsx'
import { Tabs } from '../../../client/ui/Tabs.tsx'
import { TimeInput } from '../../../client/ui/TimeInput.tsx'
import { usePage } from '../../../client/ui/use-key.ts'
import { useWords } from '../../../client/ui/words.ts'
import { samplesOf } from './gallery-words.ts'

const idle = (): void => undefined

export function FormsView() {
  usePage('patrol')
  const { language } = useWords()
  const s = samplesOf(language)
  const options = s.pages.map((label, index) => ({ value: `${index}`, label, note: `G ${index}` }))
  const [text, setText] = useState('Абая – Сейфуллина')
  const [count, setCount] = useState<number | null>(3)
  const [time, setTime] = useState<number | null>(21 * 60 + 30)
  const [kind, setKind] = useState<string | null>('0')
  const [found, setFound] = useState<string | null>(null)
  const [checked, setChecked] = useState(true)
  const [tab, setTab] = useState<'a' | 'b'>('a')
  return (
    <main
      style={{
        background: 'var(--bg1)',
        padding: 16,
        display: 'grid',
        gap: 14,
        maxWidth: 420,
        minHeight: '100%',
        alignContent: 'start',
      }}
    >
      <h1>{s.operations}</h1>
      <TextInput label={s.name} value={text} onChange={setText} hint={s.insideNote} />
      <TextInput label={s.name} value="" onChange={idle} error={s.noPolice} placeholder={s.operations} />
      <TextInput label={s.message} value={s.insideNote} onChange={idle} lines={3} />
      <TextInput label={s.report} value={text} onChange={idle} disabled />
      <NumberInput label={s.needed} value={count} onChange={setCount} min={0} max={40} />
      <TimeInput label={s.onDuty} value={time} onChange={setTime} />
      <Select label={s.tasks} options={options} value={kind} onChange={setKind} />
      <Combobox
        label={s.assistants}
        options={options}
        value={found}
        onChange={setFound}
        placeholder="A-0412"
      />
      <Checkbox label={s.understood} checked={checked} onChange={setChecked} />
      <Checkbox label={s.cannot} checked={false} onChange={idle} />
      <Segments label={s.link} options={options.slice(0, 3)} value="1" onChange={idle} />
      <div>
        <Menu
          label={s.operations}
          items={options.map(({ value, label }) => ({
            id: value,
            label,
            onChoose: idle,
            chosen: value === '1',
          }))}
        >
          {s.operations}
        </Menu>
      </div>
      <Tabs
        label={s.operations}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'a', label: s.assistants, count: 61, children: s.inside },
          { id: 'b', label: s.units, count: 23, children: s.seen },
        ]}
      />
    </main>
  )
}
