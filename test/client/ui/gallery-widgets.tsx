import { type ReactNode, useState } from 'react'
import { ProbabilityBar, RampLegend, SparkBars, StaffingStrip } from '../../../client/ui/Bars.tsx'
import { Button } from '../../../client/ui/Button.tsx'
import { Chip, RuleLine } from '../../../client/ui/Chip.tsx'
import { Dialog } from '../../../client/ui/Dialog.tsx'
import { Gauge } from '../../../client/ui/Gauge.tsx'
import { Icon, type IconName } from '../../../client/ui/Icons.tsx'
import { KeyHelp } from '../../../client/ui/KeyHelp.tsx'
import { AlarmMark, Lamp, Pips, StepChain, Ticks } from '../../../client/ui/Marks.tsx'
import { Empty, Figure, Figures, Notice } from '../../../client/ui/Panel.tsx'
import { SectionHead } from '../../../client/ui/SectionHead.tsx'
import { Age, CountdownRing } from '../../../client/ui/Times.tsx'
import { usePage } from '../../../client/ui/use-key.ts'
import { useWords } from '../../../client/ui/words.ts'
import { ago, ahead, samplesOf } from './gallery-words.ts'

const idle = (): void => undefined
const icons: IconName[] = [
  'arrow-right',
  'arrow-up',
  'arrow-down',
  'arrow-back',
  'chevron-down',
  'chevron-right',
  'bell',
  'bell-off',
  'building',
  'car',
  'check',
  'clock',
  'cordon',
  'cross',
  'enter',
  'flag',
  'lens',
  'lock',
  'message',
  'minus',
  'note',
  'pause',
  'person',
  'phone',
  'pin',
  'plus',
  'radio',
  'settings',
  'shift',
  'stadium',
  'undo',
]
const staffing = {
  calm: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
  surplus: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2],
  short: [4, 4, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 2, 2, 4, 4],
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section style={{ background: 'var(--bg1)', breakInside: 'avoid' }}>
      <SectionHead title={title} />
      <div style={{ padding: 12, display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
        {children}
      </div>
    </section>
  )
}

