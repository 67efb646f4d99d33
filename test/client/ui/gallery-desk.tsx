import { useState } from 'react'
import { SparkBars } from '../../../client/ui/Bars.tsx'
import { Button } from '../../../client/ui/Button.tsx'
import { Chip, RuleId } from '../../../client/ui/Chip.tsx'
import { CommandLine, type Completion } from '../../../client/ui/CommandLine.tsx'
import { Desk, Stamp } from '../../../client/ui/Desk.tsx'
import { Gauge } from '../../../client/ui/Gauge.tsx'
import { Icon } from '../../../client/ui/Icons.tsx'
import { Keycap } from '../../../client/ui/Keycap.tsx'
import { Ladder } from '../../../client/ui/Ladder.tsx'
import { AlarmMark, Lamp, Pips, StepChain, Ticks } from '../../../client/ui/Marks.tsx'
import { Facts, Panel, PanelTitle } from '../../../client/ui/Panel.tsx'
import { Row, Rows } from '../../../client/ui/Row.tsx'
import { ScrollList } from '../../../client/ui/ScrollList.tsx'
import { SectionHead } from '../../../client/ui/SectionHead.tsx'
import { Strip, StripRow } from '../../../client/ui/StripRow.tsx'
import { Table } from '../../../client/ui/Table.tsx'
import { Age, Countdown, TimeWindowBar } from '../../../client/ui/Times.tsx'
import { TopBar, TopCell, TopClock } from '../../../client/ui/TopBar.tsx'
import { usePage } from '../../../client/ui/use-key.ts'
import { useWords } from '../../../client/ui/words.ts'
import { distance } from '../../../shared/i18n/format.ts'
import { ago, ahead, offset, samplesOf } from './gallery-words.ts'

const idle = (): void => undefined
const actions = ['go.patrol', 'go.event', 'go.search', 'go.registry'] as const
const tasks = [
  {
    id: '1',
    unit: 'Алатау-11',
    team: 'Нұрлан Б., Ким В.',
    place: 'Курмангазы – Абая',
    at: 3,
    since: ago(52, 10),
  },
  { id: '2', unit: 'Алатау-12', team: 'Әлия С., Иванов П.', place: 'Масанчи', at: 3, since: ago(47, 35) },
  {
    id: '3',
    unit: 'Алатау-14',
    team: 'Ахметова А., Сериков Д.',
    place: 'Абая / Байтурсынова',
    at: 3,
    since: ago(31, 2),
  },
  {
    id: '4',
    unit: 'Алатау-15',
    team: 'Цой Е., Төлеген М., Пак И.',
    place: 'Сатпаева',
    at: 2,
    since: ago(4, 18),
  },
  {
    id: '5',
    unit: 'Алатау-17',
    team: 'Қасым Ж., Орлова Т.',
    place: 'Назарбаева / Абая',
    at: 1,
    since: ago(9, 40),
    late: true,
  },
]
const people = [
  { id: 'a', name: 'Ахметова Айгерим', level: 1 as const, officer: 96, border: 141, silence: 26 },
  { id: 'b', name: 'Сериков Данияр', officer: 27, border: 98, silence: 12 },
  { id: 'c', name: 'Ли Артём', level: 2 as const, officer: 105, border: -34, silence: 6 },
]

function Gauges({
  officer,
  border,
  silence,
  frozen,
}: {
  officer: number
  border: number
  silence: number
  frozen: boolean
}) {
  const { language } = useWords()
  const s = samplesOf(language)
  return (
    <>
      <Gauge
        name={s.toOfficer}
        value={officer}
        limit={100}
        max={150}
        keep="below"
        text={distance(officer, language)}
        frozen={frozen}
      />
      <Gauge
        name={s.toBorder}
        value={border}
        limit={30}
        max={300}
        keep="above"
        text={distance(border, language)}
        frozen={frozen}
      />
      <Gauge
        name={s.silence}
        value={silence}
        limit={120}
        max={180}
        keep="below"
        text={`0:${String(silence).padStart(2, '0')}`}
        frozen={frozen}
      />
    </>
  )
}

