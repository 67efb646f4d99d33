import { useEffect, useMemo, useReducer, useState, useSyncExternalStore } from 'react'
import type { Id } from '../../shared/kernel/ids.ts'
import type { Proposal } from '../../shared/pairing/proposal.ts'
import { useDesk } from '../app/desk-state.ts'
import { homeRegion, useStaff, viewerOf } from '../app/staff-session.ts'
import { useFound } from '../forces/use-found.ts'
import { spotOf } from '../forces/where.ts'
import { useCity } from '../operations/use-city.ts'
import { useDeskWords } from '../operations/words.ts'
import { useStore } from '../store/use-store.ts'
import { now } from '../ui/clock.ts'
import { complete, termOf, wantsTeams } from './complete.ts'
import type { CommandContext, Suggestion } from './context.ts'

const idle = () => () => {}

/** The completions of what is typed; null = the line is closed and nothing is asked or computed. */
export function useCompletions(text: string | null): Suggestion[] {
  const { t, language, offset } = useDeskWords()
  const store = useStore()
  const session = useStaff()
  const city = useCity()
  const operation = useDesk((desk) => desk.operation)
  const selected = useDesk((desk) => desk.selected)
  const open = text !== null
  const version = useSyncExternalStore(open ? store.board.onBatch : idle, store.board.version)
  const found = useFound(open ? termOf(text, { language }) : '')
  const proposal = useTeams(open && wantsTeams(text, { language }) ? operation : null)
  const [names, named] = useReducer((n: number) => n + 1, 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the board and the names change in place
  const suggestions = useMemo(() => {
    if (text === null) return []
    const context: CommandContext = {
      board: store.board.board,
      t,
      language,
      offset,
      now: now(),
      viewer: viewerOf(session),
      pages: session.pages,
      region: homeRegion(session),
      operation,
      selected,
      city,
      nameOf: (id) => store.names.get(id) ?? null,
      spotOf: (kind, id) => spotOf(store, kind, id),
      found,
      proposal,
    }
    return complete(text, context)
  }, [text, version, names, found, proposal, operation, selected, session, city, t, language, offset, store])

  const people = [...new Set(suggestions.flatMap((one) => one.people ?? []))].join(' ')
  useEffect(() => {
    const offs = people === '' ? [] : people.split(' ').map((id) => store.names.want(id, named))
    return () => {
      for (const off of offs) off()
    }
  }, [people, store])
  return suggestions
}

/** The teams for the open places of an operation, computed when a line first wants them. */
function useTeams(operation: Id | null): Proposal | null {
  const { connection } = useStore()
  const [proposal, setProposal] = useState<Proposal | null>(null)
  useEffect(() => {
    setProposal(null)
    if (operation === null) return
    let current = true
    void connection.read({ kind: 'proposal', operation }).then((read) => {
      if (current && read.ok) setProposal(read.answer)
    })
    return () => {
      current = false
    }
  }, [connection, operation])
  return proposal
}
