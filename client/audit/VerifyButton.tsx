import { useState } from 'react'
import { askServer, type HttpRefusal } from '../net/ask-server.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import styles from './audit.module.css'
import type { LineWords } from './line-text.ts'

interface Proof {
  checkpoints: number
  chains: {
    chain: 'log' | 'access'
    records: number
    problem: {
      code: 'missing' | 'changed' | 'unlinked' | 'rewritten' | 'cut' | 'unreadable'
      seq: number
    } | null
  }[]
}

/** Proves both chains where they lie, and says what was found, record by record. */
export function VerifyButton({ words: { t } }: { words: LineWords }) {
  const { up } = useLink()
  const [busy, setBusy] = useState(false)
  const [proof, setProof] = useState<Proof | null>(null)
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null)
  async function prove() {
    setBusy(true)
    const asked = await askServer<Proof>('POST', '/api/record/verify')
    setBusy(false)
    setProof(asked.ok ? asked.answer : null)
    setRefusal(asked.ok ? null : asked)
  }
  return (
    <>
      <Button
        action="record.verify"
        onPress={() => void prove()}
        refused={(!up && t('desk:no-link-now')) || (busy && t('audit:proving'))}
      >
        {t('audit:prove')}
      </Button>
      {refusal && <Refusal refusal={refusal} />}
      {proof && (
        <p className={styles.proof} role="status">
          {proof.chains.map(({ chain, records, problem }) => (
            <span key={chain} className={problem ? 'strong' : 'dim'}>
              {problem && <AlarmMark level={2} size={14} />}{' '}
              {problem
                ? t(`audit:proof.${problem.code}`, { chain: t(`audit:chain.${chain}`), seq: problem.seq })
                : t('audit:proof.whole', { chain: t(`audit:chain.${chain}`), records })}{' '}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
