import { type Carrier, select } from '../app/desk-state.ts'
import { Refusal } from '../operations/Refusal.tsx'
import { sameItems, useAsk, useBoard } from '../store/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { Empty, Panel, PanelTitle } from '../ui/Panel.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { usePage } from '../ui/use-key.ts'
import { useWords } from '../ui/words.ts'
import { CarrierName, CarrierStatusWord, FixAge } from './CarrierCells.tsx'
import { GroupPlaces } from './GroupPlaces.tsx'
import { GroupTasks } from './GroupTasks.tsx'
import { type Carrying, kindOf } from './status.ts'

/** Those whom the map's lasso took: who they are, what their tasks can be told, and where the free ones could go. */
export function GroupPanel({ carriers, onClose }: { carriers: readonly Carrier[]; onClose(): void }) {
  usePage('form')
  const { t } = useWords()
  const ask = useAsk('group')
  const rows = useBoard(
    (board) => carriers.map(({ kind, id }) => board[kind].get(id)).filter((one) => one !== undefined),
    sameItems,
  )
  const count = (kind: 'unit' | 'assistant') => rows.filter((row) => kindOf(row) === kind).length
  const columns: Column<Carrying>[] = [
    { id: 'name', head: t('desk:who'), cell: (row) => <CarrierName kind={kindOf(row)} id={row.id} /> },
    {
      ...{ id: 'status', head: t('desk:status'), width: '30%' },
      cell: (row) => <CarrierStatusWord kind={kindOf(row)} id={row.id} />,
    },
    {
      ...{ id: 'age', head: t('desk:fix-age'), width: '20%', align: 'right' },
      cell: (row) => <FixAge no={row.no} />,
    },
  ]
  return (
    <Panel
      actions={
        <>
          <span className="fill" />
          <Button action="close" onPress={onClose}>
            {t('ui:close')}
          </Button>
        </>
      }
    >
      <PanelTitle
        above={
          <>
            <span>{t('terms:units', { count: count('unit') })}</span>
            <span>{t('terms:assistants', { count: count('assistant') })}</span>
          </>
        }
        title={t('tasks:group.title')}
      />
      {ask.refused && <Refusal refusal={ask.refused.refusal} />}
      <GroupTasks group={rows} />
      <GroupPlaces group={rows} />
      <Table
        grow
        label={t('tasks:group.title')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        onChoose={(row) => {
          onClose()
          select({ kind: kindOf(row), id: row.id })
        }}
        empty={<Empty>{t('tasks:group.nobody')}</Empty>}
      />
    </Panel>
  )
}