export function DeskView() {
  usePage('patrol')
  const { language } = useWords()
  const s = samplesOf(language)
  const [chosen, choose] = useState('3')
  const [open, setOpen] = useState(true)
  const [text, setText] = useState('3 подк')
  const lost = new URLSearchParams(location.search).has('lost')
  const completions: Completion[] = [
    { id: 'one', line: '3 подкрепление 15', does: 'Алатау-15 к посту 3, 1:50 пути' },
    { id: 'two', line: '3 подкрепление 26', does: 'Алатау-26, свободен, 3:20 пути' },
    {
      id: 'three',
      line: '3 подкрепление 23',
      does: '',
      refused: { rule: 'D5', because: 'смена окончена в 21:30' },
    },
  ]
  return (
    <Desk
      lost={lost}
      labels={{ left: s.operations, map: s.onMap, right: '1187', alarms: s.alarms }}
      top={
        <TopBar
          scope={s.scope}
          linksLabel={s.operations}
          links={s.pages.map((label, index) => ({
            id: label,
            label,
            href: '#',
            current: index === 0,
            action: actions[index],
            onGo: idle,
          }))}
        >
          <div className="only-l">
            <span className="dim small">{s.alarms}</span>
            <SparkBars values={[1, 0, 2, 1, 0, 0, 3, 1, 0, 2, 1, 3]} limit={10} label={s.rate} />
          </div>
          <div className="small">{s.rate}</div>
          <TopCell>
            <Lamp state={lost ? 'off' : 'live'} />
            <span className={lost ? 'red' : undefined}>{s.link}</span>
            <span className="num dim">0,4 с</span>
          </TopCell>
          <TopClock offset={offset} />
          <TopCell>
            <b>Н. Әбенова</b>
            <Keycap parts={['L']} />
          </TopCell>
        </TopBar>
      }
      left={
        <>
          {lost && <Stamp>21:47:12</Stamp>}
          <Panel>
            <SectionHead
              title={s.operations}
              count={3}
              note={s.needed}
              action="show.operations"
              onAction={idle}
            />
            <Rows label={s.operations}>
              <Row
                lead={<Icon name="car" />}
                title="Патруль «Абая – Сейфуллина»"
                note="20:00–24:00"
                end={
                  <span className="tiny num">
                    1187
                    <br />
                    19 / 19
                  </span>
                }
                selected
                onChoose={idle}
              />
              <Row
                lead={<Icon name="stadium" />}
                title="Кубковый матч, Центральный стадион"
                note="18:00–22:30"
                end={
                  <span className="tiny num">
                    1190
                    <br />
                    <span className="flow amber">
                      <AlarmMark level={2} size={13} />
                      <b className="amber">71 / 72</b>
                    </span>
                  </span>
                }
                onChoose={idle}
              />
              <Row
                lead={<Icon name="lens" />}
                title="Омаров К., 71, Медеу"
                note="2"
                end={
                  <span className="tiny num">
                    1184
                    <br />
                    15 / 15
                  </span>
                }
                onChoose={idle}
              />
            </Rows>
            <SectionHead
              title={s.tasks}
              count={tasks.length}
              action="show.tasks"
              onAction={idle}
              loading={{ done: 3, of: 9 }}
            />
            <ScrollList items={tasks} keyOf={(task) => task.id} label={s.tasks} lines={2} selected={chosen}>
              {({ id, unit, team, place, at, since, late }) => (
                <Row
                  lead={<Keycap parts={[id]} />}
                  title={
                    <>
                      {unit} <span style={{ fontWeight: 400 }}>{team}</span>
                    </>
                  }
                  note={place}
                  selected={id === chosen}
                  onChoose={() => choose(id)}
                  end={
                    <>
                      <div className="flow" style={{ justifyContent: 'flex-end' }}>
                        <StepChain
                          length={5}
                          at={at}
                          state={late ? 'late' : 'fine'}
                          label={late ? s.late : s.onScene}
                        />
                      </div>
                      <div className="small">
                        {late ? s.late : s.onScene}{' '}
                        <span className="strong">
                          <Age since={since} />
                        </span>
                      </div>
                    </>
                  }
                />
              )}
            </ScrollList>
            <SectionHead title={s.forces} note="21:47" action="show.forces" onAction={idle} />
            <Table
              label={s.forces}
              keyOf={(row) => row.name}
              rows={[
                { name: s.units, on: 23, free: 4 },
                { name: s.assistants, on: 61, free: 11 },
              ]}
              columns={[
                { id: 'name', head: <span className="unseen">{s.forces}</span>, cell: ({ name }) => name },
                {
                  id: 'on',
                  head: s.onDuty,
                  align: 'right',
                  cell: ({ on }) => <span className="num">{on}</span>,
                },
                {
                  id: 'free',
                  head: s.free,
                  align: 'right',
                  cell: ({ free }) => <span className="num strong">{free}</span>,
                },
              ]}
            />
          </Panel>
        </>
      }
      map={
        <CommandLine
          open={open}
          onOpen={() => setOpen(true)}
          onClose={() => setOpen(false)}
          text={text}
          onText={setText}
          completions={completions}
          onRun={({ line }) => setText(`${line} `)}
        />
      }
      right={
        <>
          {lost && <Stamp>21:47:12</Stamp>}
          <Panel
            actions={
              <>
                <Button action="message.write" onPress={idle}>
                  {s.message}
                </Button>
                <Button action="roll-call" onPress={idle}>
                  {s.rollCall}
                </Button>
                <Button action="propose" onPress={idle} refused={lost ? s.noPolice : undefined}>
                  {s.propose}
                </Button>
              </>
            }
          >
            <PanelTitle
              above={
                <>
                  <span className="num">1187</span> {s.pages[0]}
                </>
              }
              title="Абая – Сейфуллина"
            >
              <div style={{ margin: '6px 0 8px' }}>
                <TimeWindowBar from={ago(107)} to={ahead(133)} offset={offset} />
              </div>
              <Facts
                facts={[
                  {
                    name: '1187-3',
                    value: (
                      <>
                        18 / 19 <Ticks delivered read understood={false} label="18 / 19" />
                      </>
                    ),
                  },
                  {
                    name: '245-VIII',
                    value: (
                      <>
                        <RuleId id="D7" /> PATROL
                      </>
                    ),
                    wideOnly: true,
                  },
                ]}
              />
            </PanelTitle>
            <SectionHead title={s.tasks} wideOnly />
            <Rows label={s.tasks}>
              <Row
                title="Сатпаева"
                end={
                  <span className="flow">
                    <Pips needed={4} there={0} coming={4} label="4" /> 0 / 4
                  </span>
                }
              />
              <Row
                title="Назарбаева / Абая"
                end={
                  <span className="flow amber">
                    <Pips needed={4} there={1} coming={2} late label="1 / 4" /> 1 / 4
                  </span>
                }
              />
            </Rows>
            <SectionHead title={s.assistants} note="3" />
            <Rows label={s.assistants}>
              {people.map(({ id, name, level, ...gauges }) => (
                <Row
                  key={id}
                  level={level}
                  title={name}
                  end={
                    <span className="flow">
                      {level === 1 && <Chip tone="red">SOS</Chip>}
                      {level === 2 && <Chip tone="amber">{s.outside}</Chip>}
                      <Ticks delivered read understood={level !== 2} label={name} />
                    </span>
                  }
                  below={<Gauges {...gauges} frozen={lost} />}
                />
              ))}
            </Rows>
          </Panel>
        </>
      }
      alarms={
        <>
          {lost && <Stamp>21:47:12</Stamp>}
          <Strip>
            <StripRow
              level={1}
              mark={<AlarmMark level={1} label="1" />}
              kind={<b>SOS</b>}
              start="21:44:31"
              subject={
                <>
                  <b>Ахметова Айгерим</b> Абая / Байтурсынова
                </>
              }
              doing="Алатау-14, 96 м · Алатау-15, 1:50"
              age={<Age since={ago(2, 41)} />}
              reach={
                <Ladder
                  label={s.alarms}
                  steps={[
                    { key: '1', title: 'Н. Әбенова', note: '21:47:04', state: 'done' },
                    { key: '2', title: 'С. Рахимов', note: '21:46:31', state: 'done' },
                    {
                      key: '3',
                      title: 'ЦОУ',
                      note: <Countdown until={ahead(0, 49)} />,
                      state: 'next',
                      from: ago(1),
                      until: ahead(0, 49),
                    },
                  ]}
                />
              }
              actions={
                <>
                  <Button onPress={idle} cap={['H']}>
                    {s.onMap}
                  </Button>
                  <Button kind="danger" action="alarm.officer-with" onPress={idle}>
                    {s.officerNear}
                  </Button>
                </>
              }
            />
            <StripRow
              level={2}
              mark={<AlarmMark level={2} label="2" />}
              kind={<b>{s.outside}</b>}
              start="21:46:18"
              subject={<b>Ли Артём</b>}
              doing={
                <>
                  <RuleId id="D6" /> 34 м
                </>
              }
              age={<Age since={ago(0, 54)} />}
              reach={<span className="dim">{s.link}</span>}
              actions={
                <>
                  <Button action="alarm.show" onPress={idle}>
                    {s.onMap}
                  </Button>
                  <Button kind="primary" action="alarm.own" onPress={idle}>
                    {s.take}
                  </Button>
                </>
              }
            />
          </Strip>
        </>
      }
    />
  )
}
