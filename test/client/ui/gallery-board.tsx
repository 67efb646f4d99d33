import { useState } from 'react'
import { Split } from '../../../client/ui/Panel.tsx'
import { Row } from '../../../client/ui/Row.tsx'
import { ScrollList } from '../../../client/ui/ScrollList.tsx'
import { SectionHead } from '../../../client/ui/SectionHead.tsx'
import { type Sort, Table } from '../../../client/ui/Table.tsx'
import { Age } from '../../../client/ui/Times.tsx'
import { usePage } from '../../../client/ui/use-key.ts'
import { useWords } from '../../../client/ui/words.ts'
import { distance } from '../../../shared/i18n/format.ts'
import { ago, samplesOf } from './gallery-words.ts'

const people = Array.from({ length: 600 }, (_, index) => ({
  id: `A-${String(index + 1).padStart(4, '0')}`,
  metres: (index * 7919) % 4000,
  since: ago(0, (index * 13) % 200),
}))

export function BoardView() {
  usePage('patrol')
  const { language } = useWords()
  const s = samplesOf(language)
  const [sort, setSort] = useState<Sort>({ column: 'id', descending: false })
  const [chosen, choose] = useState<string | null>('A-0003')
  const by = (a: (typeof people)[0], b: (typeof people)[0]) =>
    (sort.column === 'metres' ? a.metres - b.metres : a.id < b.id ? -1 : 1) * (sort.descending ? -1 : 1)
  return (
    <main style={{ background: 'var(--bg1)', height: '100%', display: 'flex', flexDirection: 'column' }}>
      <h1 className="unseen">Serik</h1>
      <Split
        share={0.7}
        first={
          <Table
            grow
            label={s.assistants}
            rows={people.toSorted(by)}
            keyOf={({ id }) => id}
            selected={chosen}
            onChoose={({ id }) => choose(id)}
            sort={sort}
            onSort={setSort}
            columns={[
              { id: 'id', head: s.assistants, cell: ({ id }) => id, sortable: true, width: '30%' },
              { id: 'state', head: s.onDuty, cell: () => s.free, width: '30%' },
              {
                id: 'age',
                head: s.silence,
                cell: ({ since }) => <Age since={since} />,
                align: 'right',
                width: '20%',
              },
              {
                id: 'metres',
                head: s.toOfficer,
                cell: ({ metres }) => <span className="num">{distance(metres, language)}</span>,
                align: 'right',
                sortable: true,
                width: '20%',
              },
            ]}
          />
        }
        second={
          <>
            <SectionHead title={s.assistants} count={people.length} />
            <ScrollList
              grow
              items={people}
              keyOf={({ id }) => id}
              label={s.units}
              lines={2}
              selected={chosen}
            >
              {({ id, since }) => (
                <Row
                  title={id}
                  note={s.free}
                  end={<Age since={since} />}
                  selected={id === chosen}
                  onChoose={() => choose(id)}
                />
              )}
            </ScrollList>
          </>
        }
      />
    </main>
  )
}
