import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CommandType } from '../shared/board/commands.ts'
import type { NodeFigures } from '../shared/system/types.ts'
import type { CommandAnswer } from '../shared/wire/command.ts'
import type { FixesAnswer } from '../shared/wire/fixes.ts'
import { lastMinutes } from './last-minutes.ts'
import type { Pipeline } from './pipeline/handle-command.ts'
import type { EventLog } from './ports/event-log.ts'
import type { FrameMeasures } from './positions/frames.ts'
import type { Positions } from './positions/positions.ts'
import type { Push } from './transport/push.ts'

const upToSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5]
/** Of one frame: enough for the distribution, and a frame of thousands costs no more than one of a few. */
const samplesPerFrame = 16
/** Commands that raise an alarm; what they take until answered is what an alarm takes until pushed. */
const raising: ReadonlySet<string> = new Set<CommandType>(['CallForHelp', 'RaiseAlarm'])

export interface Metrics {
  frames: FrameMeasures
  countFixes(positions: Positions): Positions
  countAppends(log: EventLog): EventLog
  timeCommands(pipeline: Pipeline): Pipeline
  /** Whom to ask for the number of sockets. */
  watchSockets(push: Push): void
  /** The text that Prometheus reads. */
  text(): Promise<string>
  contentType: string
  /** The last minutes of it, for the desk. */
  figures(): Omit<NodeFigures, 'store' | 'disk' | 'relayAge'>
  stop(): void
}

