import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import {
  actorOf,
  eventSentence,
  isWorthALine,
  sentenceTypes,
} from '../../../client/journal/event-sentence.ts'
import type { EventType, Part } from '../../../client/journal/parts.ts'
import { alarmClass } from '../../../shared/alarms/types.ts'
import type { SerikEvent } from '../../../shared/board/fold.ts'
import { languages } from '../../../shared/i18n/format.ts'
import type { Actor, LoggedEvent } from '../../../shared/kernel/event.ts'
import { closingItems, clueVerdicts } from '../../../shared/search/case/case-types.ts'
import { sectionNames } from '../../../shared/search/case/questionnaire.ts'
import { urgencyLevels } from '../../../shared/search/case/urgency.ts'
import { hazardKinds, papers } from '../../../shared/search/segments/ground-types.ts'
import { teamKinds } from '../../../shared/search/teams/team-kinds.ts'
import { steps } from '../../../shared/tasks/types.ts'
import { noon, officer } from '../../kit/given-when-then.ts'

type DataOf<Type extends EventType> = Extract<SerikEvent, { type: Type }>['data']
const who = { kind: 'assistant' as const, id: 'ana' }
const party = { assistant: 'ana' }
const sealed = { text: 'text', digest: 'digest' }
const [account, task, operation, alarm, incident] = ['acc', 'task', 'op', 'alarm', 'inc']
const members = [{ assistant: 'ana', slot: 0 }]
const place = { letter: 'A', name: 'Gate', operation } as DataOf<'PlacePlanned'>['place']
const alarmOf = (kind: DataOf<'AlarmRaised'>['kind']) => ({ kind, subject: who }) as DataOf<'AlarmRaised'>

