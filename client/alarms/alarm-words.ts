import type { Alarm } from '../../shared/alarms/types.ts'
import { clockTime, distance, type Language } from '../../shared/i18n/format.ts'
import type { Translate } from '../../shared/i18n/keys.ts'

/** The rule of the law an alarm is about, if any. */
export const ruleOf = ({ kind, params }: Pick<Alarm, 'kind' | 'params'>): string | null =>
  kind === 'perimeter-left' || kind === 'never-inside'
    ? 'D6'
    : kind === 'partner-lost'
      ? 'D11'
      : kind === 'shift-overrun'
        ? 'D5'
        : kind === 'gate-lost'
          ? String(params.rule ?? '')
          : kind === 'force-used'
            ? 'D12'
            : null

/** What happened, as a sentence with the alarm's numbers. */
export function alarmSentence(
  { kind, params, offDuty, count }: Pick<Alarm, 'kind' | 'params' | 'offDuty' | 'count'>,
  t: Translate,
  language: Language,
  offset: number,
): string {
  const metres = distance(Number(params.metres ?? 0), language)
  const time = (at: unknown) => clockTime(Number(at ?? 0), offset, false)
  const again = count > 1 ? ` · ${t('alarms:times', { count })}` : ''
  switch (kind) {
    case 'sos':
      return t(offDuty ? 'alarms:is.sos-off-duty' : 'alarms:is.sos') + again
    case 'perimeter-left':
      return t('alarms:is.perimeter-left', { distance: metres })
    case 'never-inside':
      return t('alarms:is.never-inside', { distance: metres })
    case 'contact-lost':
      return t('alarms:is.contact-lost', { time: time(params.since) })
    case 'partner-lost':
      return t('alarms:is.partner-lost', {
        people: t('terms:assistants', { count: Number(params.people ?? 0) }),
      })
    case 'offer-unanswered':
      return t('alarms:is.offer-unanswered')
    case 'shift-overrun':
      return t('alarms:is.shift-overrun', { time: time(params.to) })
    case 'under-minimum':
      return t('alarms:is.under-minimum', {
        present: Number(params.present ?? 0),
        minimum: Number(params.minimum ?? 0),
      })
    case 'gate-lost':
      return t('alarms:is.gate-lost')
    case 'force-used':
      return t(params.late ? 'alarms:is.force-late' : 'alarms:is.force-used')
    case 'uninvited':
      return t('alarms:is.uninvited', { number: Number(params.number ?? 0), time: time(params.since) })
  }
}
