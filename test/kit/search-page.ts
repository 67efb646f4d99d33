import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import type { LatLng } from '../../shared/geo/lat-lng.ts'
import type { Operation, Place } from '../../shared/operations/types.ts'
import type { SweepLine } from '../../shared/search-theory/lanes.ts'
import type { Task } from '../../shared/tasks/types.ts'
import type { Connected } from './connect.ts'
import { handsOn } from './hands.ts'
import { russianWords } from './russian-words.ts'
import type { searchParty } from './search-party.ts'
import type { Served } from './server.ts'

/** Half of the last digit on the desk, in hundredths. */
const rounding = 0.051
const patience = { timeout: 15_000, interval: 50 }

interface Parts {
  page: Page
  server: Served
  party: Awaited<ReturnType<typeof searchParty>>
  /** The IPP. */
  base: LatLng
  /** Another desk of the same officer, to ask the server what it measures. */
  desk: Pick<Connected, 'read'>
}

/** The one search of a store as its coordinator works on it, in Russian. */
export function searchPage({ page, server, party, base, desk }: Parts) {
  const t = russianWords('case', 'operations', 'proposals', 'search')
  const { board } = server.app.live
  const hands = handsOn(page)
  const operation = () => [...board.operation.values()][0] as Operation
  const segment = (letter: string) =>
    [...board.place.values()].find((place) => place.letter === letter) as Place
  const rows = () => hands.list(t('search:best-next')).getByRole('listitem')
  const eventually = <T>(what: string, look: () => T | undefined | null | false) =>
    vi.waitFor(() => {
      const found = look()
      if (!found) throw new Error(`not yet: ${what}`)
      return found
    }, patience)

  return {
    ...{ operation, segment, eventually },

    /** A part of the search's file, by its line there. */
    async openPart(name: string) {
      await hands.key('x')
      await hands.list(t('case:sections')).getByRole('button', { name }).click()
    },

    /** Every line of "where next" promises what the pure function promises for the same search. */
    async gainsAgree() {
      const expected = await party.gains(operation().id, base, desk)
      expect(expected[0]).toBeGreaterThan(10 * rounding)
      await vi.waitFor(async () => {
        const texts = await rows().allTextContents()
        const shown = texts.map((row) => Number(/\+(\d+,\d)/.exec(row)?.[1]?.replace(',', '.')))
        const agree = expected.map((gain, n) => Math.abs((shown[n] ?? Number.NaN) - gain) <= rounding)
        if (shown.length === expected.length && agree.every(Boolean)) return
        throw new Error(`shown ${shown}, reckoned ${expected}`)
      }, patience)
    },

    /** A line of "where next" leads to the segment, and from there a team is sent. */
    async sendBy(row: string, letter: string): Promise<Task> {
      await party.standAt(base)
      await rows().getByRole('button', { name: row }).click()
      await hands.press(t('search:send-team'))
      const send = t('proposals:approve-and-send', { count: 1 })
      await page.getByRole('button', { name: send, disabled: false }).click()
      const task = await eventually(`a team to ${letter}`, () =>
        [...board.task.values()].find(({ place, endedAt }) => place === segment(letter).id && !endedAt),
      )
      await party.goTo(task.id)
      expect(party.peopleOf(task)).toHaveLength(1 + segment(letter).slots.length)
      return task
    },

    async setLine(letter: string, spacing: number): Promise<SweepLine> {
      await hands.press(t('search:line-set'))
      await hands.fillNumber(t('search:line-spacing'), spacing)
      await hands.press(t('operations:save'))
      return eventually(`the line of ${letter}`, () => segment(letter).line)
    },

    /** The desk is opened anew after a walk: what it measures is of now. */
    async record(letter: string) {
      const before = segment(letter).searches.length
      await page.reload()
      const table = page.getByRole('table', { name: t('search:segments') })
      await table.getByRole('button', { name: letter, exact: true }).click()
      await hands.shows(t('search:coverage-formula'))
      await hands.press(t('search:record'))
      await eventually(`the sweep of ${letter}`, () => segment(letter).searches.length > before)
    },

    /** Hectares of a segment's hole as its line in "where next" has them, once they are as wanted. */
    async holeShown(letter: string, wanted: (area: number) => boolean): Promise<number> {
      const [before, after] = t('search:hole-of', { letter, area: '#' }).split('#') as [string, string]
      return vi.waitFor(async () => {
        const texts = await rows().allTextContents()
        const shown = texts.flatMap((row) => new RegExp(`${before}([\\d,]+)${after}`).exec(row)?.[1] ?? [])
        const area = Number(shown[0]?.replace(',', '.'))
        if (!wanted(area)) throw new Error(`another hole than wanted: ${texts}`)
        return area
      }, patience)
    },
  }
}
