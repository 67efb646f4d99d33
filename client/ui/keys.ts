/**
 * The one table of keys. A key is its place on the keyboard (`event.code`), because the Kazakh and Russian layouts type
 * other characters there. A letter has one meaning per page (tested); what an action is called stands in the catalogue
 * as `keys:<action>`. An action does nothing unless something on screen has taken it with `useKey`.
 */
export const pages = [
  'patrol',
  'event',
  'search',
  'proposal',
  /** The open list of people who may be sent: its digits send. */
  'candidates',
  'registry',
  'force',
  'audit',
  'admin',
  'link-lost',
  'locked',
  'dialog',
  /** A form beside the map: the map stays in use, the keys of the page behind rest. */
  'form',
] as const
export type Page = (typeof pages)[number]

export interface KeyPress {
  code: string
  ctrl?: true
  shift?: true
  /** Only right after this key. */
  after?: string
}

export interface KeyRow {
  press: readonly KeyPress[]
  pages: readonly Page[]
  /** Milliseconds the key must stay down. */
  hold?: number
  /** Digits 1 to 9; `two` joins two digits typed at once (1 then 4 picks 1, then 14). */
  digits?: 'one' | 'two'
}

const kinds = ['patrol', 'event', 'search'] as const
const desk = [...kinds, 'proposal', 'candidates'] as const
const work = [...desk, 'registry', 'force', 'audit', 'admin', 'link-lost'] as const

const key = (letter: string): KeyPress => ({ code: `Key${letter}` })
const shift = (letter: string): KeyPress => ({ code: `Key${letter}`, shift: true })
const go = (letter: string): KeyPress => ({ code: `Key${letter}`, after: 'KeyG' })

