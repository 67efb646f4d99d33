import { distance, duration, type Language, withUnit } from '../../shared/i18n/format.ts'
import { AlarmMark } from '../ui/Marks.tsx'
import { Headline } from '../ui/Phone.tsx'
import { useTickingText } from '../ui/ticker.ts'
import styles from './field.module.css'
import type { Truth } from './truth.ts'
import { usePhoneWords } from './use-phone.ts'

/** The one sentence that is the truth now. What is wrong has a mark and a ground of its own. */
export function TruthLine({ truth, place }: { truth: Truth; place: string }) {
  const { t, language, time } = usePhoneWords()
  const params = {
    place,
    time: truth.at === undefined ? '' : time(truth.at),
    distance: truth.metres === undefined ? '' : distance(truth.metres, language),
  }
  const note =
    truth.code === 'hold'
      ? t(`phone:hold.${truth.rule}` as 'phone:hold.desk')
      : t(`phone:truth.${truth.code}.note` as 'phone:truth.go.note', params)
  const sentence = t(`phone:truth.${truth.code}` as 'phone:truth.go', params)
  if (!truth.warn) return <Headline note={note}>{sentence}</Headline>
  return (
    <div className={`${styles.notice} ${styles.warn}`} role="status">
      <AlarmMark level={2} size={28} />
      <div>
        <h1 style={{ fontSize: 24, lineHeight: '28px' }}>{sentence}</h1>
        <p>{note}</p>
      </div>
    </div>
  )
}

/** "4 s ago", written by the page's ticker. */
export function Ago({ at }: { at: number }) {
  const { t, language } = usePhoneWords()
  const ref = useTickingText((now) => t('phone:ago', { age: ageWords(now - at, language) }))
  return <b className="num" ref={ref} />
}

/** 4 s, 6 min, 1:05 h */
export function ageWords(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  if (seconds < 60) return withUnit(seconds, 's', language)
  return seconds < 3_600 ? withUnit(Math.floor(seconds / 60), 'min', language) : duration(ms, language)
}
