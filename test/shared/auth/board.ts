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
