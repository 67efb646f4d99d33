import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { pino } from 'pino'
import { Past } from '../shared/board/past.ts'
import { enact } from '../shared/law-book/parameters.ts'
import type { App } from './app.ts'
import { makeEnrolment } from './auth/enrolment.ts'
import { makeSessions } from './auth/sessions.ts'
import { type Config, StartRefused } from './config.ts'
import { makeMetrics } from './metrics.ts'
import { makePipeline } from './pipeline/handle-command.ts'
import { liveBoard } from './pipeline/live-board.ts'
import { startPruning } from './pipeline/pruning.ts'
import { startReactors } from './pipeline/reactors.ts'
import { type Clock, systemClock } from './ports/clock.ts'
import { StoreUnavailable } from './ports/event-log.ts'
import type { Stores } from './ports/stores.ts'
import { tracksOfEveryNode } from './positions/every-node.ts'
import { makePositions } from './positions/make-positions.ts'
import { accessRecorder } from './reads/access.ts'
import { measureSegment } from './reads/coverage.ts'
import { measureMinute } from './reads/minute.ts'
import { ServiceIndex } from './reads/service-index.ts'
import { systemOfEveryNode } from './reads/system.ts'
import { TextIndex } from './reads/texts.ts'
import { inTurns } from './reads/turns.ts'
import { createStore } from './rehearsal/create-store.ts'
import { erasePeople } from './retention/erase-people.ts'
import { startRetention } from './retention/start-retention.ts'
import { staffingThread } from './staffing/staffing-thread.ts'
import { outsideReads } from './stores/access-inbox.ts'
import { readCheckpoints } from './stores/checkpoints.ts'
import { freeOn } from './stores/disk.ts'
import { openStores } from './stores/open-stores.ts'
import { scanThread } from './stores/scan/scan-thread.ts'
import { ownSigningKey, recordSeal } from './stores/signing-key.ts'
import { ownVaultKey } from './stores/vault-key.ts'
import { tellReceived } from './transport/give-command.ts'
import { httpApp } from './transport/http.ts'
import { makePush } from './transport/push.ts'
import { endSession, serveSockets } from './transport/socket.ts'

/** What has not been finished by then (milliseconds), half a request or a dead line, does not hold up the end. */
const patience = 2_000

export interface RunningServer {
  /** Where it listens: http://127.0.0.1:8080 */
  address: string
  app: App
  /** For the console: the address, and how to sign in. */
  greeting: string
  /** Drains: no new connections, the open ones are told to go elsewhere, what was begun is finished. */
  stop(): Promise<void>
}

/** The composition root: everything is put together here and nowhere else. Throws StartRefused with one sentence. */
export async function startServer(config: Config, clock: Clock = systemClock): Promise<RunningServer> {
  const logger = pino({ level: config.LOG_LEVEL, base: null })
  enact(config.law)
  const { stores, dataDir } = await openStores(config, clock, logger).catch(refused)
  try {
    return await compose({ ...config, dataDir }, clock, logger, stores)
  } catch (error) {
    await stores.close()
    throw error
  }
}

