import type { Body, CommandEnvelope, CommandType } from '../../shared/board/commands.ts'
import type { CloseReason } from '../../shared/wire/closing.ts'
import type { CommandAnswer } from '../../shared/wire/command.ts'
import { newId } from '../store/new-id.ts'
import { openStore, type Store } from '../store/open-store.ts'
import { now } from '../ui/clock.ts'
import { attention } from './attention.ts'
import type { PhotoSender } from './clue-photos.ts'
import { type FixBuffer, openFixBuffer } from './fix-buffer.ts'
import { type Outbox, openOutbox } from './outbox.ts'
import { dueReceipts } from './receipts.ts'
import { makeSharing, type Sharing } from './sharing.ts'
import { type Me, shares } from './stage.ts'
import type { Enrolment, PhoneStorage } from './storage.ts'
import { keepScreenOn, type WakeLock } from './wake-lock.ts'

/** An enrolled phone at work: its store, what it has not sent yet, and where it is. */
export interface Phone {
  store: Store
  outbox: Outbox
  fixes: FixBuffer
  sharing: Sharing
  storage: PhoneStorage
  me(): Me | null
  wakeLock(): WakeLock | null
  onWakeLock(listener: () => void): () => void
  give<Type extends CommandType>(type: Type, body: Body<Type>): Promise<CommandAnswer>
  /** Sends the pictures of finds, from now on; loaded when there is one. */
  photos(): Promise<PhotoSender>
  /** Asks by HTTP, with this phone's own token. */
  http(path: string, init?: RequestInit): Promise<Response>
  /** Calls at once with the newest fix there is, and again with a better one when that was none or old. */
  callForHelp(): void
  /**
   * Asks the server to end this phone's access and wipes the phone, with or without an answer: what is unsent is lost.
   */
  signOut(): Promise<void>
  stop(): void
}

/** Milliseconds that one try of the outbox waits for the link and an answer. */
const patience = 20_000
/** Milliseconds for which a phone that is disconnected waits for the server's word. */
const partingPatience = 4_000
/** A fix older than this does not show where help is needed. */
const freshFix = 30_000

export async function openPhone(
  storage: PhoneStorage,
  { token, device }: Enrolment,
  closed: (reason: CloseReason) => void,
): Promise<Phone> {
  const outbox = await openOutbox(storage)
  const fixes = await openFixBuffer({
    storage,
    send: (message) => store.connection.fixes(message),
    phoneNow: () => Date.now(),
  })
  const sharing = makeSharing(fixes)
  const store = openStore({
    namespace: '/field',
    token,
    closed(reason) {
      stop()
      if (!leaving) closed(reason)
    },
    post: (envelope) => outbox.add(envelope),
  })
  outbox.start((envelope) => store.connection.command(envelope, patience))
  const wakeListeners = new Set<() => void>()
  let wakeLock: WakeLock | null = null
  let leaving = false
  const wantsAttention = attention()
  const confirming = new Set<string>()

  const me = (): Me | null => {
    const who = store.session()?.me
    return who && who.kind !== 'staff' ? { kind: who.kind, id: who.id } : null
  }

  /** Starts and ends what depends on being on duty. The shift also runs out by the clock alone, so it is asked often. */
  function look(): void {
    const who = me()
    if (!who) return
    const { board } = store.board
    const onDuty = shares(board, who, now())
    if (onDuty) sharing.start()
    else sharing.stop()
    if (onDuty && !wakeLock) wakeLock = keepScreenOn(tellWakeLock)
    else if (!onDuty && wakeLock) {
      wakeLock.release()
      wakeLock = null
      tellWakeLock()
    }
    if (wantsAttention(board, who)) navigator.vibrate?.([300, 150, 300])
    confirm(who)
  }

  function tellWakeLock(): void {
    for (const listener of [...wakeListeners]) listener()
  }

  /** Not through the outbox: nobody pressed anything, and after a cut it is due again. */
  function confirm(who: Me): void {
    for (const receipt of dueReceipts(store.board.board, who, document.visibilityState === 'visible')) {
      const name = JSON.stringify(receipt)
      if (confirming.has(name)) continue
      confirming.add(name)
      const { type, body } = receipt
      void store.connection.command({ id: newId(), type, body }).then((answer) => {
        if (!answer.ok && answer.code.startsWith('link.')) confirming.delete(name)
      })
    }
  }

  const looking = setInterval(look, 1_000)
  const keeping = import('./offline-board.ts').then(({ keepBoard }) => keepBoard(store, storage))
  // Without it everything works but a start without a network.
  keeping.catch(() => {})
  let photos: Promise<PhotoSender> | undefined
  const offBatch = store.board.onBatch(look)
  const offLink = store.connection.onLink((link) => link.up && void fixes.flush())

  function stop(): void {
    clearInterval(looking)
    offBatch()
    offLink()
    outbox.stop()
    sharing.stop()
    void keeping.then((end) => end()).catch(() => {})
    void photos?.then((sender) => sender.stop()).catch(() => {})
    wakeLock?.release()
    store.close()
  }

  const phone: Phone = {
    store,
    outbox,
    fixes,
    sharing,
    storage,
    me,
    wakeLock: () => wakeLock,
    onWakeLock(listener) {
      wakeListeners.add(listener)
      return () => wakeListeners.delete(listener)
    },
    give: (type, body) => store.giver.give(type, body),
    photos() {
      photos ??= import('./clue-photos.ts').then(({ sendPhotos }) => sendPhotos(phone))
      return photos
    },
    http: (path, init = {}) =>
      fetch(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
    callForHelp() {
      const own = sharing.own()
      const pressedAt = Math.round(now())
      const call = (fix: typeof own) =>
        void store.giver.give('CallForHelp', { pressedAt, fix: fix && alarmFix(fix) })
      call(own)
      if (own && now() - own.at < freshFix) return
      void sharing.once(15_000).then((fix) => fix && call(fix))
    },
    async signOut() {
      leaving = true
      outbox.stop()
      const revoke: CommandEnvelope = { id: newId(), type: 'RevokeDevice', body: { device } }
      await store.connection.command(revoke, store.connection.link().up ? partingPatience : 0)
      stop()
      await storage.wipe()
    },
    stop,
  }
  void storage.photos().then(
    (waiting) => {
      if (waiting.length > 0) void phone.photos()
    },
    () => {},
  )
  return phone
}

/** What an alarm carries of a fix. */
const alarmFix = ({ at, lat, lng, accuracy }: NonNullable<ReturnType<Sharing['own']>>) => ({
  at,
  lat,
  lng,
  accuracy: Math.min(accuracy, 100_000),
})
