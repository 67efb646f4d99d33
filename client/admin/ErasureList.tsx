import type { ReactNode } from 'react'
import type { Board } from '../../shared/board/board.ts'
import type { Erasure } from '../../shared/erasure/types.ts'
import { calendarDate } from '../../shared/i18n/format.ts'
import { regionName } from '../app/region-name.ts'
import { useStaff } from '../app/staff-session.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { Officer } from '../operations/Who.tsx'
import { useDeskWords } from '../operations/words.ts'
import { sameItems, useAsk, useBoard, useLink } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Facts, Notice, Panel } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'

const openOnes = (board: Board) => [...board.erasure.values()].filter(({ ended }) => ended === null)

/** Requests to erase what is personal, for the second pair of eyes; `children` when there is none. */
export function ErasureList({ children }: { children: ReactNode }) {
  const { t } = useDeskWords()
  const asked = useBoard(openOnes, sameItems, 'erasure')
  if (asked.length === 0) return children
  return (
    <Panel>
      <SectionHead title={t('admin:erasures')} count={asked.length} />
      {asked.map((erasure) => (
        <Asked key={erasure.id} erasure={erasure} />
      ))}
    </Panel>
  )
}

function Asked({ erasure }: { erasure: Erasure }) {
  const { t, offset } = useDeskWords()
  const { me } = useStaff()
  const { up } = useLink()
  const { give, sending, refused } = useAsk(`erasure:${erasure.id}`)
  const why = (!up && t('desk:no-link-now')) || (sending.length > 0 && t('admin:sending'))
  const own = erasure.askedBy === me.account && t('refusals:erasure.own-request')
  const body = { erasure: erasure.id }
  return (
    <Notice title={erasure.label}>
      <Facts
        nameWidth={120}
        facts={[
          { name: t('admin:erasure-region'), value: regionName(t, erasure.region) },
          { name: t('admin:erasure-by'), value: <Officer id={erasure.askedBy} /> },
          { name: t('admin:erasure-on'), value: calendarDate(erasure.askedAt, offset) },
        ]}
      />
      <p>{t('admin:erasure-then')}</p>
      <p>
        <Button onPress={() => void give('CarryOutErasure', body)} refused={why || own}>
          {t('admin:erase')}
        </Button>{' '}
        <Button onPress={() => void give('RefuseErasure', body)} refused={why}>
          {t('admin:refuse-erasure')}
        </Button>
      </p>
      {refused && <Refusal refusal={refused.refusal} />}
    </Notice>
  )
}