export const keyTable = {
  'command.open': { press: [{ code: 'Slash' }, { code: 'KeyK', ctrl: true }], pages: work },
  'keys.show': { press: [{ code: 'Slash', shift: true }], pages: work },
  confirm: { press: [{ code: 'Enter' }, { code: 'Enter', ctrl: true }], pages },
  'confirm.all': { press: [{ code: 'Enter', shift: true }], pages: ['search', 'proposal'] },
  close: { press: [{ code: 'Escape' }], pages },
  undo: { press: [{ code: 'KeyZ', ctrl: true }], pages: desk },
  pick: { press: [], pages: [...kinds, 'proposal', 'registry', 'dialog'], digits: 'two' },
  'candidate.send': { press: [], pages: ['candidates'], digits: 'one' },

  'go.patrol': { press: [go('P')], pages: work },
  'go.event': { press: [go('E')], pages: work },
  'go.search': { press: [go('S')], pages: work },
  'go.registry': { press: [go('R')], pages: work },
  'go.force': { press: [go('F')], pages: work },
  'go.audit': { press: [go('U')], pages: work },
  'go.admin': { press: [go('A')], pages: work },
  'desk.lock': { press: [key('L')], pages: work },
  'desk.law': { press: [go('I')], pages: work },
  'desk.system': { press: [go('Y')], pages: work },
  'desk.hand-over': { press: [shift('L')], pages: desk },

  'show.operations': { press: [key('O')], pages: desk },
  'show.tasks': { press: [key('T')], pages: desk },
  'show.forces': { press: [key('R')], pages: ['patrol', 'search'] },
  'show.journal': { press: [key('J')], pages: work },
  'show.places': { press: [key('B')], pages: ['patrol'] },
  'show.reliefs': { press: [key('R')], pages: ['event', 'candidates'] },
  'show.left-out': { press: [key('N')], pages: ['proposal', 'candidates'] },
  'show.segments': { press: [key('S')], pages: ['search', 'link-lost'] },
  'show.clues': { press: [key('C')], pages: ['search'] },
  'show.rings': { press: [key('E')], pages: ['search'] },
  'show.sweeps': { press: [key('D')], pages: ['search'] },
  'show.best-next': { press: [key('A')], pages: ['search', 'link-lost'] },
  'map.fit': { press: [{ code: 'Digit0' }], pages: [...desk, 'link-lost'] },
  'map.show': { press: [key('U')], pages: desk },
  'map.lasso': { press: [go('M')], pages: desk },
  'map.layer': { press: [key('B')], pages: ['search', 'link-lost'] },
  'map.paint': { press: [go('B')], pages: ['search', 'link-lost'] },

  'alarm.own': { press: [key('V')], pages: desk },
  'alarm.officer-with': { press: [key('Y')], pages: desk, hold: 1000 },
  'alarm.show': { press: [key('H')], pages: [...desk, 'link-lost'] },
  'alarm.next': { press: [key('N')], pages: kinds },
  'alarm.shelve': { press: [key('Z')], pages: desk },
  'alarm.resolve': { press: [key('F')], pages: desk },
  'alarm.report': { press: [shift('Y')], pages: desk },
  'sound.test': { press: [key('Q')], pages: desk },
  'sound.mute': { press: [shift('Q')], pages: desk },

  'operation.new': { press: [shift('O')], pages: kinds },
  'operation.end': { press: [shift('E')], pages: kinds },
  'operation.change': { press: [key('W')], pages: kinds },
  'operation.timeline': { press: [shift('T')], pages: kinds },
  'place.new': { press: [shift('P')], pages: [...kinds, 'form'] },
  'incident.new': { press: [shift('I')], pages: kinds },
  'note.new': { press: [shift('J')], pages: desk },
  'clue.new': { press: [shift('C')], pages: ['search'] },
  'case.change': { press: [key('X')], pages: ['search'] },
  'priors.change': { press: [shift('W')], pages: ['search'] },
  'consensus.open': { press: [shift('Z')], pages: ['search'] },
  'rings.table': { press: [go('D')], pages: ['search'] },
  'sweep-line.change': { press: [go('N')], pages: ['search'] },
  'sweep-width.change': { press: [shift('V')], pages: ['search'] },
  'sheet.print': { press: [shift('M')], pages: ['search'] },
  'search.ground': { press: [go('H')], pages: ['search'] },
  'segment.cut': { press: [go('C')], pages: ['search'] },
  'segment.lock': { press: [go('L')], pages: ['search'] },
  'search.files': { press: [shift('B')], pages: ['search'] },
  'search.numbers': { press: [shift('N')], pages: ['search'] },
  'sweep.debrief': { press: [shift('H')], pages: ['search'] },
  'team-kinds.change': { press: [shift('K')], pages: ['search'] },
  propose: { press: [key('P')], pages: [...kinds, 'proposal'] },
  compare: { press: [key('I')], pages: ['search', 'link-lost'] },
  'proposal.again': { press: [key('R')], pages: ['proposal'] },
  'row.part': { press: [key('S')], pages: ['proposal'] },
  'row.replace': { press: [key('A')], pages: ['proposal'] },
  'row.replace-second': { press: [key('B')], pages: ['proposal'] },
  'row.replace-third': { press: [key('C')], pages: ['proposal'] },
  'row.remove': { press: [key('X')], pages: ['proposal'] },
  'candidates.open': { press: [key('A')], pages: ['event'] },
  'post.check-in': { press: [key('C')], pages: ['patrol', 'event'] },
  'message.write': { press: [key('M')], pages: desk },
  'message.ask-again': { press: [key('E')], pages: ['patrol', 'event'] },
  'roll-call': { press: [key('K')], pages: kinds },
  'task.by-radio': { press: [shift('S')], pages: kinds },
  'task.reassign': { press: [shift('A')], pages: kinds },
  'task.replace-unit': { press: [shift('U')], pages: kinds },
  'task.recall': { press: [shift('X')], pages: kinds },
  'task.stand-down': { press: [shift('D')], pages: kinds },

  'shift.book': { press: [shift('F')], pages: kinds },
  'shift.extend': { press: [shift('G')], pages: kinds },
  'task.refuse': { press: [shift('R')], pages: kinds },

  'queue.show': { press: [key('Q')], pages: ['registry'] },
  'file.hours': { press: [key('W')], pages: ['registry'] },
  'file.open': { press: [key('O')], pages: ['registry'] },
  'file.return': { press: [key('V')], pages: ['registry'] },
  'checks.show': { press: [key('E')], pages: ['registry'] },

  'record.export': { press: [shift('E')], pages: ['audit'] },
  'record.older': { press: [key('E')], pages: ['audit'] },
  'record.verify': { press: [key('V')], pages: ['audit'] },
  'account.new': { press: [shift('N')], pages: ['admin'] },

  'force.radio': { press: [key('N')], pages: ['force'] },
  'force.write': { press: [key('W')], pages: ['force'] },
  'force.take': { press: [key('T')], pages: ['force'] },
  'force.notice': { press: [key('P')], pages: ['force'] },
  'force.minute': { press: [key('M')], pages: ['force'] },
  'force.alarm': { press: [key('A')], pages: ['force'] },
  'force.not-met': { press: [key('X')], pages: ['force'] },
  'force.return': { press: [key('V')], pages: ['force'] },

  'radio-list.show': { press: [key('W')], pages: ['link-lost'] },
} as const satisfies Record<string, KeyRow>

export type ActionId = keyof typeof keyTable

export function keyRow(action: ActionId): KeyRow {
  return keyTable[action]
}

export function isOnPage(action: ActionId, page: Page): boolean {
  return keyRow(action).pages.includes(page)
}

const names: Record<string, string> = { Slash: '/', Escape: 'Esc' }

/** What is printed on the cap, part by part: ['G', 'P'], ['Ctrl', 'K'], ['Shift', 'Enter'], ['?']. */
function capOf({ code, ctrl, shift: shifted, after }: KeyPress): string[] {
  if (code === 'Slash' && shifted) return ['?']
  const name = names[code] ?? code.replace(/^(Key|Digit)/, '')
  return [after?.replace('Key', ''), ctrl && 'Ctrl', shifted && 'Shift', name].filter(
    (part) => typeof part === 'string',
  )
}

/** The caps of an action, the first one printed on its button; three dots say that it must be held. */
export function capsOf(action: ActionId): string[][] {
  const { press, digits, hold } = keyRow(action)
  if (digits) return [['1–9']]
  return press.map((one) => (hold === undefined ? capOf(one) : [...capOf(one), '…']))
}
