import { expect, test } from 'vitest'
import { ledgerTable } from '../../../shared/service-hours/table.ts'
import type { Ledger } from '../../../shared/service-hours/types.ts'

const HOUR = 3_600_000
const words = {
  ...{ day: 'күн', onDuty: 'кезекшілікте', enRoute: 'жолда', onScene: 'орнында' },
  ...{ tasks: 'тапсырма', records: 'жазбалар', month: 'ай' },
}

test('HOURS-217 as a table the hours stand day by day in the words of the screen, with their records, then the months', () => {
  const served = { onDuty: 1.5 * HOUR, enRoute: HOUR / 4, onScene: HOUR, tasks: 1 }
  const ledger: Ledger = {
    ...{ assistant: 'a1', from: '2026-03-01', to: '2026-03-31', at: 0 },
    total: { ...served, days: 1 },
    days: [{ day: '2026-03-02', ...served, records: [4, 9], byRadio: false, running: false }],
    ...{ shifts: [], tasks: [], kinds: [] },
    months: [{ month: '2026-03', days: 1, ...served }],
  }
  expect(ledgerTable(ledger, words).split('\r\n')).toEqual([
    'күн;кезекшілікте;жолда;орнында;тапсырма;жазбалар',
    '2026-03-02;1.50;0.25;1.00;1;4 9',
    '',
    'ай;кезекшілікте;жолда;орнында;тапсырма;',
    '2026-03;1.50;0.25;1.00;1;',
    '',
  ])
})
