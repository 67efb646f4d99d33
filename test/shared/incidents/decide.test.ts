import { expect, test } from 'vitest'
import { incidentDeciders } from '../../../shared/incidents/decide.ts'
import { factsOf, given } from '../../kit/given-when-then.ts'
import { operation, square } from '../../kit/past.ts'

const { ReportIncident, JoinIncident, CloseIncident } = incidentDeciders
const report = {
  kind: 'disorder' as const,
  region: 'almaty/medeu',
  at: { lat: 43.25, lng: 76.95 },
  place: 'Abay 1',
  words: 'A man in a red coat',
}

test('INC-1 incidents are numbered in log order and the caller’s words are sealed', () => {
  const { board, decision } = given().when(ReportIncident, report).when(ReportIncident, report)
  expect([...board.incident.values()].map(({ number }) => number)).toEqual([1, 2])
  expect(decision).toMatchObject({
    secrets: [{ of: 'new-4', fields: { text: 'A man in a red coat' } }],
    result: { incident: 'new-3', number: 2 },
  })
  expect(factsOf(decision)[0]).toMatchObject({
    keys: ['incident:new-3', 'store:numbers'],
    data: { words: { text: 'new-4', digest: 'digest:new-4' } },
  })
  expect(JSON.stringify(factsOf(decision))).not.toContain('red coat')
})

test('INC-2 an incident joins one open operation, once', () => {
  const other = operation().map((fact) =>
    JSON.parse(JSON.stringify(fact).replaceAll('"op"', '"op2"').replace(':op"', ':op2"')),
  )
  given(...operation(), other[0])
    .when(ReportIncident, report)
    .when(JoinIncident, { incident: 'new-1', operation: 'op' })
    .then([
      {
        type: 'IncidentJoined',
        keys: ['incident:new-1'],
        data: { incident: 'new-1', operation: 'op' },
      },
    ])
    .when(JoinIncident, { incident: 'new-1', operation: 'op' })
    .then([])
    .when(JoinIncident, { incident: 'new-1', operation: 'op2' })
    .then({ code: 'incident.joined', params: { number: 1001 } })
    .when(JoinIncident, { incident: 'x', operation: 'op' })
    .then({ code: 'incident.unknown' })
    .when(JoinIncident, { incident: 'new-1', operation: 'x' })
    .then({ code: 'operation.unknown' })
})

test('INC-3 a closed incident joins nothing, nor an open one a closed operation', () => {
  given(...operation())
    .when(ReportIncident, report)
    .when(CloseIncident, { incident: 'new-1' })
    .thenTypes('IncidentClosed')
    .when(CloseIncident, { incident: 'new-1' })
    .then([])
    .when(JoinIncident, { incident: 'new-1', operation: 'op' })
    .then({ code: 'incident.closed' })
  given(...operation(), {
    type: 'OperationClosed',
    keys: ['operation:op'],
    data: { operation: 'op', outcome: 'done' },
  })
    .when(ReportIncident, { ...report, at: square[0] ?? report.at })
    .when(JoinIncident, { incident: 'new-1', operation: 'op' })
    .then({ code: 'operation.closed' })
    .when(CloseIncident, { incident: 'x' })
    .then({ code: 'incident.unknown' })
})
