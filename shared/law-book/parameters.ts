import { overrunMinutes } from '../alarms/rules/shift-overrun.ts'
import { forceParameters } from '../force-reports/parameters.ts'
import { gateParameters } from '../gates/parameters.ts'
import { lawParameters } from '../law/parameters.ts'
import type { OperationKind } from '../operations/types.ts'
import { shiftHours } from '../shifts/types.ts'

export type ParameterValue = number | boolean | string | null | readonly string[]
export type ParameterUnit =
  | 'years'
  | 'months'
  | 'days'
  | 'working-days'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'count'
  | 'choice'

/** One number of the law that whoever deploys may set (LAW_FILE), with the rule that uses it. */
interface Parameter {
  /** E2 */
  rule: string
  unit: ParameterUnit
  get(): ParameterValue
  set(value: ParameterValue): void
}

function parameter<Of extends object, Name extends keyof Of>(
  rule: string,
  unit: ParameterUnit,
  of: Of,
  name: Name,
  per = 1,
): Parameter {
  return {
    rule,
    unit,
    get: () => {
      const value = of[name]
      return typeof value === 'number' ? value / per : (value as ParameterValue)
    },
    set: (value) => {
      of[name] = (typeof value === 'number' ? value * per : value) as Of[Name]
    },
  }
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Every parameter by the name it has in LAW_FILE. */
export const parameters = {
  adultYears: parameter('E2', 'years', lawParameters, 'adultYears'),
  oldestYears: parameter('E2', 'years', lawParameters, 'oldestYears'),
  convictionYears: parameter('E7', 'years', lawParameters, 'convictionYears'),
  penaltyYears: parameter('E8', 'years', lawParameters, 'penaltyYears'),
  policeDays: parameter('C1', 'days', lawParameters, 'policeDays'),
  akimatWorkingDays: parameter('C2', 'working-days', lawParameters, 'akimatWorkingDays'),
  dayOffReceiptMoves: parameter('C2', 'choice', lawParameters, 'dayOffReceiptMoves'),
  cardMonths: parameter('D2', 'months', lawParameters, 'cardMonths'),
  trainingMonths: parameter('D2', 'months', lawParameters, 'trainingMonths'),
  shiftUsualHours: parameter('D5', 'hours', shiftHours, 'usual'),
  shiftCapHours: parameter('D5', 'hours', shiftHours, 'cap'),
  shiftWarnMinutes: parameter('D5', 'minutes', overrunMinutes, 'warn'),
  shiftReleaseMinutes: parameter('D5', 'minutes', overrunMinutes, 'release'),
  breachFixes: parameter('D6', 'count', gateParameters, 'breachFixes'),
  breachSeconds: parameter('D6', 'seconds', gateParameters, 'breachMs', SECOND),
  staleSeconds: parameter('D6', 'seconds', gateParameters, 'staleMs', SECOND),
  neverInsideMinutes: parameter('D6', 'minutes', gateParameters, 'neverInsideMs', MINUTE),
  allowedKinds: {
    rule: 'D7',
    unit: 'choice',
    get: () => [...gateParameters.allowedKinds],
    set: (kinds) => {
      gateParameters.allowedKinds = new Set(kinds as OperationKind[])
    },
  },
  regionParts: parameter('D9', 'count', lawParameters, 'regionParts'),
  meansForbidden: parameter('F4', 'choice', forceParameters, 'meansForbidden'),
  writtenHours: parameter('F7', 'hours', forceParameters, 'writtenWithin', HOUR),
  prosecutor: parameter('F8', 'choice', forceParameters, 'prosecutor'),
  minuteBeforeSeconds: parameter('F9', 'seconds', forceParameters.minute, 'before', SECOND),
  minuteAfterSeconds: parameter('F9', 'seconds', forceParameters.minute, 'after', SECOND),
} satisfies Record<string, Parameter>

export type ParameterName = keyof typeof parameters

/** The law as this server applies it: the parameters that differ from the shipped ones, and what counsel has confirmed. */
export interface LawInForce {
  parameters: Partial<Record<ParameterName, ParameterValue>>
  /** Rules whose articles counsel has confirmed, although they are not read in a published source. */
  confirmed: readonly string[]
}

const shipped = new Map(Object.entries(parameters).map(([name, of]) => [name, of.get()]))
let inForce: LawInForce = { parameters: {}, confirmed: [] }

/** Puts this law in force, for the whole process; what it does not name is as shipped. Checked by whoever read it. */
export function enact(law: LawInForce): void {
  inForce = law
  for (const [name, of] of Object.entries(parameters))
    of.set(law.parameters[name as ParameterName] ?? (shipped.get(name) as ParameterValue))
}

export const lawInForce = (): LawInForce => inForce
