import type { Id } from '../../../shared/kernel/ids.ts'
import type { SheetIn } from '../../../shared/search/priors/probability.ts'
import { Officer } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useText } from '../../store/use-store.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Panel.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from './scenarios.module.css'

interface SheetsInProps {
  sheets: readonly SheetIn[]
  me: Id | undefined
  /** Types a paper of one's own hand again. */
  onReplace(sheet: Id, person: string): void
}

/** Who has handed in; what they wrote nobody sees yet. */
export function SheetsIn({ sheets, me, onReplace }: SheetsInProps) {
  const { t } = useDeskWords()
  return (
    <div className={styles.history}>
      <SectionHead title={t('search:sheets-in')} count={sheets.length} note={t('search:sheets-blind')} />
      {sheets.length === 0 && <Empty>{t('search:no-sheets')}</Empty>}
      <ul>
        {sheets.map((one) => (
          <In key={one.sheet} one={one} mine={one.by === me} onReplace={onReplace} />
        ))}
      </ul>
    </div>
  )
}

function In({ one, mine, onReplace }: { one: SheetIn; mine: boolean } & Pick<SheetsInProps, 'onReplace'>) {
  const { t, time } = useDeskWords()
  const person = useText(one.person)
  return (
    <li className={styles.in}>
      <span className="num">{time(one.at)}</span>
      <span>
        {one.person ? (
          <>
            {person} <span className="dim">{t('search:sheet-typed-by')}</span> <Officer id={one.by} />
          </>
        ) : (
          <Officer id={one.by} />
        )}
      </span>
      {mine && one.person && (
        <Button onPress={() => onReplace(one.sheet, person ?? '')}>{t('search:sheet-again')}</Button>
      )}
    </li>
  )
}