async function compose(
  config: Config,
  clock: Clock,
  logger: pino.Logger,
  stores: Stores,
): Promise<RunningServer> {
  const failed = (error: unknown) => logger.error({ err: error }, 'the server could not do what it had to')
  const past = new Past()
  const texts = new TextIndex(past)
  const service = new ServiceIndex()
  const erasing = erasePeople(stores, failed)
  const live = await liveBoard(stores.log, (events) => {
    past.take(events)
    service.take(events)
    texts.take(events)
    erasing.take(events)
  })
  const track = tracksOfEveryNode(stores.tracks, stores.fanOut, clock)
  const metrics = makeMetrics()
  const given = makePipeline({
    live,
    log: metrics.countAppends(stores.log),
    vault: stores.vault,
    clock,
    measure: async (command) =>
      (await measureSegment(live.board, track, command)) ??
      (await measureMinute({ board: live.board, vault: stores.vault, track }, command)),
  })
  const pipeline = metrics.timeCommands(given)
  const sessions = makeSessions(stores.sessions, live.board, clock)
  const enrolment = makeEnrolment(stores.codes, sessions, pipeline, clock)
  const created = await createStore({ config, live, pipeline, stores, enrolment })
  const positions = metrics.countFixes(
    makePositions({
      ...{ live, pipeline, clock, failed, measures: metrics.frames },
      ...{ tracks: stores.tracks, fanOut: stores.fanOut },
    }),
  )
  const signingKey = config.SERIK_SIGNING_KEY ?? ownSigningKey(config.dataDir)
  const takeOutside = outsideReads(config.dataDir, stores)
  await takeOutside()
  const scan = scanThread({
    ...{ dataDir: config.dataDir, signingKey, ...(config.REDIS_URL && { redisUrl: config.REDIS_URL }) },
    vaultKey: config.SERIK_VAULT_KEY ?? ownVaultKey(config.dataDir),
  })
  const staffing = staffingThread(failed)
  const push = makePush(live, created.storeId)
  metrics.watchSockets(push)
  const system = systemOfEveryNode(
    () => {
      const health = stores.health()
      const store = health.ok ? null : health.code
      return { ...metrics.figures(), store, disk: freeOn(config.dataDir), relayAge: positions.relayAge() }
    },
    stores.fanOut,
    clock,
  )
  const http: HttpServer = createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    // How often the two are looked at.
    connectionsCheckingInterval: 5_000,
  })
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false
  const connections = new Set<Socket>()
  http.on('connection', (connection) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })
  const cutAccount = (account: string) =>
    push.close((viewer) => viewer.kind === 'staff' && viewer.account === account, 'session-ended')
  const app: App = {
    config,
    clock,
    logger,
    metrics,
    stores,
    live,
    pipeline,
    positions,
    push,
    sessions,
    enrolment,
    reads: {
      live,
      log: stores.log,
      access: stores.access,
      vault: stores.vault,
      track,
      positions,
      texts,
      past,
      service,
      record: accessRecorder(stores.access, stores.vault, clock),
      scan,
      takeOutside,
      turn: inTurns(),
      solve: staffing.solve,
      system,
      clock,
    },
    record: {
      key: recordSeal(signingKey).key,
      checkpoints: () => readCheckpoints(config.dataDir),
    },
    endSession: (tokenHash) => {
      endSession(io, tokenHash)
      stores.fanOut.publish('session-ended', Buffer.from(tokenHash))
    },
    endAccount: (account) => {
      cutAccount(account)
      stores.fanOut.publish('account-ended', Buffer.from(account))
    },
  }
  http.on('request', httpApp(app, secure))
  const io = serveSockets(app, http, secure)
  stores.fanOut.subscribe('session-ended', (bytes) => endSession(io, Buffer.from(bytes).toString()))
  stores.fanOut.subscribe('account-ended', (bytes) => cutAccount(Buffer.from(bytes).toString()))
  stores.fanOut.subscribe('sos', (bytes) => tellReceived(app, JSON.parse(Buffer.from(bytes).toString())))
  const reactors = startReactors(live, pipeline, clock, failed)
  const retention = startRetention(
    {
      ...{ live, pipeline, stores, clock },
      tracksKeptFor: config.TRACKS_KEPT_DAYS * 24 * 3_600_000,
    },
    failed,
  )
  const pruning = startPruning(live, push.forget, clock)
  await listen(http, config)
  const { port } = http.address() as AddressInfo
  const address = `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`
  const people = created.startPeople(address, logger)

  return {
    address,
    app,
    greeting: created.greeting(config.PUBLIC_URL ?? `http://localhost:${port}`),
    async stop() {
      people?.stop()
      reactors.stop()
      pruning.stop()
      await retention.stop()
      await erasing.done()
      push.close(() => true, 'draining')
      const hurry = setTimeout(() => {
        for (const connection of connections) connection.destroy()
      }, patience)
      await io.close()
      clearTimeout(hurry)
      positions.stop()
      metrics.stop()
      live.stop()
      await scan.close()
      await staffing.close()
      await stores.close()
    },
  }
}

function listen(http: HttpServer, { PORT, HOST }: Config): Promise<void> {
  return new Promise((done, fail) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === 'EADDRINUSE'
          ? `Port ${PORT} on ${HOST} is in use: stop the other program or set PORT.`
          : `Cannot listen on ${HOST}:${PORT}: ${error.code ?? error.message}.`
      fail(new StartRefused(sentence))
    })
    http.listen(PORT, HOST, done)
  })
}

function refused(error: unknown): never {
  if (error instanceof StoreUnavailable) throw new StartRefused(error.message)
  throw error
}
