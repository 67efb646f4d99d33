import type { Body } from '../../shared/board/commands.ts'
import { endOfDay } from '../../shared/law/day.ts'
import type { GivenFact } from './given-when-then.ts'
import { region } from './past.ts'

/** An application that lacks nothing, of a made-up person. */
export const submission: Body<'SubmitApplication'> = {
  ...{ name: 'Сағындық Әсел', iin: '791028302728', birthDate: '1979-10-28', phone: '+77010000001', region },
  ...{ citizen: true, idUntil: '2031-04-01', insurance: false, consent: true },
  ...{ person: 'keyed-hash-of-the-first-iin', documents: [{ id: 'copy', kind: 'id-copy' }] },
}

/** A fact of the past for `given(…)`: received on 2 March 2026, to be checked by 1 April. */
export function submitted(application: string): GivenFact {
  const due = { lastDay: '2026-04-01', dueAt: endOfDay('2026-04-01') }
  return {
    type: 'ApplicationSubmitted',
    keys: [`application:${application}`],
    data: {
      ...{ application, number: 1, region, person: `person-of-${application}`, due },
      ...{ idUntil: '2031-04-01', insurance: false, otherBirthDate: false },
      received: { E1: 'CLEAR', E2: 'CLEAR', E3: 'CLEAR', E10: 'CLEAR' },
      documents: [{ id: 'copy', kind: 'id-copy' }],
    },
  }
}
