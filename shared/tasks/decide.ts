import type { Deciders } from '../board/decision.ts'
import type { taskCommands } from './commands.ts'
import { changeDeciders } from './decide-changes.ts'
import { holdDeciders } from './decide-holds.ts'
import { offerDeciders } from './decide-offers.ts'
import { sendingDeciders } from './decide-sending.ts'
import { stepDeciders } from './decide-steps.ts'
import { undoDeciders } from './decide-undo.ts'

export const taskDeciders: Deciders<keyof typeof taskCommands> = {
  ...sendingDeciders,
  ...offerDeciders,
  ...stepDeciders,
  ...undoDeciders,
  ...holdDeciders,
  ...changeDeciders,
}
