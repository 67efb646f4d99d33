import { useState } from 'react'
import { mayEnrol } from '../../shared/auth/may-give.ts'
import { windowEnd } from '../../shared/i18n/format.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { regionName } from '../app/region-name.ts'
import { maySend, useStaff, viewerOf } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { useDeskWords } from '../operations/words.ts'
import { useAsk, useEntity, useLink, useStore } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Empty, Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import { AddTracker } from './AddTracker.tsx'
import { Devices } from './Devices.tsx'
import { EnrolPhone } from './EnrolPhone.tsx'
import { FileHistory } from './FileHistory.tsx'
import styles from './registry.module.css'

/** A police unit: its phone, its shifts, and taking it off the list. */
export function UnitFile({ id }: { id: Id }) {
  const { t, offset } = useDeskWords()
  const session = useStaff()
  const { up } = useLink()
  const { board } = useStore()
  const unit = useEntity('unit', id)
  const [open, setOpen] = useState<'phone' | 'tracker' | null>(null)
  const { give, sending, refused } = useAsk(`registry:${id}`)
  if (!unit) return <Empty>{t('registry:gone')}</Empty>
  const { callSign, region, mobility, shift } = unit
  const holder = { kind: 'unit' as const, id }
  const about = { holder, name: callSign, onClose: () => setOpen(null) }
  const why = (!up && t('registry:no-link')) || (sending.length > 0 && t('registry:sending'))
  return (
    <>
      <Panel
        actions={
          unit.open ? (
            <>
              {mayEnrol(board.board, viewerOf(session), holder) && (
                <>
                  <Button kind="primary" action="confirm" onPress={() => setOpen('phone')} refused={why}>
                    {t('registry:enrol-phone')}
                  </Button>
                  <Button onPress={() => setOpen('tracker')} refused={why}>
                    {t('registry:add-tracker')}
                  </Button>
                </>
              )}
              {maySend(session, board.board, 'CloseUnit', { unit: id }) && (
                <Button onPress={() => void give('CloseUnit', { unit: id })} refused={why}>
                  {t('registry:close-unit')}
                </Button>
              )}
            </>
          ) : (
            <span className="dim">{t('registry:unit-closed')}</span>
          )
        }
      >
        <PanelTitle above={<span>{t('terms:role.unit')}</span>} title={callSign}>
          <Facts
            nameWidth={96}
            facts={[
              { name: t('registry:region'), value: regionName(t, region) },
              { name: t('registry:mobility'), value: t(`terms:mobility.${mobility}`) },
              {
                name: t('registry:shift'),
                value: bookedOn(shift)
                  ? t('registry:on-duty-until', { time: windowEnd(shift.to, offset) })
                  : t('terms:status.off-duty'),
              },
            ]}
          />
        </PanelTitle>
        {refused && (
          <div className={styles.foot}>
            <Refusal refusal={refused.refusal} />
          </div>
        )}
        <Devices holder={holder} />
        <FileHistory kind="unit" id={id} />
      </Panel>
      {open === 'phone' && <EnrolPhone {...about} />}
      {open === 'tracker' && <AddTracker {...about} />}
    </>
  )
}
