import { useState } from 'react'
import type { Board } from '../../shared/board/board.ts'
import type { Id } from '../../shared/kernel/ids.ts'
import { openPanel, select } from '../app/desk-state.ts'
import { sameItems, useAsk, useBoard, useEntity, useText } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Choices.tsx'
import { Facts, Panel, PanelTitle } from '../ui/Panel.tsx'
import styles from './operations.module.css'
import { Refusal } from './Refusal.tsx'
import { Officer } from './Who.tsx'
import { useDeskWords } from './words.ts'

const openOperations = (board: Board) =>
  [...board.operation.values()].filter(({ closedAt }) => closedAt === null)

/** One incident: opens an operation, joins one, or is closed. */
export function IncidentPanel({ id }: { id: Id }) {
  const { t, time } = useDeskWords()
  const incident = useEntity('incident', id)
  const words = useText(incident?.words)
  const joined = useEntity('operation', incident?.operation)
  const operations = useBoard(openOperations, sameItems, 'operation')
  const ask = useAsk(`incident:${id}`)
  const [target, setTarget] = useState<Id | null>(null)
  if (!incident) return null
  const over = incident.closedAt !== null
  const sending = ask.sending.length > 0 && t('operations:sending')
  return (
    <Panel
      actions={
        over || joined ? (
          <>
            {joined && (
              <Button kind="primary" onPress={() => select({ kind: 'operation', id: joined.id })}>
                {t('operations:show-operation', { number: joined.number })}
              </Button>
            )}
            {!over && (
              <Button onPress={() => void ask.give('CloseIncident', { incident: id })} refused={sending}>
                {t('operations:close-incident')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button
              kind="primary"
              action="operation.new"
              onPress={() => openPanel({ name: 'new-operation', incident: id })}
            >
              {t('operations:open-from-incident')}
            </Button>
            <Button
              onPress={() => target && void ask.give('JoinIncident', { incident: id, operation: target })}
              refused={sending || (!target && t('operations:choose-operation'))}
            >
              {t('operations:join')}
            </Button>
            <Button onPress={() => void ask.give('CloseIncident', { incident: id })} refused={sending}>
              {t('operations:close-incident')}
            </Button>
          </>
        )
      }
    >
      <PanelTitle
        above={
          <>
            <span>{t('operations:incident-number', { number: incident.number })}</span>
            <span className="fill" />
            <span className="num">{time(incident.reportedAt)}</span>
          </>
        }
        title={<span className={styles.capital}>{t(`terms:incident.${incident.kind}`)}</span>}
      >
        <div className={styles.facts}>
          <Facts
            facts={[
              { name: t('operations:where'), value: incident.place },
              { name: t('operations:caller'), value: words ?? '' },
              { name: t('operations:reported-by'), value: <Officer id={incident.reportedBy} /> },
              {
                name: t('operations:state'),
                value: over
                  ? t('operations:incident-closed')
                  : joined
                    ? `${joined.number} ${joined.title}`
                    : t('operations:waits-for-operation'),
              },
            ]}
          />
        </div>
        {!over && !joined && operations.length > 0 && (
          <div style={{ paddingTop: 8 }}>
            <Select
              label={t('operations:join-which')}
              options={operations.map(({ id: value, number, title }) => ({
                value,
                label: `${number} ${title}`,
              }))}
              value={target}
              onChange={setTarget}
              placeholder={t('operations:choose-operation')}
            />
          </div>
        )}
        {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      </PanelTitle>
    </Panel>
  )
}
