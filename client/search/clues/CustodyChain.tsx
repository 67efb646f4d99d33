import type { Clue } from '../../../shared/search/case/case-types.ts'
import { Officer } from '../../operations/Who.tsx'
import { useDeskWords } from '../../operations/words.ts'
import { useText } from '../../store/use-store.ts'
import { Empty } from '../../ui/Panel.tsx'
import styles from '../case/case.module.css'
import { readCustody } from '../sealed-words.ts'

/** Who took it, to whom it went, where it lies: the oldest first, each with its own author. */
export function CustodyChain({ clue: { custody } }: { clue: Clue }) {
  const { t, time } = useDeskWords()
  if (custody.length === 0) return <Empty>{t('case:custody-none')}</Empty>
  return (
    <dl className={styles.chain}>
      {custody.map((entry) => (
        <div key={entry.sealed.text} style={{ display: 'contents' }}>
          <dt className="num strong">{time(entry.happenedAt)}</dt>
          <Entry entry={entry} />
        </div>
      ))}
    </dl>
  )
}

function Entry({ entry: { sealed, by, at } }: { entry: Clue['custody'][number] }) {
  const { time } = useDeskWords()
  const text = useText(sealed)
  const { takenBy, handedTo, stored } = readCustody(text ?? '')
  return (
    <dd>
      <p>
        {handedTo ? `${takenBy} → ${handedTo}` : takenBy}
        {stored && ` · ${stored}`}
      </p>
      <p className="small dim">
        <Officer id={by} />, <span className="num">{time(at)}</span>
      </p>
    </dd>
  )
}
