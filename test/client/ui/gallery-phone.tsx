import { Gauge } from '../../../client/ui/Gauge.tsx'
import { AlarmMark } from '../../../client/ui/Marks.tsx'
import { Facts, Notice } from '../../../client/ui/Panel.tsx'
import {
  BigButton,
  BigNumber,
  ButtonPair,
  Headline,
  HoldButton,
  Pad,
  PhoneFrame,
  RedHead,
  Stages,
  StatusBar,
} from '../../../client/ui/Phone.tsx'
import { Age, CountdownRing } from '../../../client/ui/Times.tsx'
import { useWords } from '../../../client/ui/words.ts'
import { ago, ahead, offset, samplesOf } from './gallery-words.ts'

const idle = (): void => undefined

export function PhoneView() {
  const { language } = useWords()
  const s = samplesOf(language)
  return (
    <PhoneFrame
      status={
        <StatusBar link="live" offset={offset}>
          {s.link}
        </StatusBar>
      }
      thumb={
        <>
          <ButtonPair>
            <BigButton icon="car" onPress={idle}>
              {s.report}
            </BigButton>
            <BigButton icon="check" onPress={idle}>
              {s.understood}
            </BigButton>
          </ButtonPair>
          <HoldButton
            holdFor={2000}
            note={s.hold}
            tooShort={s.holdLonger}
            onHeld={() => document.documentElement.setAttribute('data-held', '')}
          >
            SOS
          </HoldButton>
        </>
      }
    >
      <Headline note={s.insideNote}>{s.inside}</Headline>
      <div style={{ height: 180, background: 'var(--map)' }} />
      <Pad>
        <BigNumber value="40 м">{s.toOfficer}</BigNumber>
        <Gauge name={s.toOfficer} value={40} limit={100} max={150} keep="below" text="40 м" />
        <Facts
          facts={[
            { name: s.toBorder, value: '85 м' },
            { name: s.silence, value: <Age since={ago(0, 4)} /> },
          ]}
        />
      </Pad>
    </PhoneFrame>
  )
}

export function PhoneSosView() {
  const { language } = useWords()
  const s = samplesOf(language)
  return (
    <PhoneFrame
      thumb={
        <>
          <BigButton kind="primary" icon="check" onPress={idle}>
            {s.accept}
          </BigButton>
          <ButtonPair>
            <BigButton low onPress={idle}>
              {s.cannot}
            </BigButton>
            <BigButton low onPress={idle} refused={s.noPolice}>
              {s.report}
            </BigButton>
          </ButtonPair>
          <HoldButton kind="normal" holdFor={3000} tooShort={s.holdLonger} onHeld={idle}>
            {s.hold}
          </HoldButton>
        </>
      }
    >
      <RedHead aside={<Age since={ago(2, 41)} />} note={s.seen}>
        {s.sosSent}
      </RedHead>
      <Stages
        label={s.sosSent}
        stages={[
          { id: '1', title: s.sent, note: '4G', time: '21:44:31', done: true },
          { id: '2', title: s.stored, time: '21:44:32', done: true },
          { id: '3', title: s.comes, note: '96 м', done: false },
        ]}
      />
      <Notice tone="level2" mark={<AlarmMark level={2} size={30} />} title={s.outside}>
        {s.insideNote}
      </Notice>
      <Pad>
        <CountdownRing from={ago(0, 48)} until={ahead(0, 42)} label={s.left} />
      </Pad>
    </PhoneFrame>
  )
}