export function WidgetsView() {
  usePage('proposal')
  const { language } = useWords()
  const s = samplesOf(language)
  const asked = new URLSearchParams(location.search)
  const [dialog, setDialog] = useState(asked.has('dialog'))
  return (
    <main
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(380px, 1fr))',
        gap: 1,
        alignItems: 'stretch',
      }}
    >
      <h1 className="unseen">Serik</h1>
      <Block title="Button">
        <Button kind="primary" large action="confirm" onPress={idle}>
          {s.send}
        </Button>
        <Button action="row.replace" onPress={() => setDialog(true)}>
          {s.propose}
        </Button>
        <Button action="row.remove" icon="cross" onPress={idle}>
          {s.take}
        </Button>
        <Button kind="danger" onPress={idle}>
          {s.officerNear}
        </Button>
        <Button action="propose" refused={<RuleLine id="D3">{s.noPolice}</RuleLine>} onPress={idle}>
          {s.propose}
        </Button>
        <Button action="alarm.officer-with" kind="danger" onPress={idle}>
          {s.officerNear}
        </Button>
      </Block>
      <Block title="Chip, RuleId">
        <Chip>{s.onScene}</Chip>
        <Chip tone="red">SOS</Chip>
        <Chip tone="amber">{s.outside}</Chip>
        <Chip tone="advice">{s.notOrder}</Chip>
        <RuleLine id="D12">{s.noPolice}</RuleLine>
      </Block>
      <Block title="StepChain">
        <StepChain length={5} at={0} asked={1} label="1" />
        <StepChain length={5} at={3} label="4" />
        <StepChain length={5} at={1} state="late" label="2" />
        <StepChain length={5} at={3} state="held" label="4" />
        <StepChain length={5} at={2} state="broken" label="3" />
        <StepChain length={5} at={5} label="5" />
      </Block>
      <Block title="Pips, Ticks, Lamp">
        <Pips needed={3} there={3} label="3 / 3" />
        <Pips needed={4} there={3} label="3 / 4" />
        <Pips needed={4} there={1} coming={2} label="1 / 4" />
        <Pips needed={4} there={1} coming={2} late label="1 / 4" />
        <Pips needed={2} there={4} label="4 / 2" />
        <Ticks delivered={false} read={false} understood={false} label="0" />
        <Ticks delivered read={false} understood={false} label="1" />
        <Ticks delivered read understood label="3" />
        <Lamp state="live" />
        <Lamp state="stale" />
        <Lamp state="off" />
      </Block>
      <Block title="Gauge">
        <div style={{ width: '100%' }}>
          <Gauge name={s.toOfficer} value={40} limit={100} max={150} keep="below" text="40 м" />
          <Gauge name={s.toOfficer} value={105} limit={100} max={150} keep="below" text="105 м" />
          <Gauge name={s.toBorder} value={-34} limit={30} max={300} keep="above" text="−34 м" />
          <Gauge name={s.silence} value={50} limit={120} max={180} keep="below" text="0:50" frozen />
        </div>
      </Block>
      <Block title="AlarmMark">
        {([1, 2, 3] as const).map((level) => (
          <AlarmMark key={level} level={level} label={`${level}`} />
        ))}
        {([1, 2, 3] as const).map((level) => (
          <AlarmMark key={level} level={level} size={38} />
        ))}
        <Age since={ago(2, 41)} />
        <Age since={ago(185)} />
        <CountdownRing from={ago(0, 48)} until={ahead(0, 42)} label={s.left} />
      </Block>
      <Block title="StaffingStrip, ProbabilityBar">
        {Object.entries(staffing).map(([name, values]) => (
          <div key={name} style={{ width: '100%', height: 30 }}>
            <StaffingStrip
              staffing={values}
              minimum={name === 'surplus' ? 2 : 4}
              now={3.2}
              reliefs={[4, 11]}
              label={name}
            />
          </div>
        ))}
        <div style={{ width: 160 }}>
          <ProbabilityBar share={0.76} label="76 %" />
        </div>
        <div style={{ width: 160 }}>
          <ProbabilityBar share={0.52} tick={0.75} label="52 / 75 %" />
        </div>
        <div style={{ width: 160 }}>
          <ProbabilityBar share={0.4} tone="advice" label="40 %" />
        </div>
        <div style={{ width: 240 }}>
          <RampLegend steps={['8', '20', '40', '60', '80+']} />
        </div>
        <SparkBars values={[1, 0, 2, 1, 0, 9, 3, 1, 12, 2, 1, 3]} limit={10} label={s.rate} />
      </Block>
      <Block title="Notice, Empty, Figures">
        <div style={{ width: '100%' }}>
          <Notice
            tone="level2"
            mark={<AlarmMark level={2} size={20} />}
            title={s.outside}
            aside={
              <span className="strong">
                <Age since={ago(6, 12)} />
              </span>
            }
          >
            {s.noPolice}
          </Notice>
          <Notice tone="advice" title={s.notOrder}>
            {s.insideNote}
          </Notice>
          <Empty>{s.noTasks}</Empty>
          <Figures>
            <Figure value="6 / 6">{s.tasks}</Figure>
            <Figure value="1" amber>
              {s.outside}
            </Figure>
            <Figure value="6 184">{s.assistants}</Figure>
          </Figures>
        </div>
      </Block>
      <Block title="Icons">
        {icons.map((name) => (
          <Icon key={name} name={name} />
        ))}
        {icons.map((name) => (
          <Icon key={name} name={name} size={22} />
        ))}
      </Block>
      <Dialog
        title={s.outside}
        open={dialog}
        onClose={() => setDialog(false)}
        level={2}
        actions={
          <Button kind="primary" action="confirm" onPress={idle}>
            {s.take}
          </Button>
        }
      >
        {s.noPolice}
      </Dialog>
      <KeyHelp page="patrol" open={asked.has('keys')} onClose={idle} />
    </main>
  )
}
