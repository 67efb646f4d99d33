import { gates } from '../gates/all.ts'
import { d04 } from '../gates/d04.ts'
import { d06 } from '../gates/d06.ts'
import type { WordKey } from '../i18n/keys.ts'
import { eligibilityRules } from '../law/eligibility/all.ts'
import { endings } from '../law/endings/all.ts'
import { type ParameterName, parameters } from './parameters.ts'

/** Where a rule comes from. Counsel must confirm all but what was read in a published source (C). */
export const sources = {
  C: 'read',
  S: 'founding',
  I: 'own',
  'S/C': 'founding-and-read',
  'C/I': 'own-and-read',
} as const
type Basis = keyof typeof sources

export interface LawRule {
  id: string
  basis: Basis
  /** The sentence that the screens show. */
  sentence: WordKey
  parameters: ParameterName[]
}

type Group = 'eligibility' | 'registration' | 'gates' | 'force' | 'endings'

const own = (id: string, basis: Basis) => ({ id, basis, sentence: `law-book:${id}` as WordKey })

/** The rows of the registration machine (assistants/registry.ts), in its order, its two clocks, and the number. */
const registration = [
  ...(['R1', 'R2', 'R3', 'R4', 'R5'] as const).map((id) => own(id, 'C')),
  ...(['R6', 'R7', 'R8', 'R9', 'R10'] as const).map((id) => own(id, 'I')),
  ...(['R11', 'R12', 'R13'] as const).map((id) => own(id, 'S')),
  own('C1', 'C'),
  own('C2', 'C'),
  own('IIN', 'C'),
]

/** The terms of force-reports/evaluate.ts, what is unknown, the written part, the prosecutor, the frozen minute. */
const force = [
  ...(['F1', 'F2', 'F3', 'F4', 'F5'] as const).map((id) => own(id, 'S')),
  ...(['F6', 'F7', 'F8', 'F9'] as const).map((id) => own(id, 'I')),
]

const numbered = (id: string) => Number(id.slice(1))

/** Every rule of the law that the program enforces, by group, in the order of the law's tables. */
export const lawBook: Record<Group, LawRule[]> = {
  eligibility: eligibilityRules.map(({ rule, basis }) => withParameters(rule, basis, `law:rule.${rule}`)),
  registration: registration.map(({ id, basis, sentence }) => withParameters(id, basis, sentence)),
  gates: [...gates, d04, d06]
    .sort((a, b) => numbered(a.rule) - numbered(b.rule))
    .map(({ rule, basis }) => withParameters(rule, basis, `terms:rule.${rule}` as WordKey)),
  force: force.map(({ id, basis, sentence }) => withParameters(id, basis, sentence)),
  endings: endings.map(({ rule, basis }) => withParameters(rule, basis, `law:ending.${rule}`)),
}

function withParameters(id: string, basis: Basis, sentence: WordKey): LawRule {
  const names = Object.keys(parameters) as ParameterName[]
  return { id, basis, sentence, parameters: names.filter((name) => parameters[name].rule === id) }
}
