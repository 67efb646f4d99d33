import { duration, type Language, number, percent, withUnit } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'
import { type Limited, limits } from '../../shared/system/limits.ts'
import type { NodeFigures, Took } from '../../shared/system/types.ts'

/** What one figure of a node says, and what it is compared with, is said in the words of the desk. */
interface FigureWords {
  t: Translate
  language: Language
}

/** 8 мс, 2,4 с, 02:41 */
function timeText({ language }: FigureWords, ms: number): string {
  if (ms < 1_000) return withUnit(Math.round(ms), 'ms', language)
  return ms < 60_000
    ? withUnit(number(ms / 1000, language, ms < 9_950 ? 1 : 0), 's', language)
    : duration(ms, language)
}

export function limitText(words: FigureWords, of: Limited, level: 'late' | 'bad'): string {
  const value: number = limits[of][level]
  if (of === 'diskTaken') return words.t('system:disk-taken', { share: percent(1 - value, words.language) })
  if (of === 'framesDropped') return percent(value, words.language)
  const time = timeText(words, value)
  return of === 'append' ? words.t('system:append-limit', { time }) : time
}

const took = (words: FigureWords, spread: Took | null): string =>
  spread === null
    ? words.t('system:nothing')
    : words.t('system:took', {
        median: timeText(words, spread.median),
        p99: timeText(words, spread.p99),
      })

export function figureText(words: FigureWords, of: Limited, figures: NodeFigures): string {
  const { t, language } = words
  switch (of) {
    case 'commands':
    case 'fixToDesk':
      return took(words, figures[of])
    case 'loopLag':
      return timeText(words, figures.loopLag)
    case 'framesDropped': {
      const { framesDropped: dropped, framesSent } = figures
      const all = dropped + framesSent
      if (all === 0) return t('system:nothing')
      const share = percent(dropped / all, language, 1)
      return t('system:frames-of', { share, dropped: number(dropped, language), all: number(all, language) })
    }
    case 'relayAge':
      return figures.relayAge === null
        ? t('system:alone')
        : t('system:append-ago', { time: timeText(words, figures.relayAge) })
    case 'append': {
      const { appendAge, appendsWaiting: count } = figures
      if (appendAge === null) return t('system:append-none')
      const time = timeText(words, appendAge)
      return count > 0 ? t('system:append-waiting', { time, count }) : t('system:append-ago', { time })
    }
    case 'diskTaken': {
      const gigabytes = (bytes: number) => number(bytes / 1e9, language, bytes < 9.95e9 ? 1 : 0)
      const { free, total } = figures.disk
      return t('system:disk-free', { free: gigabytes(free), total: gigabytes(total) })
    }
  }
}
