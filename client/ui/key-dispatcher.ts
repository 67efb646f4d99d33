import { type ActionId, isOnPage, type KeyPress, type KeyRow, keyRow, keyTable, type Page } from './keys.ts'

/** A keyboard event, cut to what matters here. */
export interface Stroke {
  down: boolean
  code: string
  ctrl: boolean
  shift: boolean
  alt: boolean
  repeat: boolean
  /** Somebody types, or an open menu has keys of its own. */
  inField: boolean
  /** A button or link has the focus: Enter and Space are its own. */
  onControl: boolean
  at: number
}

export interface KeyTaker {
  /** `digit` comes with `pick` and `candidate.send`. */
  run(digit: number): void
  /** Needed for actions that are held; the taker runs its own clock and shows it. */
  hold?: { start(): void; stop(): void }
  when?(): boolean
}

/** How long G waits for its second letter, and a digit for its second digit. Milliseconds. */
const chordTime = 1500
const digitTime = 700

const numpad: Record<string, string> = { NumpadEnter: 'Enter', NumpadDivide: 'Slash' }
const plainCode = (code: string): string => numpad[code] ?? code.replace(/^Numpad(?=\d$)/, 'Digit')

const actions = Object.keys(keyTable) as ActionId[]
const matches = (press: KeyPress, stroke: Stroke, prefix: string | undefined): boolean =>
  press.code === stroke.code &&
  !!press.ctrl === stroke.ctrl &&
  !!press.shift === stroke.shift &&
  press.after === prefix

/** Sends each stroke to the taker of the one action it means on the page in front. Knows no DOM. */
export function createDispatcher() {
  const takers = new Map<ActionId, KeyTaker[]>()
  const stack: { page: Page }[] = []
  let prefix: { code: string; at: number } | undefined
  let digit: { value: number; at: number } | undefined
  let held: { code: string; stop(): void } | undefined

  const page = (): Page | undefined => stack.at(-1)?.page
  const onPage = (action: ActionId): boolean => {
    const front = page()
    return front !== undefined && isOnPage(action, front)
  }
  const taker = (action: ActionId): KeyTaker | undefined =>
    takers.get(action)?.findLast((candidate) => candidate.when?.() ?? true)

  function release(code?: string): void {
    if (!held || (code !== undefined && held.code !== code)) return
    held.stop()
    held = undefined
  }

  function dispatchDigit(row: KeyRow, action: ActionId, stroke: Stroke): boolean {
    const value = Number(stroke.code.slice('Digit'.length))
    const first = digit && stroke.at - digit.at < digitTime ? digit.value : 0
    if (row.digits !== 'two' && value === 0) return false
    if (value === 0 && first === 0) return false
    const found = taker(action)
    if (!found) return false
    digit = row.digits === 'two' && first === 0 ? { value, at: stroke.at } : undefined
    found.run(row.digits === 'two' ? first * 10 + value : value)
    return true
  }

  function dispatch(action: ActionId, row: KeyRow, stroke: Stroke): boolean {
    const found = taker(action)
    if (!found) return false
    if (row.hold === undefined) found.run(0)
    else if (found.hold) {
      found.hold.start()
      held = { code: stroke.code, stop: found.hold.stop }
    }
    return true
  }

  /** True when the stroke was used, so that the browser must not use it too. */
  function stroke(raw: Stroke): boolean {
    const now = { ...raw, code: plainCode(raw.code) }
    if (!now.down) {
      release(now.code)
      return false
    }
    if (now.alt || now.repeat) return held?.code === now.code
    if (/^(Shift|Control|Meta|Alt)/.test(now.code)) return false
    const typing = now.inField && now.code !== 'Escape' && !(now.ctrl && /^(KeyK|Enter)$/.test(now.code))
    if (typing || (now.onControl && !now.ctrl && (now.code === 'Enter' || now.code === 'Space'))) return false

    const after = prefix && now.at - prefix.at < chordTime ? prefix.code : undefined
    prefix = undefined
    const bare = !now.ctrl && !now.shift
    if (bare && /^Digit\d$/.test(now.code)) {
      const action = actions.find((id) => keyRow(id).digits && onPage(id))
      if (action && dispatchDigit(keyRow(action), action, now)) return true
    }
    digit = undefined
    for (const action of actions) {
      const row = keyRow(action)
      if (onPage(action) && row.press.some((press) => matches(press, now, after)))
        return dispatch(action, row, now)
    }
    const opens =
      bare && actions.some((id) => onPage(id) && keyRow(id).press.some((press) => press.after === now.code))
    if (opens) prefix = { code: now.code, at: now.at }
    return opens
  }

  return {
    stroke,
    /** Lets go of a held key, for when the window loses the focus. */
    release: () => release(),
    page,
    /** Puts a page in front; the returned function takes it away again. */
    enter(next: Page): () => void {
      const entry = { page: next }
      stack.push(entry)
      return () => {
        const index = stack.indexOf(entry)
        if (index >= 0) stack.splice(index, 1)
      }
    },
    take(action: ActionId, next: KeyTaker): () => void {
      takers.set(action, [...(takers.get(action) ?? []), next])
      return () =>
        takers.set(
          action,
          (takers.get(action) ?? []).filter((other) => other !== next),
        )
    },
  }
}
