import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../ui/words.ts'

export type View = 'queue' | 'roll'

/** Applications on their way, or the register itself. */
export function ViewSwitch({ view, onView }: { view: View; onView(view: View): void }) {
  const { t } = useWords()
  return (
    <Segments
      label={t('law:view')}
      value={view}
      onChange={onView}
      options={[
        { value: 'queue', label: t('law:applications') },
        { value: 'roll', label: t('law:register') },
      ]}
    />
  )
}
