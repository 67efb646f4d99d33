import { useState } from 'react'
import { withUnit } from '../../shared/i18n/format.ts'
import { HOUR, shiftHours } from '../../shared/shifts/types.ts'
import { now } from '../ui/clock.ts'
import { BigButton } from '../ui/Phone.tsx'
import { Segments } from '../ui/Segments.tsx'
import type { Me } from './stage.ts'
import { useNow, useOutbox, usePhone, usePhoneWords, useSendingWords } from './use-phone.ts'

const choices = () => [...new Set([2, shiftHours.usual, 8, shiftHours.cap])].sort((a, b) => a - b)
const MINUTE = 60_000

/** On whole minutes, never past the cap. */
const until = (hours: number, from: number) => Math.floor((from + hours * HOUR) / MINUTE) * MINUTE

/** Off duty: for how long, and on. */
export function BookOnButtons({ me }: { me: Me }) {
  const { t, language, time } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const [hours, setHours] = useState<number>(shiftHours.usual)
  const waits = useWaits('BookOn')
  const at = useNow()
  return (
    <>
      <Segments
        label={t('phone:how-long')}
        options={choices().map((one) => ({ value: String(one), label: withUnit(one, 'h', language) }))}
        value={String(hours)}
        onChange={(one) => setHours(Number(one))}
      />
      <BigButton
        kind="primary"
        icon="shift"
        onPress={() => void give('BookOn', { who: me, to: until(hours, now()) })}
        refused={waits && sending()}
      >
        {t('phone:book-on', { time: time(until(hours, at)) })}
      </BigButton>
    </>
  )
}

export function BookOffButton({ me }: { me: Me }) {
  const { t } = usePhoneWords()
  const { give } = usePhone()
  const sending = useSendingWords()
  const waits = useWaits('BookOff')
  return (
    <BigButton low onPress={() => void give('BookOff', { who: me })} refused={waits && sending()}>
      {t('phone:book-off')}
    </BigButton>
  )
}

function useWaits(type: 'BookOn' | 'BookOff'): boolean {
  return useOutbox().some(({ envelope, refused }) => envelope.type === type && !refused)
}
