import { windowEnd } from '../../shared/i18n/format.ts'
import { bookedOn } from '../../shared/shifts/types.ts'
import { regionName } from '../app/region-name.ts'
import { Person } from '../operations/Who.tsx'
import type { useDeskWords } from '../operations/words.ts'
import { Icon } from '../ui/Icons.tsx'
import { AlarmMark } from '../ui/Marks.tsx'
import type { Column } from '../ui/Table.tsx'
import { type Entry, isUnit } from './roll.ts'

type Words = Pick<ReturnType<typeof useDeskWords>, 't' | 'offset'>

/** The table's columns; without `phones` the viewer's board holds no devices. */
export function columnsOf(
  units: boolean,
  phones: ReadonlySet<string> | null,
  { t, offset }: Words,
): Column<Entry>[] {
  const name: Column<Entry> = {
    id: 'name',
    head: t('registry:name'),
    cell: ({ id }) => (
      <b>
        <Person id={id} />
      </b>
    ),
  }
  const skills: Column<Entry> = {
    id: 'skills',
    head: t('registry:skills'),
    wideOnly: true,
    cell: (entry) => (
      <span className="dim">
        {isUnit(entry) ? '' : entry.skills.map((skill) => t(`terms:skill.${skill}`)).join(', ')}
      </span>
    ),
  }
  const phone = (holders: ReadonlySet<string>): Column<Entry> => ({
    id: 'phone',
    head: t('registry:phone'),
    width: '12%',
    sortable: true,
    cell: ({ id }) =>
      holders.has(id) ? (
        <Icon name="check" label={t('registry:has-phone')} />
      ) : (
        <span className="dim">{t('registry:no-phone')}</span>
      ),
  })
  return [
    {
      id: 'call-sign',
      head: t('registry:call-sign'),
      width: units ? '22%' : '11%',
      sortable: true,
      cell: ({ callSign }) => <span className="num">{callSign}</span>,
    },
    ...(units ? [] : [name]),
    {
      id: 'region',
      head: t('registry:region'),
      width: units ? undefined : '20%',
      sortable: true,
      cell: ({ region }) => <span className="dim">{regionName(t, region)}</span>,
    } as Column<Entry>,
    {
      id: 'status',
      head: t(units ? 'registry:mobility' : 'registry:status'),
      width: '18%',
      sortable: true,
      cell: (entry) =>
        isUnit(entry) ? (
          t(`terms:mobility.${entry.mobility}`)
        ) : entry.status === 'ACTIVE' ? (
          t('terms:registry.ACTIVE')
        ) : (
          <span className="flow">
            {entry.status === 'SUSPENDED' && <AlarmMark level={2} size={14} />}
            <span className={entry.status === 'SUSPENDED' ? 'amber' : 'dim'}>
              {t(`terms:registry.${entry.status}`)}
            </span>
          </span>
        ),
    },
    ...(units ? [] : [skills]),
    ...(phones ? [phone(phones)] : []),
    {
      id: 'shift',
      head: t('registry:shift'),
      width: '12%',
      align: 'right',
      sortable: true,
      cell: ({ shift }) =>
        bookedOn(shift) ? (
          <span className="num strong">{t('registry:until', { time: windowEnd(shift.to, offset) })}</span>
        ) : (
          <span className="dim">–</span>
        ),
    },
  ]
}
