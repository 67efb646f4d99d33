import type { Alarm } from '../../shared/alarms/types.ts'
import { clockTime } from '../../shared/i18n/format.ts'
import { useDeskWords } from '../operations/words.ts'
import { useLink, useName } from '../store/use-store.ts'
import { Ladder, type LadderStep } from '../ui/Ladder.tsx'
import { Countdown } from '../ui/Times.tsx'
import { nextClimb } from './open-alarms.ts'

const levelOf = (level: number): '1' | '2' | '3' => (level >= 3 ? '3' : level === 2 ? '2' : '1')

/** Whom an alarm has reached: its owner, the levels it climbed, and the next one with the time until then. */
export function AlarmLadder({ alarm }: { alarm: Alarm }) {
  const { t, offset } = useDeskWords()
  const owner = useName(alarm.owner?.account)
  const lost = useLink().level === 'lost'
  const next = nextClimb(alarm)
  if (alarm.owner === null && alarm.climbed.length === 0)
    return (
      <span className="small">
        <b>{t('alarms:no-owner')}</b>{' '}
        {next && (
          <span className="dim">
            {lost ? (
              t('alarms:climb-unknown')
            ) : (
              <>
                {t(`alarms:climbs-to.${levelOf(next.level)}`)} <Countdown until={next.at} />
              </>
            )}
          </span>
        )}
      </span>
    )
  const steps: LadderStep[] = [
    ...(alarm.owner
      ? [
          {
            key: 'owner',
            title: owner ?? '…',
            note: t('alarms:owned-at', { time: clockTime(alarm.owner.at, offset) }),
            state: 'done' as const,
          },
        ]
      : []),
    ...(alarm.officerWith
      ? [
          {
            key: 'with',
            title: t('alarms:officer-with'),
            note: clockTime(alarm.officerWith.at, offset),
            state: 'done' as const,
          },
        ]
      : []),
    ...alarm.climbed.slice(alarm.owner ? -1 : -2).map(({ level, at }) => ({
      key: `level ${level}`,
      title: t(`alarms:level.${levelOf(level)}`),
      note: t('alarms:told-at', { time: clockTime(at, offset) }),
      state: 'done' as const,
    })),
    ...(next
      ? [
          {
            key: 'next',
            title: t(`alarms:level.${levelOf(next.level)}`),
            note: lost ? t('alarms:unknown') : <In until={next.at} />,
            state: 'next' as const,
            from: alarm.climbed.at(-1)?.at ?? alarm.raisedAt,
            until: next.at,
          },
        ]
      : []),
  ]
  return <Ladder label={t('alarms:ladder')} steps={steps} />
}

/** In 0:49, in the order of the language. */
function In({ until }: { until: number }) {
  const { t } = useDeskWords()
  const [before, after] = t('alarms:next-in', { time: '\n' }).split('\n')
  return (
    <>
      {before}
      <Countdown until={until} />
      {after}
    </>
  )
}
