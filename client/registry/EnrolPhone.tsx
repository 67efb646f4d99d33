import { useCallback, useEffect, useState } from 'react'
import { calendarDate } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { useAsk } from '../net/use-ask.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useBoard } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icons.tsx'
import { CopyLine } from './CopyLine.tsx'
import { QrCode } from './QrCode.tsx'
import styles from './registry.module.css'
import { phoneHolders } from './roll.ts'

export interface Holder {
  kind: 'assistant' | 'unit'
  id: Id
}

interface Minted {
  code: string
  expiresAt: number
  path: string
}

/** A link and QR code that connect one phone, once. A holder has one phone: an older one is named before the code is made. */
export function EnrolPhone({ holder, name, onClose }: { holder: Holder; name: string; onClose(): void }) {
  const { t, time, offset } = useDeskWords()
  const connected = useBoard((board) => phoneHolders(board).has(holder.id), Object.is, 'device')
  const [replaces] = useState(connected)
  const [minted, setMinted] = useState<Minted | null>(null)
  const { ask, asking, refusal } = useAsk()
  const mint = useCallback(async () => {
    const made = await ask<Minted>('/api/enrolments', { holder })
    if (made) setMinted(made)
  }, [ask, holder])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    if (!replaces) void mint()
  }, [])
  // An older phone counts as connected until the new one has taken its place.
  const done = minted !== null && connected && !replaces
  const link = minted && `${location.origin}${minted.path}`
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={`${t('registry:enrol-phone')}: ${name}`}
      actions={
        !minted && (
          <Button
            kind="primary"
            action="confirm"
            onPress={() => void mint()}
            refused={asking && t('registry:sending')}
          >
            {t('registry:make-code')}
          </Button>
        )
      }
    >
      {refusal && <Refusal refusal={refusal} />}
      {!minted && replaces && <p>{t('registry:replaces-phone')}</p>}
      {minted && link && (
        <div className={styles.enrol}>
          <QrCode text={link} label={t('registry:qr')} />
          <div className={styles.lines}>
            <p>{t('registry:enrol-how')}</p>
            <CopyLine name={t('registry:link')} text={link} />
            <CopyLine name={t('registry:code')} text={minted.code} />
            <p className="dim small">
              {t('registry:once', {
                date: calendarDate(minted.expiresAt, offset),
                time: time(minted.expiresAt),
              })}
            </p>
            {done && (
              <p className="flow strong" role="status">
                <Icon name="check" /> {t('registry:phone-connected')}
              </p>
            )}
          </div>
        </div>
      )}
    </Dialog>
  )
}
