import { useRef } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import type { OperationStaffing } from '../../shared/operations/staffing.ts'
import { isLive } from '../../shared/tasks/links.ts'
import { currentOrder } from '../../shared/tasks/types.ts'
import { useEntity, useText } from '../store/use-store.ts'
import { RuleId } from '../ui/Chip.tsx'
import { Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import { TimeWindowBar } from '../ui/Times.tsx'
import { useKey } from '../ui/use-key.ts'
import { OperationActions } from './OperationActions.tsx'
import { PlaceList } from './PlaceList.tsx'
import { useStaffing } from './use-operation.ts'
import { Officer } from './Who.tsx'
import { useDeskWords } from './words.ts'

interface OperationPanelProps {
  id: Id
  /** The place that is selected on the map or in a list. */
  place?: Id
  /** What stands between the facts and the places. */
  children?: React.ReactNode
}

/** One operation: its window, its order, its places, and what can be done with it. */
export function OperationPanel({ id, place, children }: OperationPanelProps) {
  const { t, offset } = useDeskWords()
  const operation = useEntity('operation', id)
  const staffing = useStaffing(id)
  const briefing = useText(operation?.briefing)
  const list = useRef<HTMLDivElement>(null)
  useKey('show.places', () => list.current?.querySelector<HTMLElement>('button')?.focus())
  if (!operation || !staffing) return null
  const closed = operation.closedAt !== null
  const order = understoodOf(staffing)
  return (
    <Panel actions={<OperationActions id={id} />}>
      <PanelTitle
        above={
          <>
            <span className="num">{operation.number}</span>
            <span>{t(`terms:operation.${operation.kind}`)}</span>
            <span className="fill" />
            <span className="clip small">
              {t('operations:opened-by')} <Officer id={operation.openedBy} />
            </span>
          </>
        }
        title={operation.title}
      >
        <div style={{ margin: '6px 0 8px' }}>
          <TimeWindowBar from={operation.window.from} to={operation.window.to} offset={offset} />
        </div>
        <Facts
          facts={[
            ...(closed ? [{ name: t('operations:state'), value: t('operations:closed') }] : []),
            {
              name: t('operations:people'),
              value: (
                <span className="num">
                  {t('operations:of-needed', { people: staffing.people, needed: staffing.needed })}
                  {staffing.units > 0 && ` · ${t('terms:units', { count: staffing.units })}`}
                </span>
              ),
            },
            ...(order.people > 0
              ? [
                  {
                    name: t('operations:order'),
                    value: t('operations:understood', {
                      version: operation.version,
                      understood: order.understood,
                      people: order.people,
                    }),
                  },
                ]
              : []),
            {
              name: t('operations:basis'),
              value: (
                <>
                  {t('operations:law')} <RuleId id="D7" />
                </>
              ),
              wideOnly: true,
            },
            ...(briefing ? [{ name: t('operations:briefing'), value: briefing }] : []),
          ]}
        />
      </PanelTitle>
      {children}
      <div ref={list}>
        <PlaceList places={staffing.places} selected={place ?? null} closed={closed} />
      </div>
    </Panel>
  )
}

/** How many of those with an order have confirmed its newest version. */
function understoodOf({ places }: OperationStaffing): { understood: number; people: number } {
  let understood = 0
  let people = 0
  for (const { task } of places) {
    const order = task && currentOrder(task)
    if (!task || !order) continue
    for (const link of [task.unitLink, ...task.members]) {
      if (!isLive(link)) continue
      people++
      if (link.order.understood >= order.version) understood++
    }
  }
  return { understood, people }
}
