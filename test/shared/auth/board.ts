import type { Board } from '../../../shared/board/board.ts'
import { submitted } from '../../kit/application.ts'
import { forceReported } from '../../kit/force.ts'
import { type GivenFact, given, noon, officer } from '../../kit/given-when-then.ts'
import { account, atWork, planned, region, registered, registeredUnit } from '../../kit/past.ts'

const fact = (type: string, keys: GivenFact['keys'], data: object): GivenFact => ({ type, keys, data })
const sealed = { text: 'x', digest: 'x' }

/**
 * One of everything: in the operation `op` (region almaty/medeu) the task `task` of `unit` with `a1`; `a2` and `unit2` are
 * free; `guest` is registered in Astana. All others are of almaty/bostandyq.
 */
export function oneOfEverything(): Board {
  return given(
    account('officer', 'duty-officer'),
    ...atWork(['a1']),
    registered('a2'),
    registered('guest', 'astana'),
    registeredUnit('unit2'),
    planned('free'),
    fact('DeviceEnrolled', ['device:phone', 'assistant:a1'], {
      device: 'phone',
      holder: { kind: 'assistant', id: 'a1' },
      via: 'phone',
    }),
    fact('GatewayOpened', ['gateway:gateway'], { gateway: 'gateway', name: 'Radio', regions: [region] }),
    fact('IncidentReported', ['incident:incident'], {
      ...{ incident: 'incident', number: 1, kind: 'other', region, at: { lat: 43.2, lng: 76.9 } },
      ...{ place: 'x', words: sealed },
    }),
    fact('AlarmRaised', ['alarm:alarm', 'alarm-slot:sos/a1'], {
      ...{ alarm: 'alarm', kind: 'sos', subject: { kind: 'assistant', id: 'a1' }, region: 'almaty/medeu' },
      ...{ operation: 'op', task: 'task', fix: null, params: {}, offDuty: false },
    }),
    fact('MessageSent', ['message:message'], {
      ...{ message: 'message', kind: 'text', operation: 'op', task: 'task', body: sealed },
      to: [{ kind: 'assistant', id: 'a1' }],
    }),
    forceReported('report', 'a1'),
    fact('ErasureAsked', ['erasure:erasure'], { erasure: 'erasure', person: 'a1', label: 'A-1', region }),
    fact('RecheckRecorded', ['recheck:a1'], { assistant: 'a1', region, rule: 'E5', result: 'CLEAR' }),
    fact('PriorsSet', ['prior:prior', 'operation:op'], {
      ...{ prior: 'prior', operation: 'op', places: [], scenarios: [] },
    }),
    fact('ConsensusOpened', ['consensus:consensus', 'operation:op'], {
      ...{ consensus: 'consensus', operation: 'op', method: 'mattson', row: null, places: [] },
    }),
    fact('SheetGiven', ['sheet:sheet'], {
      ...{ sheet: 'sheet', consensus: 'consensus', operation: 'op', values: [100] },
    }),
    fact('ConsensusClosed', ['consensus:consensus', 'sheet:sheet'], {
      ...{ consensus: 'consensus', operation: 'op', result: { poa: [], row: 1, least: [1], most: [1] } },
    }),
    fact('FindDistancesChanged', ['distances:table'], { rows: [] }),
    fact('SubjectDescribed', ['case:op'], { operation: 'op', subject: sealed }),
    fact('CardReleased', ['card:op'], { operation: 'op', sealed, photo: null, to: 'teams' }),
    fact('CluePlaced', ['clue:hidden', 'case:op'], { operation: 'op', clue: 'hidden', sealed, number: 1 }),
    fact('CluePlaced', ['clue:shown', 'case:op'], { operation: 'op', clue: 'shown', sealed, number: 2 }),
    fact('ClueReleased', ['clue:shown'], { operation: 'op', clue: 'shown', sealed }),
    submitted('file'),
    submitted('late'),
    fact('ApplicationOverdue', ['application:late'], { application: 'late', office: 'police' }),
    fact('NoteAdded', ['note:note'], { note: 'note', operation: 'op', region: 'almaty/medeu', body: sealed }),
    {
      ...fact('HandoverOffered', ['handover:handover'], {
        handover: 'handover',
        region,
        alarms: [],
        tasks: [],
        note: null,
      }),
      by: officer,
      at: noon,
    },
  ).board
}
