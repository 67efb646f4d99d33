import type { CommandContext } from '../../../client/command-line/context.ts'
import { makeWords } from '../../../client/ui/words.ts'
import type { StaffRole } from '../../../shared/accounts/types.ts'
import commands from '../../../shared/i18n/commands.ru.json' with { type: 'json' }
import refusals from '../../../shared/i18n/refusals.ru.json' with { type: 'json' }
import terms from '../../../shared/i18n/terms.ru.json' with { type: 'json' }
import ui from '../../../shared/i18n/ui.ru.json' with { type: 'json' }
import { centre } from '../../kit/dispatch-past.ts'
import { type GivenFact, given, MINUTE, noon } from '../../kit/given-when-then.ts'

const catalogue = new Map(
  Object.entries({ commands, refusals, terms, ui }).flatMap(([area, words]) =>
    Object.entries(words).map(([key, text]) => [`${area}:${key}`, text] as const),
  ),
)

/** A duty officer in front of operation `op`, who knows these names; everybody stands in the middle of the city. */
export function contextOf(
  past: GivenFact[],
  names: Record<string, string> = {},
  more: Partial<CommandContext> & { role?: StaffRole; police?: boolean } = {},
): CommandContext {
  const { role = 'duty-officer', police = true, ...rest } = more
  return {
    board: given(...past).board,
    ...makeWords('ru', catalogue),
    offset: 300,
    now: noon + MINUTE,
    viewer: {
      kind: 'staff',
      account: 'officer',
      grants: [{ role, regions: ['almaty'], operations: [] }],
      police,
    },
    pages: [],
    region: 'almaty',
    operation: 'op',
    selected: null,
    city: null,
    nameOf: (id) => names[id] ?? null,
    spotOf: () => centre,
    found: new Set(),
    proposal: null,
    ...rest,
  }
}
