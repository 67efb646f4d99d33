import { AlarmMark } from '../ui/Marks.tsx'
import { useWords } from '../ui/words.ts'
import type { GrantFault } from './accounts.ts'

/** Why the rights cannot be given as they stand. */
export function Fault({ fault }: { fault: GrantFault | null }) {
  const { t } = useWords()
  return (
    fault && (
      <p className="flow amber" role="alert">
        <AlarmMark level={2} size={14} />
        {fault === 'checks-and-registers'
          ? t('refusals:account.checks-and-registers')
          : t(`admin:fault.${fault}`)}
      </p>
    )
  )
}