/** What this process counts of itself. Labels are kinds and types, never a person, an account, a call sign or a place. */
export function makeMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets: number[],
  ) => new Histogram({ name, help, labelNames, buckets, registers })
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name, help, labelNames, registers })

  const fixes = histogram(
    'serik_fix_to_dashboard_seconds',
    'From the receipt of a fix that moved a pixel to the frame that shows it being handed to the socket',
    [],
    [0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1, 2, 5],
  )
  const commands = histogram(
    'serik_command_seconds',
    'From a command to its answer, when it is durable and pushed; by: person or server',
    ['type', 'by', 'outcome'],
    upToSeconds,
  )
  const alarms = histogram(
    'serik_alarm_seconds',
    'From the command that raises an alarm to its answer, when the alarm is durable and pushed',
    ['type'],
    upToSeconds,
  )
  const received = counter('serik_fixes_total', 'Fixes that came in, by what became of them', ['outcome'])
  const taken = received.labels({ outcome: 'accepted' })
  const appends = counter('serik_appends_total', 'Appends to the log by outcome', ['outcome'])
  const events = counter('serik_events_appended_total', 'Events this node wrote to the log')
  const framesSent = counter('serik_frames_sent_total', 'Frames of positions handed to a socket')
  const frameBytes = counter('serik_frame_bytes_total', 'Bytes of those frames')
  const framesDropped = counter(
    'serik_frames_dropped_total',
    'Frames passed over because the socket had not taken the one before; a keyframe follows',
  )

  const lately = {
    commands: lastMinutes(),
    fixes: lastMinutes(),
    sent: lastMinutes(),
    dropped: lastMinutes(),
  }
  let appendedAt: number | null = null
  let waitingAppends = 0
  let waitingSince = 0
  let runningCommands = 0
  let push: Push | null = null
  new Gauge({
    name: 'serik_sockets',
    help: 'Greeted connections',
    labelNames: ['kind'],
    registers,
    collect() {
      const { desks, devices } = push?.count() ?? { desks: 0, devices: 0 }
      this.set({ kind: 'desk' }, desks)
      this.set({ kind: 'device' }, devices)
    },
  })
  new Gauge({
    name: 'serik_queue_length',
    help: 'Commands not answered yet, and appends that are not durable yet',
    labelNames: ['queue'],
    registers,
    collect() {
      this.set({ queue: 'commands' }, runningCommands)
      this.set({ queue: 'appends' }, waitingAppends)
    },
  })
  const lag = eventLoopLag(registers)

  function counted(answer: FixesAnswer): FixesAnswer {
    if (!answer.ok) return answer
    taken.inc(answer.accepted)
    for (const [outcome, fixes] of Object.entries(answer.dropped)) received.inc({ outcome }, fixes)
    return answer
  }

  async function timed(type: string, by: string, run: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
    const began = performance.now()
    runningCommands++
    let outcome = 'failed'
    try {
      const answer = await run()
      outcome = answer.ok ? 'ok' : 'refused'
      return answer
    } finally {
      runningCommands--
      const seconds = (performance.now() - began) / 1000
      commands.observe({ type, by, outcome }, seconds)
      lately.commands.add(seconds * 1000)
      if (outcome === 'ok' && raising.has(type)) alarms.observe({ type }, seconds)
    }
  }

  return {
    frames: {
      sent(bytes, times) {
        framesSent.inc(times)
        lately.sent.add(0, times)
        frameBytes.inc(bytes * times)
      },
      dropped() {
        framesDropped.inc()
        lately.dropped.add(0)
      },
      shown(nos, receivedAt, now) {
        const step = Math.max(1, Math.ceil(nos.length / samplesPerFrame))
        for (let i = 0; i < nos.length; i += step) {
          const received = receivedAt[nos[i] as number] ?? 0
          if (received <= 0) continue
          fixes.observe(Math.max(0, now - received) / 1000)
          lately.fixes.add(now - received)
        }
      },
    },
    countFixes: (positions) => ({
      ...positions,
      report: (...told) => counted(positions.report(...told)),
      reportMany: (...told) => counted(positions.reportMany(...told)),
    }),
    countAppends: (log) => ({
      ...log,
      async append(append) {
        if (waitingAppends++ === 0) waitingSince = performance.now()
        try {
          const appended = await log.append(append)
          waitingSince = performance.now()
          if (appended.ok) appendedAt = waitingSince
          appends.inc({ outcome: appended.ok ? (appended.repeated ? 'repeated' : 'written') : appended.why })
          if (appended.ok && !appended.repeated) events.inc(appended.upTo - appended.from + 1)
          return appended
        } catch (error) {
          appends.inc({ outcome: 'unavailable' })
          throw error
        } finally {
          waitingAppends--
        }
      },
    }),
    timeCommands: (pipeline) => ({
      give: (viewer, envelope) => timed(envelope.type, 'person', () => pipeline.give(viewer, envelope)),
      giveOwn: (reason, type, body) => timed(type, 'server', () => pipeline.giveOwn(reason, type, body)),
    }),
    watchSockets(of) {
      push = of
    },
    text() {
      if (!registry.getSingleMetric('process_cpu_seconds_total'))
        collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 1000 })
      return registry.metrics()
    },
    contentType: registry.contentType,
    figures: () => ({
      ...(push?.count() ?? { desks: 0, devices: 0 }),
      appendAge: appendedAt === null ? null : performance.now() - appendedAt,
      appendsWaiting: waitingAppends,
      appendWait: waitingAppends > 0 ? performance.now() - waitingSince : null,
      commands: lately.commands.spread(),
      fixToDesk: lately.fixes.spread(),
      loopLag: lag.lately(),
      framesSent: lately.sent.spread()?.count ?? 0,
      framesDropped: lately.dropped.spread()?.count ?? 0,
    }),
    stop: lag.stop,
  }
}

/** How late timers come: for Prometheus since its last reading, for the desk in the last minute or two. */
function eventLoopLag(registers: Registry[]): { lately(): number; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const recent = monitorEventLoopDelay({ resolution: 20 })
  recent.enable()
  let before = 0
  const milliseconds = () => Math.max(0, recent.percentile(99) / 1e6 - 20)
  const turn = setInterval(() => {
    before = milliseconds()
    recent.reset()
  }, 60_000)
  turn.unref()
  new Gauge({
    name: 'serik_event_loop_lag_seconds',
    help: 'How late the event loop was since the last reading',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const [quantile, value] of [
        ['0.5', delay.percentile(50)],
        ['0.99', delay.percentile(99)],
        ['1', delay.max],
      ] as const)
        this.set({ quantile }, Math.max(0, value / 1e9 - 0.02))
      delay.reset()
    },
  })
  return {
    lately: () => Math.max(before, milliseconds()),
    stop() {
      clearInterval(turn)
      delay.disable()
      recent.disable()
    },
  }
}
