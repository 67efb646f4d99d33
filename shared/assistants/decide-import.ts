import type { Board } from '../board/board.ts'
import type { Body } from '../board/commands.ts'
import type { Decision, DecisionContext } from '../kernel/decider.ts'
import type { Fact } from '../kernel/event.ts'
import { type Id, key, rosterKey } from '../kernel/ids.ts'
import { refuse } from '../kernel/refusal.ts'
import { dayOf } from '../law/day.ts'
import { lawParameters } from '../law/parameters.ts'
import { faultOfPerson } from './person.ts'
import { registerFor, standsAs } from './register.ts'
import type { Papers } from './types.ts'

type Row = Body<'ImportAssistants'>['rows'][number]

const codes = { E2: 'roster.under-age', E3: 'roster.iin' } as const

/** People of a list: who is in the register already, or names what somebody else has, is left out and told. */
export function decideImport(board: Board, rows: readonly Row[], ctx: DecisionContext): Decision {
  const inFile = new Set<string>()
  for (const row of rows) {
    const { callSign } = row
    if (inFile.has(callSign)) return refuse('registry.duplicate-call-sign', { params: { callSign } })
    inFile.add(callSign)
    // E2 and E3 bind whoever comes with a list as they bind an applicant.
    const rule = faultOfPerson(row, dayOf(ctx.now))
    if (rule) return refuse(codes[rule], { rule, params: { years: lawParameters.adultYears } })
  }
  const register = registerFor(board, rows)
  // An id per row, also of skipped ones: a second try must not give one person's id to another.
  const judged = rows.map((row) => ({ row, assistant: ctx.newId(), standing: standsAs(register, row) }))
  const fresh = judged.filter(({ standing }) => standing === null)
  return {
    facts: fresh.map(({ assistant, row }) => factOf(assistant, row)),
    secrets: fresh.map(({ assistant, row: { name, phone, iin, birthDate } }) => ({
      of: assistant,
      fields: { name, ...(phone && { phone }), ...(iin && { iin }), ...(birthDate && { birthDate }) },
    })),
    result: {
      imported: fresh.length,
      skipped: judged.filter(({ standing }) => standing !== null).map(({ row }) => row.callSign),
    },
  }
}

function factOf(assistant: Id, row: Row): Fact {
  const { callSign, region, skills, status, person, registration, card, trainedOn } = row
  const papers: Papers = { ...(registration && { registration }), ...(card && { card }) }
  return {
    type: 'AssistantImported',
    keys: [key('assistant', assistant), rosterKey],
    data: {
      ...{ assistant, callSign, region, skills },
      ...(status && { status }),
      ...(person && { person }),
      ...(trainedOn && { trainedOn }),
      ...(Object.keys(papers).length > 0 && { papers }),
    },
  }
}