/** Every type, with each of its data's words that chooses another sentence. A new type does not compile without. */
const samples: { [Type in EventType]: Partial<DataOf<Type>>[] } = {
  StoreCreated: [{ purpose: 'live' }, { purpose: 'rehearsal' }],
  AccountOpened: [{ account }],
  GrantsChanged: [{ account }],
  AccountClosed: [{ account }],
  AssistantPhotoSet: [
    { assistant: 'a1', photo: 'photo-1' },
    { assistant: 'a1', photo: null },
  ],
  AssistantImported: [{ callSign: 'A-0001' }],
  AssistantRegistered: [{ callSign: 'A-0001' }],
  ApplicationSubmitted: [{ number: 1 }],
  PoliceCheckRecorded: [
    { application: 'file', rule: 'E5', result: 'CLEAR' },
    { application: 'file', rule: 'E5', result: 'NOT_CLEAR' },
  ],
  ApplicationForwarded: [{ application: 'file' }],
  ApplicationRefused: [{ application: 'file', reason: sealed }],
  ApplicationWithdrawn: [{ application: 'file' }],
  ApplicationReturned: [{ application: 'file', reason: sealed }],
  ApplicationOverdue: [
    { application: 'file', office: 'police' },
    { application: 'file', office: 'akimat' },
  ],
  ApplicantRegistered: [{ application: 'file', number: '1' }],
  CardIssued: [{ application: 'file', number: '1', badge: '1' }],
  StatementRegistered: [{ operation }],
  HastyAllowed: [{ operation, sealed }],
  SubjectPhotoSet: [
    { operation, photo: null },
    { operation, photo: { id: 'photo', digest: '' } },
  ],
  UrgencyScored: urgencyLevels.map((level) => ({ operation, level, score: 3 })),
  QuestionsAnswered: sectionNames.map((section) => ({ operation, section })),
  CardReleased: [
    { operation, to: 'teams' },
    { operation, to: 'public' },
  ],
  CardConsented: [{ operation, sealed }],
  CardWithdrawn: [{ operation }],
  PeriodOpened: [{ operation, period: { id: 'p', number: 1, from: noon, until: noon, objectives: sealed } }],
  PeriodClosed: [{ operation }],
  SubjectLocated: [{ operation }],
  LocatedTakenBack: [{ operation, sealed }],
  LocatedTicked: closingItems.flatMap((item) => [
    { operation, item, done: true },
    { operation, item, done: false },
  ]),
  CluePhotoAdded: [{ operation }],
  ClueAssessed: clueVerdicts.map((verdict) => ({ operation, verdict })),
  CustodyNoted: [{ operation }],
  ClueReleased: [{ operation }],
  ClueWithdrawn: [{ operation }],
  FindDistancesChanged: [{ rows: [] }],
  RingsChosen: [{ operation }],
  PriorsSet: [{ operation, scenarios: [] }],
  ConsensusOpened: [
    { operation, method: 'mattson' },
    { operation, method: 'o-connor' },
    { operation, method: 'proportional' },
  ],
  SheetGiven: [{ operation }],
  SheetCounted: [{ operation }, { operation, person: sealed }],
  ConsensusClosed: [{ operation }],
  ConsensusDropped: [{ operation }],
  ForceReported: [{ assistant: 'ana' }],
  ForceReportWritten: [{}],
  ForceReportOverdue: [{}],
  ErasureAsked: [{ label: 'A-1' }],
  ErasureRefused: [{}],
  PersonErased: [{ erasure: null }, { erasure: 'e' }],
  TracksSealed: [{ points: 5 }],
  RetentionRan: [{ tracks: 1, files: 1, sessions: 1, codes: 1, reasons: 1 }],
  ForceMinuteFrozen: [{}],
  ForceReviewTaken: [{}],
  ProsecutorNoticed: [{ number: '17-2' }],
  ForceReviewed: [{ finding: 'met' }, { finding: 'not-met' }],
  ForceReviewSigned: [{}],
  ForceReviewReturned: [{}],
  CardReturned: [{ application: 'file' }],
  RecheckRecorded: (['CLEAR', 'NOT_CLEAR'] as const).map((result) => ({
    ...{ assistant: 'ana', region: 'almaty', rule: 'E5' as const, result },
  })),
  TrainingRecorded: [{ assistant: 'ana', on: '2026-03-02' }],
  RegionPermitted: [
    {
      assistant: 'ana',
      permit: { region: 'astana', document: '7', from: '2026-03-02', until: '2026-03-09' },
    },
  ],
  RegionPermitRevoked: [{ assistant: 'ana', document: '7' }],
  RegistryStatusChanged: [
    ...['check', 'conduct', 'prosecution', 'report'].map((reason) => ({
      assistant: 'ana',
      from: 'ACTIVE' as const,
      to: 'SUSPENDED' as const,
      reason,
    })),
    { assistant: 'ana', from: 'SUSPENDED', to: 'ACTIVE', reason: 'reinstated' },
    { assistant: 'ana', from: 'REGISTERED', to: 'ACTIVE', reason: 'issued' },
    ...Array.from({ length: 10 }, (_, n) => ({
      assistant: 'ana',
      from: 'ACTIVE' as const,
      to: 'TERMINATED' as const,
      reason: `T${n + 1}`,
    })),
  ],
  DeviceEnrolled: [
    { holder: who, via: 'phone' },
    { holder: who, via: 'tracker' },
  ],
  DeviceRevoked: [{ device: 'd' }],
  GatewayOpened: [{ name: 'Radio', regions: ['almaty'] }],
  GatewayClosed: [{ name: 'Radio' }],
  UnitRegistered: [{ callSign: 'Alatau-14' }],
  UnitLeaving: [{ unit: 'u' }],
  UnitBack: [{ unit: 'u' }],
  UnitClosed: [{ unit: 'u' }],
  ShiftOpened: [{ who, to: noon }],
  ShiftExtended: [{ who, to: noon }],
  ShiftClosed: (['self', 'desk', 'registry', 'overrun'] as const).map((why) => ({ who, why })),
  OperationOpened: [{ number: 1001, title: 'Match' }],
  OperationChanged: [{ operation }],
  PlacePlanned: [{ place }],
  PlaceChanged: [{ place }],
  PlaceRemoved: [{ operation }],
  HandSet: [
    { operation, hand: { kind: 'pin' } as DataOf<'HandSet'>['hand'] },
    { operation, hand: { kind: 'forbid' } as DataOf<'HandSet'>['hand'] },
  ],
  HandCleared: [
    { operation, hand: { kind: 'pin' } as DataOf<'HandSet'>['hand'] },
    { operation, hand: { kind: 'forbid' } as DataOf<'HandSet'>['hand'] },
  ],
  OperationClosed: (['done', 'aborted', 'located'] as const).map((outcome) => ({ operation, outcome })),
  NoteAdded: [{ body: sealed }],
  TaskRequested: [{ task, unit: 'u', members }],
  TaskRequestRefused: [{ task }],
  TaskSent: [{ task, unit: 'u', members }],
  MemberOffered: [{ task, assistant: 'ana' }],
  StepTaken: steps.map((to) => ({ task, party, to })),
  StepUndone: steps.map((to) => ({ task, party, to })),
  OrderChanged: [{ task, order: { version: 2 } as DataOf<'OrderChanged'>['order'] }],
  OrderSeen: (['delivered', 'read', 'understood'] as const).map((state) => ({ task, party, state })),
  MemberMoved: [{ assistant: 'ana', from: task, to: task }],
  UnitReplaced: [{ task, from: 'u', to: 'u2' }],
  PostCheckedIn: [{ task, present: ['ana'] }],
  TaskEnded: (['complete', 'recalled', 'unmanned', 'refused'] as const).map((outcome) => ({ task, outcome })),
  AlarmRaised: (Object.keys(alarmClass) as (keyof typeof alarmClass)[]).map(alarmOf),
  AlarmRepeated: [{ alarm }],
  AlarmOwned: [{ alarm }],
  OfficerWithPerson: [{ alarm }],
  AlarmClimbed: [{ alarm, level: 1 }],
  AlarmShelved: [{ alarm, until: noon }],
  AlarmResolved: [
    { alarm, account: null, reason: 'cause-gone' },
    ...['helped', 'false-alarm', 'handled', 'duplicate', 'other'].map((reason) => ({
      alarm,
      account,
      reason,
    })),
  ],
  IncidentReported: [{ number: 1, kind: 'theft', place: 'Abay 1' }],
  IncidentJoined: [{ incident, operation }],
  IncidentClosed: [{ incident }],
  MessageSent: [
    { kind: 'text', task, operation, to: [who] },
    { kind: 'roll-call', task: null, operation, to: [who] },
    { kind: 'member-out', task, operation, to: [who] },
    { kind: 'radio-silence', task: null, operation, to: [who] },
    { kind: 'silence-over', task: null, operation, to: [who] },
  ],
  MessageSeen: (['delivered', 'read', 'understood'] as const).map((state) => ({ who, state })),
  HandoverOffered: [{ region: 'almaty', alarms: [], tasks: [] }],
  HandoverSigned: [{ account }],
  SearchPointSet: [
    { operation, point: 'ipp' },
    { operation, point: 'lkp' },
  ],
  SubjectDescribed: [{ operation }],
  SweepWidthSet: [{ operation, sweepWidth: { metres: 30 } as DataOf<'SweepWidthSet'>['sweepWidth'] }],
  CluePlaced: [{ operation }, { operation, number: 3 }],
  TrackCredited: [{ place: 'p' }],
  TrackDropped: [{ operation }],
  SearchLinesAdded: [{ operation, lines: [] }],
  SearchLineDropped: [{ operation }],
  HazardMarked: hazardKinds.map((kind) => ({ operation, kind })),
  HazardCleared: [{ operation }],
  PaperPrinted: papers.map((paper) => ({ operation, paper, copy: 1 })),
  SegmentLocked: [{ operation, place: 'p', letter: 'F', reason: sealed }],
  SegmentUnlocked: [{ operation, place: 'p' }],
  SegmentCut: [{ operation, place: 'p', letter: 'F', parts: [{ place: 'q', letter: 'F1', share: 1 }] }],
  SegmentSearched: [{ place: 'p', search: { pod: 0.5 } as DataOf<'SegmentSearched'>['search'] }],
  SweepLineSet: [
    { place: 'p', line: { spacing: 20, bearing: 90, from: 'left' } },
    { place: 'p', line: null },
  ],
  SegmentSearchUndone: [{ place: 'p' }],
  SearchDebriefed: [{ place: 'p', debrief: { pod: 0.5 } as DataOf<'SearchDebriefed'>['debrief'] }],
  SearchDebriefUndone: [{ place: 'p' }],
  TeamKindSet: teamKinds.map((kind) => ({ operation, kind })),
}

