import { useState } from 'react'
import { useAsk } from '../net/use-ask.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../ui/words.ts'
import { CopyLine } from './CopyLine.tsx'
import type { Holder } from './EnrolPhone.tsx'
import styles from './registry.module.css'

/** Names of programs, the same in every language. */
const programs = { owntracks: 'OwnTracks', traccar: 'Traccar Client', osmand: 'OsmAnd' } as const

/** A further device that reports from the pocket; its token is shown once and goes into one of three programs. */
export function AddTracker({ holder, name, onClose }: { holder: Holder; name: string; onClose(): void }) {
  const { t } = useWords()
  const [token, setToken] = useState<string | null>(null)
  const { ask, asking, refusal } = useAsk()
  async function add() {
    const added = await ask<{ token: string }>('/api/trackers', { holder })
    if (added) setToken(added.token)
  }
  const ingest = `${location.origin}/ingest`
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={`${t('registry:add-tracker')}: ${name}`}
      actions={
        token === null && (
          <Button
            kind="primary"
            action="confirm"
            onPress={() => void add()}
            refused={asking && t('registry:sending')}
          >
            {t('registry:make-token')}
          </Button>
        )
      }
    >
      <div className={styles.lines}>
        {token === null ? (
          <p>{t('registry:tracker-note')}</p>
        ) : (
          <>
            <CopyLine name={t('registry:token')} text={token} />
            <p className="dim small">{t('registry:token-once')}</p>
            <b>{programs.owntracks}</b>
            <CopyLine name={t('registry:owntracks-how')} text={`${ingest}/owntracks`} />
            <b>{programs.traccar}</b>
            <CopyLine name={t('registry:traccar-how')} text={`${ingest}/osmand`} />
            <b>{programs.osmand}</b>
            <CopyLine
              name={t('registry:osmand-how')}
              text={`${ingest}/osmand?id=${token}&lat={0}&lon={1}&timestamp={2}`}
            />
          </>
        )}
        {refusal && <Refusal refusal={refusal} />}
      </div>
    </Dialog>
  )
}
