import { maySend, useStaff, viewerOf } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { sameItems, useAsk, useBoard, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icons.tsx'
import { Empty } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../ui/words.ts'
import type { Holder } from './EnrolPhone.tsx'
import styles from './registry.module.css'
import { seesDevices } from './roll.ts'

/** The phone and trackers that report for this holder; each can be cut off at once. */
export function Devices({ holder }: { holder: Holder }) {
  const { t } = useWords()
  const session = useStaff()
  const { up } = useLink()
  const { board } = useStore()
  const devices = useBoard(
    (now) => [...now.device.values()].filter((device) => device.holder.id === holder.id && !device.revoked),
    sameItems,
    'device',
  )
  const { give, sending, refused } = useAsk(`devices:${holder.id}`)
  if (!seesDevices(viewerOf(session))) return null
  return (
    <>
      <SectionHead title={t('registry:devices')} count={devices.length} />
      {devices.length === 0 && <Empty>{t('registry:no-devices')}</Empty>}
      <ul>
        {devices.map(({ id, via }) => (
          <li key={id} className={styles.device}>
            <Icon name={via === 'phone' ? 'phone' : 'pin'} />
            <span className="strong">{t(`registry:via.${via}`)}</span>
            <span className="num dim small">{id.slice(0, 8)}</span>
            <span className="fill" />
            <Button
              onPress={() => void give('RevokeDevice', { device: id })}
              refused={
                (!up && t('registry:no-link')) ||
                (sending.length > 0 && t('registry:sending')) ||
                (!maySend(session, board.board, 'RevokeDevice', { device: id }) &&
                  t('refusals:command.forbidden'))
              }
            >
              {t('registry:revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {refused && (
        <div className={styles.foot}>
          <Refusal refusal={refused.refusal} />
        </div>
      )}
    </>
  )
}