const logged = (type: string, data: unknown, by: Actor = officer): LoggedEvent => ({
  ...{ type, data, by, keys: [], seq: 1, at: noon, commandId: 'c', n: 0 },
})
const all = Object.entries(samples).flatMap(([type, datas]) => datas.map((data) => logged(type, data)))

const words = new Map<string, Record<string, string>>()
function catalogue(language: string, area: string): Record<string, string> {
  const name = `shared/i18n/${area}.${language}.json`
  const known = words.get(name) ?? (JSON.parse(readFileSync(name, 'utf8')) as Record<string, string>)
  words.set(name, known)
  return known
}
function wordsOf(language: string, key: string): string | undefined {
  const [area = '', name = ''] = key.split(':')
  const known = catalogue(language, area)
  return known[name] ?? known[`${name}_other`]
}
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
const wordOf = (part: Part) => (typeof part === 'object' && 'word' in part ? [part.word] : [])

describe.each(languages)('in %s', (language) => {
  it('JOURNAL-1 every type of event has a sentence, and each of its variants too', () => {
    expect(Object.keys(samples).sort()).toEqual([...sentenceTypes].sort())
    for (const event of all) {
      const sentence = eventSentence(event)
      expect(sentence, event.type).not.toBeNull()
      expect(wordsOf(language, sentence?.key ?? ''), `${event.type}: ${sentence?.key}`).toBeDefined()
    }
  })

  it('JOURNAL-2 a sentence names no blank that is not filled, and every word in a blank exists', () => {
    for (const event of all) {
      const { key, params } = eventSentence(event) ?? { key: '', params: {} }
      for (const blank of blanks(wordsOf(language, key) ?? ''))
        expect(Object.keys(params), `${event.type}: ${key}`).toContain(blank)
      for (const word of Object.values(params).flatMap(wordOf))
        expect(wordsOf(language, word), `${event.type}: ${word}`).toBeDefined()
    }
  })
})

test('JOURNAL-3 a type that is not known yet has no sentence of its own', () => {
  expect(eventSentence(logged('SomethingNew', {}))).toBeNull()
  expect(eventSentence(logged('toString', {}))).toBeNull()
})

test('JOURNAL-4 whoever enters a step by radio is named behind it; the person alone is not', () => {
  const step = { task, party, to: 'on-scene' }
  expect(eventSentence(logged('StepTaken', step))?.enteredBy).toBe(true)
  expect(eventSentence(logged('StepTaken', step, who))?.enteredBy).toBeUndefined()
  expect(actorOf(logged('StepTaken', step, who))).toEqual({ of: 'assistant', id: 'ana' })
  expect(actorOf(logged('StepTaken', step, { kind: 'system', id: 'serik' }))).toEqual({
    word: 'journal:system',
  })
})

test('JOURNAL-5 of receipts only "understood" is worth a line', () => {
  for (const type of ['OrderSeen', 'MessageSeen'] as const) {
    const worth = samples[type].filter((data) => isWorthALine(logged(type, data)))
    expect(worth.map(({ state }) => state)).toEqual(['understood'])
  }
  expect(isWorthALine(logged('NoteAdded', { body: sealed }))).toBe(true)
})
