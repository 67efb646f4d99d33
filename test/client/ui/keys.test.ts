import { describe, expect, it } from 'vitest'
import { createDispatcher, type Stroke } from '../../../client/ui/key-dispatcher.ts'
import { type ActionId, capsOf, keyRow, keyTable, type Page, pages } from '../../../client/ui/keys.ts'

const actions = Object.keys(keyTable) as ActionId[]

function setUp(page: Page) {
  const keys = createDispatcher()
  keys.enter(page)
  const did: string[] = []
  let at = 0
  const stroke = (code: string, more: Partial<Stroke> = {}) =>
    keys.stroke({
      down: true,
      code,
      ctrl: false,
      shift: false,
      alt: false,
      repeat: false,
      inField: false,
      onControl: false,
      at,
      ...more,
    })
  return {
    keys,
    did,
    stroke,
    take: (action: ActionId) =>
      keys.take(action, { run: (digit) => did.push(digit ? `${action} ${digit}` : action) }),
    wait: (ms: number) => {
      at += ms
    },
  }
}

describe('the key table', () => {
  it.each(pages)('KEYS-1 no key has two meanings on the page %s', (page) => {
    const meanings = new Map<string, ActionId>()
    for (const action of actions) {
      const row = keyRow(action)
      if (!row.pages.includes(page)) continue
      const presses = row.digits ? [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ code: `Digit${n}` })) : row.press
      for (const press of presses) {
        const id = JSON.stringify(press, ['code', 'ctrl', 'shift', 'after'])
        expect(meanings.get(id), `${id} means ${action} and`).toBeUndefined()
        meanings.set(id, action)
      }
    }
    for (const prefix of new Set(actions.flatMap((action) => keyRow(action).press.map(({ after }) => after))))
      if (prefix)
        expect(meanings.has(JSON.stringify({ code: prefix })), `${prefix} opens a chord`).toBe(false)
  })

  it('KEYS-2 a cap names the key as it is printed, and three dots say that it must be held', () => {
    expect(capsOf('go.patrol')).toEqual([['G', 'P']])
    expect(capsOf('command.open')).toEqual([['/'], ['Ctrl', 'K']])
    expect(capsOf('keys.show')).toEqual([['?']])
    expect(capsOf('confirm.all')).toEqual([['Shift', 'Enter']])
    expect(capsOf('map.fit')).toEqual([['0']])
    expect(capsOf('alarm.officer-with')).toEqual([['Y', '…']])
    expect(capsOf('pick')).toEqual([['1–9']])
  })
})

describe('the dispatcher', () => {
  it('KEYS-3 nothing works while a field has the focus, save Escape, Ctrl K and Ctrl Enter', () => {
    const { take, stroke, did } = setUp('patrol')
    for (const action of ['alarm.own', 'command.open', 'close', 'confirm', 'pick'] as const) take(action)
    for (const code of ['KeyV', 'Slash', 'Enter', 'Digit1'])
      expect(stroke(code, { inField: true })).toBe(false)
    expect(did).toEqual([])
    stroke('KeyK', { inField: true, ctrl: true })
    stroke('Escape', { inField: true })
    stroke('Enter', { inField: true, ctrl: true })
    expect(did).toEqual(['command.open', 'close', 'confirm'])
  })

  it('KEYS-4 Enter and Space belong to the button that has the focus', () => {
    const { take, stroke, did } = setUp('patrol')
    take('confirm')
    expect(stroke('Enter', { onControl: true })).toBe(false)
    stroke('Enter')
    stroke('NumpadEnter')
    expect(did).toEqual(['confirm', 'confirm'])
  })

  it('KEYS-5 G then a letter goes to a page, within a second and a half', () => {
    const { take, stroke, did, wait } = setUp('patrol')
    take('go.patrol')
    take('propose')
    stroke('KeyG')
    stroke('ShiftLeft', { shift: true })
    stroke('KeyP')
    stroke('KeyP')
    stroke('KeyG')
    wait(1600)
    stroke('KeyP')
    expect(did).toEqual(['go.patrol', 'propose', 'propose'])
  })

  it('KEYS-6 two digits typed at once make one number, and 0 alone keeps its own meaning', () => {
    const { take, stroke, did, wait } = setUp('event')
    take('pick')
    take('map.fit')
    stroke('Digit1')
    stroke('Numpad4')
    wait(100)
    stroke('Digit2')
    stroke('Digit0')
    wait(1000)
    stroke('Digit0')
    expect(did).toEqual(['pick 1', 'pick 14', 'pick 2', 'pick 20', 'map.fit'])
  })

  it('KEYS-7 a digit sends a person only while the list of candidates is open', () => {
    const { keys, take, stroke, did } = setUp('event')
    take('candidate.send')
    expect(stroke('Digit1')).toBe(false)
    const leave = keys.enter('candidates')
    stroke('Digit1')
    stroke('Digit4')
    leave()
    expect(stroke('Digit1')).toBe(false)
    expect(did).toEqual(['candidate.send 1', 'candidate.send 4'])
  })

  it('KEYS-8 a held key starts at the press, stops at the release or when the window loses the focus', () => {
    const { keys, stroke, did } = setUp('patrol')
    const hold = { start: () => did.push('start'), stop: () => did.push('stop') }
    keys.take('alarm.officer-with', { run: () => did.push('run'), hold })
    stroke('KeyY')
    stroke('KeyY', { repeat: true })
    stroke('KeyY', { down: false })
    stroke('KeyY')
    keys.release()
    expect(did).toEqual(['start', 'stop', 'start', 'stop'])
  })

  it('KEYS-9 only the page in front is served: under an open dialog the desk rests', () => {
    const { keys, take, stroke, did } = setUp('patrol')
    take('alarm.own')
    const leave = keys.enter('dialog')
    expect(stroke('KeyV')).toBe(false)
    leave()
    stroke('KeyV')
    expect(did).toEqual(['alarm.own'])
  })

  it('KEYS-10 a key without a taker does nothing, and of two takers the later one that may acts', () => {
    const { keys, take, stroke, did } = setUp('patrol')
    expect(stroke('KeyM')).toBe(false)
    take('message.write')
    const drop = keys.take('message.write', { run: () => did.push('later') })
    keys.take('message.write', { run: () => did.push('refused'), when: () => false })
    stroke('KeyM')
    drop()
    stroke('KeyM')
    expect(did).toEqual(['later', 'message.write'])
  })

  it('KEYS-11 keys are read by position: a Kazakh digit row and a Russian slash are the same keys', () => {
    const { take, stroke, did } = setUp('patrol')
    take('pick')
    take('command.open')
    stroke('Digit2')
    stroke('Slash')
    stroke('Slash', { alt: true })
    expect(did).toEqual(['pick 2', 'command.open'])
  })
})
