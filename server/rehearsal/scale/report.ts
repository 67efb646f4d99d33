import { delayOf } from '../../../rehearsal/judge.ts'
import type { ScaleFigures } from './rehearse.ts'

/** The figures as one object for a line of JSON, and as lines for people. */
export function reportOf({ options, seconds, counts, alarms, verdict, desks, server }: ScaleFigures) {
  const { assistants, units, sockets } = options
  const json = {
    ...{ assistants, units, sockets, desks: options.desks, seconds: round(seconds) },
    ...{ fixes: counts.fixes, accepted: counts.accepted, dropped: counts.dropped },
    ...{ offersAnswered: counts.answered, alarms },
    ...{ commands: counts.commands, refused: counts.refused, unanswered: counts.unanswered },
    ...{ delayMedian: delayOf(verdict, 0.5), delay99: delayOf(verdict, 0.99) },
    ...{ checked: verdict.checked, lost: verdict.lost },
    ...{ looks: verdict.looks, late: verdict.late, wrong: verdict.wrong },
    ...{ rssMegabytes: round(server.rss / 2 ** 20), cpu: round(server.cpu) },
    ...{ cpuPerMillionFixes: round(server.cpuPerMillion), loopLag99: round(server.lag) },
    ...{ bytesPerShownFix: round(desks.bytes / desks.shown), bytesPerSocket: Math.round(server.perSocket) },
    ...{ framesRefused: desks.refused, desksCutOff: desks.cuts },
  }
  const codes = (by: Record<string, number>) =>
    Object.entries(by)
      .map(([code, times]) => `${code} ${times}`)
      .join(', ') || 'none'
  const text = `People       ${assistants} assistants and ${units} units on duty, ${sockets} of them on phones, ${options.desks} desks, ${json.seconds} s
Fixes        ${json.fixes} given, ${json.accepted} accepted; dropped: ${codes(json.dropped)}
Work         ${json.offersAnswered} offers answered, ${alarms} alarms, ${json.commands} commands done; refused: ${codes(json.refused)}; unanswered: ${json.unanswered}
Fix to desk  ${json.delayMedian} ms median, ${json.delay99} ms 99th percentile
Places       ${json.lost} lost of ${json.checked} at the end; ${json.late} late of ${json.looks} looks; ${json.wrong} wrong
Server       ${json.rssMegabytes} MB, ${json.cpu} of a core, ${json.cpuPerMillionFixes} CPU seconds per million fixes, loop ${json.loopLag99} ms late (99th percentile)
Wire         ${json.bytesPerShownFix} bytes per fix shown, ${json.bytesPerSocket} bytes of memory per phone; ${json.framesRefused} frames refused, ${json.desksCutOff} desks cut off`
  return { json, text }
}

const round = (value: number): number => Number(value.toPrecision(4))
