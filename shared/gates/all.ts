import { type Refusal, refuse } from '../kernel/refusal.ts'
import { d01 } from './d01.ts'
import { d02 } from './d02.ts'
import { d03 } from './d03.ts'
import { d05 } from './d05.ts'
import { d07 } from './d07.ts'
import { d08 } from './d08.ts'
import { d09 } from './d09.ts'
import { d10 } from './d10.ts'
import { d11 } from './d11.ts'
import { d12 } from './d12.ts'
import type { Gate, GateInput, GateMoment, GateRefusal } from './gate.ts'

/** In the order of the law's table; D4 asks who gives the order (d04.ts), D6 judges fixes as they come (d06.ts). */
export const gates: Gate[] = [d01, d02, d03, d05, d07, d08, d09, d10, d11, d12]

/** Everything that speaks against this person at this moment, in the order of the rules; empty = may go. */
export function checkGates(moment: GateMoment, input: GateInput): GateRefusal[] {
  return gates
    .filter(({ moments }) => moments.includes(moment))
    .map((gate) => gate.check(input, moment))
    .filter((refusal) => refusal !== null)
}

/** The first failure as a command's refusal; `params.assistant` says by call sign whom it is about. Null = may go. */
export function gateRefusal(moment: GateMoment, input: GateInput): Refusal | null {
  const [first] = checkGates(moment, input)
  if (!first) return null
  return refuse(`gate.${first.code}`, {
    rule: first.rule,
    params: { ...first.params, assistant: input.assistant.callSign },
  })
}
