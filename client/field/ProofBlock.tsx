import { useCallback, useEffect, useState } from 'react'
import type { Millis } from '../../shared/kernel/ids.ts'
import { codeAt, type ProofCodes, proofStep } from '../../shared/proof-of-office/types.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { QrCode } from '../registry/QrCode.tsx'
import { useEntity, useLink, useStore } from '../store/use-store.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { BigButton, Pad } from '../ui/Phone.tsx'
import styles from './proof.module.css'
import { refusalWords } from './refusal-words.ts'
import type { Me } from './stage.ts'
import { useNow, usePhoneWords } from './use-phone.ts'

/** Milliseconds: asked for again long before the last code is used up. */
const askEvery = 60_000

/** Shows, to whoever asks on the street, that this person is in office: a code that changes every half minute. */
export function ProofBlock({ me }: { me: Me }) {
  const { t } = usePhoneWords()
  const [open, setOpen] = useState(false)
  const shift = useEntity('assistant', me.id)?.shift ?? null
  if (!bookedOn(shift)) return null
  return (
    <Pad>
      {open && <Codes />}
      <BigButton low icon={open ? 'cross' : 'person'} onPress={() => setOpen(!open)}>
        {t(open ? 'proof:hide' : 'proof:show')}
      </BigButton>
    </Pad>
  )
}

type Refused = { code: string; params?: Record<string, string | number> }

/** The newest codes there are, asked for while there is a network; a refusal takes those that are left. */
function useCodes(): { codes: ProofCodes['codes']; refusal: Refused | null } {
  const { connection } = useStore()
  const { up } = useLink()
  const [codes, setCodes] = useState<ProofCodes['codes']>([])
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const ask = useCallback(async () => {
    const read = await connection.read({ kind: 'proof' })
    if (read.ok) setCodes(read.answer.codes)
    else if (!read.code.startsWith('link.')) setCodes([])
    setRefusal(read.ok || read.code.startsWith('link.') ? null : read)
  }, [connection])
  useEffect(() => {
    if (!up) return
    void ask()
    const timer = setInterval(() => void ask(), askEvery)
    return () => clearInterval(timer)
  }, [up, ask])
  return { codes, refusal }
}

function Codes() {
  const { t, time } = usePhoneWords()
  const { up } = useLink()
  const at = useNow(1_000)
  const { codes, refusal } = useCodes()
  const current = codeAt({ codes }, at)
  const last = codes.at(-1)
  if (refusal)
    return (
      <p className={styles.cannot} role="alert">
        <AlarmMark level={2} size={22} /> {refusalWords(t, refusal)}
      </p>
    )
  if (!current) return up ? <p role="status">{t('proof:checking')}</p> : <Cannot />
  return (
    <div className={styles.proof}>
      <QrCode text={`${location.origin}/proof#${current.code}`} label={t('proof:qr')} />
      <p>{t('proof:how')}</p>
      <p className="num dim">{t('proof:next-in', { seconds: secondsLeft(current.from, at) })}</p>
      {!up && last && (
        <p className={styles.warn} role="status">
          {t('proof:offline-until', { time: time(last.from + proofStep) })}
        </p>
      )}
    </div>
  )
}

const secondsLeft = (from: Millis, at: Millis) => Math.ceil((from + proofStep - at) / 1000)

/** Said as it is: a code that was good a while ago would only bring the person into doubt. */
function Cannot() {
  const { t } = usePhoneWords()
  return (
    <div className={styles.cannot} role="alert">
      <AlarmMark level={2} size={22} />
      <div>
        <b>{t('proof:cannot')}</b>
        <p>{t('proof:cannot-note')}</p>
      </div>
    </div>
  )
}
