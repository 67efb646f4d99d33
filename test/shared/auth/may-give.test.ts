import { describe, expect, test } from 'vitest'
import { type StaffRole, staffRoles } from '../../../shared/accounts/types.ts'
import { mayEnrol, mayGive } from '../../../shared/auth/may-give.ts'
import type { Viewer } from '../../../shared/auth/viewer.ts'
import { type Body, type CommandType, commandBodies } from '../../../shared/board/commands.ts'
import { sendingDeciders } from '../../../shared/tasks/decide-sending.ts'
import { submission } from '../../kit/application.ts'
import { criteria } from '../../kit/force.ts'
import { factsOf, given, noon } from '../../kit/given-when-then.ts'
import { atWork, onShift, planned, registered, registeredUnit, square } from '../../kit/past.ts'
import { oneOfEverything } from './board.ts'

const board = oneOfEverything()
const region = 'almaty/bostandyq'
const at = { lat: 43.2, lng: 76.9 }
const task = 'task'
const party = { assistant: 'a1' }
const who = { kind: 'assistant' as const, id: 'a1' }
const assistant = 'a1'
const alarm = 'alarm'
const operation = 'op'
const place = 'post'
const newPlace = {
  ...{ kind: 'post' as const, letter: 'B', name: 'B', meeting: { at, time: null }, ring: null },
  ...{ slots: [{}], minimum: 0, poa: null },
}
const photo = { id: `photo-${'0'.repeat(40)}`, digest: '0'.repeat(64) }
const urgency = {
  ...{ age: 0, medical: 0, number: 0, clothing: 0 },
  ...{ equipment: 0, weather: 0, terrain: 0, experience: 0 },
}
const row = { callSign: 'A-7', name: 'X', region, skills: [] }
const team = { operation, place: 'free', unit: 'unit2', members: [{ assistant: 'a2', slot: 0 }] }

/** A duty officer, E event and S search coordinator, V supervisor, R registrar, P police reviewer, U auditor, A administrator. */
const letters: Record<string, StaffRole> = {
  ...{ D: 'duty-officer', E: 'event-coordinator', S: 'search-coordinator', V: 'supervisor' },
  ...{ R: 'registrar', P: 'police-reviewer', U: 'auditor', A: 'administrator' },
}

interface Row<Type extends CommandType> {
  body: Body<Type>
  /** Roles that may, with a grant for the region of what the command is about. */
  by: string
  /** `a` the phone of `a1` (in the task), `u` the phone of `unit` (which leads it), `o` that of `a2`, who is in nothing. */
  phones?: string
  /** `operation`: a grant for the operation alone is enough. `everywhere`: these roles need no region. */
  through?: 'operation' | { everywhere: string }
}

/** The whole table of who may give what: the rights as the rules read, written down a second time. */
const table: { [Type in CommandType]: Row<Type> } = {
  OpenAccount: { body: { name: 'X', police: false, grants: [] }, by: '', through: { everywhere: 'A' } },
  ChangeGrants: {
    body: { account: 'officer', police: true, grants: [] },
    by: '',
    through: { everywhere: 'A' },
  },
  CloseAccount: { body: { account: 'officer' }, by: '', through: { everywhere: 'A' } },

  SetAssistantPhoto: { body: { assistant: 'a1', photo: null }, by: 'R' },
  ImportAssistants: { body: { rows: [row] }, by: 'R' },
  SuspendAssistant: { body: { assistant, reason: 'check' }, by: 'PDV', through: 'operation' },
  ReinstateAssistant: { body: { assistant }, by: 'P' },
  EndAssistant: { body: { assistant, reason: 'T1' }, by: 'RP' },
  RecordRecheck: { body: { assistant, rule: 'E5', result: 'CLEAR' }, by: 'P' },
  RecordTraining: { body: { assistant, on: '2026-03-02' }, by: 'P' },
  PermitRegion: {
    body: { assistant, region: 'astana', document: '12', from: '2026-03-02', until: '2026-03-09' },
    by: 'RP',
  },
  RevokePermit: { body: { assistant, document: '12' }, by: 'RP' },
  SubmitApplication: { body: submission, by: '' },
  RecordPoliceCheck: { body: { application: 'file', rule: 'E5', result: 'CLEAR' }, by: 'P' },
  ForwardApplication: { body: { application: 'file' }, by: 'P' },
  RefuseApplication: { body: { application: 'file', reason: 'X' }, by: 'P' },
  WithdrawApplication: { body: { application: 'file' }, by: 'RP' },
  ReturnApplication: { body: { application: 'file', reason: 'X' }, by: 'R' },
  MarkOverdue: { body: { application: 'file', dueAt: noon }, by: '' },
  RegisterApplicant: { body: { application: 'file', number: '1', on: '2026-03-02' }, by: 'R' },
  IssueCard: { body: { application: 'file', number: '1', badge: '1', trainedOn: '2026-03-02' }, by: 'P' },
  ReturnCard: { body: { application: 'file' }, by: 'RP' },
  EnrolDevice: { body: { device: 'x', holder: who, via: 'phone' }, by: '' },
  RevokeDevice: { body: { device: 'phone' }, by: 'RD', phones: 'a', through: { everywhere: 'A' } },

  OpenGateway: { body: { name: 'X', regions: [region] }, by: '', through: { everywhere: 'A' } },
  CloseGateway: { body: { gateway: 'gateway' }, by: '', through: { everywhere: 'A' } },

  RegisterUnit: { body: { callSign: 'XX', region, mobility: 'car' }, by: 'DV', through: { everywhere: 'A' } },
  ReportLeaving: { body: { unit: 'unit' }, by: 'DESV', phones: 'u', through: 'operation' },
  ReportBack: { body: { unit: 'unit' }, by: 'DESV', phones: 'u', through: 'operation' },
  CloseUnit: { body: { unit: 'unit2' }, by: 'DV', through: { everywhere: 'A' } },

  BookOn: { body: { who }, by: 'DESV', phones: 'a', through: 'operation' },
  BookOff: { body: { who }, by: 'DESV', phones: 'a', through: 'operation' },
  ExtendShift: { body: { who, to: noon }, by: 'DESV', through: 'operation' },

  OpenOperation: {
    body: { kind: 'patrol', title: 'X', region, window: { from: 0, to: 1 }, perimeter: square },
    by: 'DESV',
  },
  ChangeOperation: { body: { operation, title: 'X' }, by: 'DESV', through: 'operation' },
  PlanPlace: { body: { operation, ...newPlace }, by: 'DESV', through: 'operation' },
  ChangePlace: { body: { place, ...newPlace }, by: 'DESV', through: 'operation' },
  RemovePlace: { body: { place }, by: 'DESV', through: 'operation' },
  SetHand: { body: { operation, hand: { kind: 'pin' } }, by: 'DESV', through: 'operation' },
  ClearHand: { body: { operation, hand: { kind: 'pin' } }, by: 'DESV', through: 'operation' },
  CloseOperation: { body: { operation, outcome: 'done' }, by: 'DESV', through: 'operation' },
  AddNote: { body: { operation, note: 'X' }, by: 'DESV', through: 'operation' },

  SendTask: { body: team, by: 'DESV' },
  ApproveTask: { body: { task }, by: 'DESV', phones: 'u', through: 'operation' },
  RefuseTask: { body: { task }, by: 'DESV', phones: 'u', through: 'operation' },
  OfferSlot: { body: { task, assistant: 'a2', slot: 1 }, by: 'DESV' },
  AnswerOffer: { body: { task, party, answer: 'accept' }, by: 'DESV', phones: 'a', through: 'operation' },
  ExpireOffer: { body: { task, party, n: 1 }, by: '' },
  TakeStep: { body: { task, party, to: 'en-route' }, by: 'DESV', phones: 'au', through: 'operation' },
  UndoStep: { body: { task, party }, by: 'DESV', phones: 'a', through: 'operation' },
  HoldMember: { body: { task, assistant, rule: 'desk' }, by: 'DESV', through: 'operation' },
  ResumeMember: { body: { task, assistant }, by: 'DESV', through: 'operation' },
  StandDown: { body: { task, party }, by: 'DESV', phones: 'u', through: 'operation' },
  RecallTask: { body: { task }, by: 'DESV', through: 'operation' },
  MoveMember: { body: { from: task, to: task, assistant, slot: 0 }, by: 'DESV', through: 'operation' },
  ReplaceUnit: { body: { task, unit: 'unit2' }, by: 'DESV' },
  SeeOrder: {
    body: { task, party, version: 1, state: 'read' },
    by: 'DESV',
    phones: 'a',
    through: 'operation',
  },
  CheckInPost: { body: { task, present: [] }, by: 'DESV', phones: 'u', through: 'operation' },

  ReportIncident: { body: { kind: 'other', region, at, place: 'x', words: 'x' }, by: 'DESV' },
  JoinIncident: { body: { incident: 'incident', operation }, by: 'DESV' },
  CloseIncident: { body: { incident: 'incident' }, by: 'DESV' },

  RaiseAlarm: { body: { kind: 'sos', subject: who, task: null, fix: null, params: {} }, by: '' },
  CallForHelp: { body: { pressedAt: noon, fix: null }, by: '', phones: 'auo' },
  OwnAlarm: { body: { alarm }, by: 'DESV', through: 'operation' },
  ConfirmOfficerWith: { body: { alarm }, by: 'DESV', through: 'operation' },
  ClimbAlarm: { body: { alarm, level: 1 }, by: '' },
  ShelveAlarm: { body: { alarm, until: noon }, by: 'DESV', through: 'operation' },
  ResolveAlarm: { body: { alarm, reason: 'helped' }, by: 'DESV', through: 'operation' },
  ClearAlarm: { body: { alarm }, by: '' },

  ReportForce: { body: { report: 'new', happenedAt: noon, criteria }, by: '', phones: 'auo' },
  WriteForceReport: {
    body: {
      ...{ report: 'report', happenedAt: noon, place: 'x', unit: null, words: 'x', witnesses: null },
      ...{ policeAt: null, notified: ['nobody'] },
      subjects: [{ criteria, categories: ['none'], injuries: 'none', firstAid: 'no' }],
    },
    ...{ by: 'DV', phones: 'a' },
  },
  AskErasure: { body: { person: 'a1' }, by: 'R' },
  CarryOutErasure: { body: { erasure: 'erasure' }, by: '', through: { everywhere: 'A' } },
  RefuseErasure: { body: { erasure: 'erasure' }, by: '', through: { everywhere: 'A' } },
  EraseByTerm: { body: { person: 'a1' }, by: '' },
  SealTracks: { body: { before: 1, points: 1, digest: 'd' }, by: '' },
  RecordRetention: { body: { tracks: 1, files: 1, sessions: 1, codes: 1, reasons: 1 }, by: '' },
  FreezeForceMinute: { body: { report: 'report' }, by: '' },
  TakeForceReview: { body: { report: 'report' }, by: 'P' },
  RecordProsecutorNotice: { body: { report: 'report', number: '1', on: noon }, by: 'PV' },
  MarkReportOverdue: { body: { report: 'report' }, by: '' },
  ReviewForce: { body: { report: 'report', finding: 'met', reason: 'x' }, by: 'P' },
  SignForceReview: { body: { report: 'report' }, by: 'PV' },
  ReturnForceReview: { body: { report: 'report', reason: 'x' }, by: 'PV' },

  TellOfLeaver: { body: { task, assistant }, by: '' },
  SendMessage: { body: { kind: 'text', operation, task, text: 'x' }, by: 'DESV', through: 'operation' },
  SeeMessage: {
    body: { message: 'message', who, state: 'read' },
    by: 'DESV',
    phones: 'a',
    through: 'operation',
  },
  OfferHandover: { body: { region }, by: 'DESV' },
  SignHandover: { body: { handover: 'handover' }, by: 'DESV' },

  SetSearchPoint: { body: { operation, point: 'ipp', at }, by: 'SDV', through: 'operation' },
  DescribeSubject: { body: { operation, text: 'x' }, by: 'SDV', through: 'operation' },
  SetSweepWidth: {
    body: { operation, sweepWidth: { metres: 5, source: 'estimate' } },
    by: 'SDV',
    through: 'operation',
  },
  PlaceClue: { body: { operation, at, text: 'x' }, by: 'DESV', through: 'operation' },
  RegisterStatement: {
    body: { operation, statement: { number: '1', day: '2026-03-02', by: 'X' } },
    ...{ by: 'SDV', through: 'operation' },
  },
  AllowHasty: { body: { operation, reason: 'x' }, by: 'DV', through: 'operation' },
  SetSubjectPhoto: { body: { operation, photo: null }, by: 'SDV', through: 'operation' },
  ScoreUrgency: { body: { operation, answers: urgency }, by: 'SDV', through: 'operation' },
  AnswerQuestions: {
    body: { operation, section: 'looks', who: 'X', answers: { height: 'x' } },
    ...{ by: 'SDV', through: 'operation' },
  },
  ReleaseCard: {
    body: { operation, card: 'x', photo: false, to: 'teams', names: false },
    ...{ by: 'SDV', through: 'operation' },
  },
  WithdrawCard: { body: { operation }, by: 'SDV', through: 'operation' },
  OpenPeriod: { body: { operation, until: noon, objectives: 'x' }, by: 'SDV', through: 'operation' },
  ClosePeriod: { body: { operation }, by: 'SDV', through: 'operation' },
  ReportLocated: {
    body: { operation, state: 'alive', at: null, foundAt: noon, returnTo: 'x' },
    ...{ by: 'SDV', through: 'operation' },
  },
  TakeBackLocated: { body: { operation, reason: 'x' }, by: 'SDV', through: 'operation' },
  TickLocated: { body: { operation, item: 'teams-back', done: true }, by: 'SDV', through: 'operation' },
  ReportClue: { body: { clue: 'new', operation, at, text: 'x', foundAt: noon }, by: '', phones: 'au' },
  AddCluePhoto: { body: { clue: 'shown', photo }, by: 'DESV', through: 'operation' },
  AssessClue: { body: { clue: 'shown', verdict: 'relevant' }, by: 'SDV', through: 'operation' },
  NoteCustody: {
    body: { clue: 'shown', takenBy: 'X', happenedAt: noon },
    ...{ by: 'DESV', through: 'operation' },
  },
  ReleaseClue: { body: { clue: 'hidden', at, text: 'x' }, by: 'SDV', through: 'operation' },
  WithdrawClue: { body: { clue: 'shown' }, by: 'SDV', through: 'operation' },
  CreditTrack: {
    body: { place, track: `gpx-${'0'.repeat(40)}`, who: 'X', from: 0, to: 1 },
    by: 'DESV',
    through: 'operation',
  },
  DropTrack: { body: { operation, track: 'x' }, by: 'DESV', through: 'operation' },
  ChangeFindDistances: { body: { region, rows: [] }, by: 'SV' },
  ChooseRings: { body: { operation, category: 'x', terrain: 'x' }, by: 'SDV', through: 'operation' },
  SetPriors: {
    body: {
      ...{ operation, places: [place] },
      scenarios: [{ name: null, weight: 1, source: 'hand', consensus: null, poa: [1], row: 0 }],
    },
    ...{ by: 'SDV', through: 'operation' },
  },
  OpenConsensus: { body: { operation, method: 'mattson', row: null }, by: 'SDV', through: 'operation' },
  GiveSheet: { body: { consensus: 'consensus', values: [] }, by: 'DESV', through: 'operation' },
  CloseConsensus: { body: { consensus: 'consensus' }, by: 'SDV', through: 'operation' },
  DropConsensus: { body: { consensus: 'consensus' }, by: 'SDV', through: 'operation' },
  AddSearchLines: {
    body: { operation, lines: [{ kind: 'road', name: '', path: [at, at] }] },
    by: 'SDV',
    through: 'operation',
  },
  DropSearchLine: { body: { operation, line: 'x' }, by: 'SDV', through: 'operation' },
  MarkHazard: {
    body: { operation, kind: 'ice', shape: 'point', path: [at], words: null },
    by: 'DESV',
    through: 'operation',
  },
  ClearHazard: { body: { operation, hazard: 'x' }, by: 'DESV', through: 'operation' },
  PrintPaper: {
    body: { operation, paper: 'activity', about: null, upTo: 1 },
    by: 'DESV',
    through: 'operation',
  },
  LockSegment: { body: { place, reason: 'x' }, by: 'DESV', through: 'operation' },
  UnlockSegment: { body: { place }, by: 'DESV', through: 'operation' },
  CutSegment: { body: { place, lines: ['x'] }, by: 'DESV', through: 'operation' },
  RecordSearch: { body: { place, from: 0, to: 1 }, by: 'DESV', through: 'operation' },
  UndoSearch: { body: { place }, by: 'DESV', through: 'operation' },
  SetSweepLine: { body: { place, line: null }, by: 'DESV', through: 'operation' },
  DebriefSearch: {
    body: {
      ...{ place, sweep: 1, words: null },
      said: {
        ...{ spacing: null, light: 'day', terrain: 'open', missed: null, others: null },
        width: { by: 'planned' },
      },
    },
    ...{ by: 'DESV', through: 'operation' },
  },
  UndoDebrief: { body: { place, sweep: 1 }, by: 'DESV', through: 'operation' },
  SetTeamKind: { body: { operation, kind: 'dog', numbers: null }, by: 'SDV', through: 'operation' },
}

const staff = (role: StaffRole, regions: string[], operations: string[] = []): Viewer => ({
  ...{ kind: 'staff', account: 'somebody', police: true },
  grants: [{ role, regions, operations }],
})
const phones: Record<string, Viewer> = {
  a: { kind: 'assistant', id: 'a1', device: 'phone' },
  u: { kind: 'unit', id: 'unit', device: 'x' },
  o: { kind: 'assistant', id: 'a2', device: 'x' },
}
const everywhere = ({ through }: Row<CommandType>) => (typeof through === 'object' ? through.everywhere : '')
const types = Object.keys(commandBodies) as CommandType[]

describe('who may give a command', () => {
  test.each(types)('MAY-3 %s: by role, region, operation and phone, and by nobody else', (type) => {
    const row = table[type] as Row<CommandType>
    const may = (viewer: Viewer) => mayGive(board, viewer, type, row.body)
    const rolesThat = (viewer: (role: StaffRole) => Viewer) =>
      Object.keys(letters).filter((letter) => may(viewer(letters[letter] as StaffRole)))
    const sorted = (of: string) => [...new Set(of)].sort()

    expect(commandBodies[type].safeParse(row.body).success).toBe(true)
    expect(rolesThat((role) => staff(role, ['almaty'])).sort(), 'of the region').toEqual(
      sorted(row.by + everywhere(row)),
    )
    expect(
      rolesThat((role) => staff(role, ['astana', 'alma', 'almaty2'])),
      'of another region',
    ).toEqual(sorted(everywhere(row)))
    expect(rolesThat((role) => staff(role, [], ['op'])).sort(), 'of the operation').toEqual(
      sorted(row.through === 'operation' ? row.by : everywhere(row)),
    )
    expect(
      Object.keys(phones)
        .filter((phone) => may(phones[phone] as Viewer))
        .sort(),
      'by phone',
    ).toEqual(sorted(row.phones ?? ''))
  })

  test('MAY-4 a command over several things asks for a grant over each of them', () => {
    const medeu = staff('duty-officer', ['almaty/medeu'])
    const bostandyq = staff('duty-officer', ['almaty/bostandyq'])
    for (const viewer of [medeu, bostandyq, staff('duty-officer', [], ['op'])])
      expect(mayGive(board, viewer, 'SendTask', team)).toBe(false)
    const both = staff('duty-officer', ['almaty/medeu', 'almaty/bostandyq'])
    expect(mayGive(board, both, 'SendTask', team)).toBe(true)
    const foreign = { ...team, members: [{ assistant: 'guest', slot: 0 }] }
    expect(mayGive(board, both, 'SendTask', foreign)).toBe(false)
    expect(mayGive(board, both, 'SendTask', { ...team, reserve: ['guest'] })).toBe(false)
    expect(mayGive(board, both, 'OfferSlot', { task, assistant: 'guest', slot: 1 })).toBe(false)
    const rows = [row, { ...row, callSign: 'A-8', region: 'astana' }]
    expect(mayGive(board, staff('registrar', ['almaty']), 'ImportAssistants', { rows })).toBe(false)
    expect(mayGive(board, staff('auditor', ['almaty']), 'ImportAssistants', { rows: [] })).toBe(false)
    const fromIncident = { ...(table.OpenOperation.body as Body<'OpenOperation'>), region: 'almaty/medeu' }
    expect(mayGive(board, medeu, 'OpenOperation', { ...fromIncident, incident: 'incident' })).toBe(false)
  })

  test('MAY-5 what is not there is refused like what is not one’s own, and no role counts in another’s region', () => {
    const duty = staff('duty-officer', ['almaty'])
    expect(mayGive(board, duty, 'CloseOperation', { operation: 'nothing', outcome: 'done' })).toBe(false)
    expect(mayGive(board, duty, 'RecallTask', { task: 'nothing' })).toBe(false)
    expect(mayGive(board, duty, 'RevokeDevice', { device: 'nothing' })).toBe(false)
    const mixed: Viewer = {
      ...{ kind: 'staff', account: 'x', police: true },
      grants: [
        { role: 'duty-officer', regions: ['astana'], operations: [] },
        { role: 'auditor', regions: ['almaty'], operations: [] },
      ],
    }
    expect(mayGive(board, mixed, 'RecallTask', { task })).toBe(false)
    expect(mayEnrol(board, mixed, who)).toBe(false)
  })

  test('MAY-6 a code that makes a phone somebody’s is given by the region’s registrar and duty officer, and an administrator', () => {
    const may = (viewer: Viewer) => mayEnrol(board, viewer, who)
    const that = (regions: string[], operations: string[] = []) =>
      Object.keys(letters)
        .filter((letter) => may(staff(letters[letter] as StaffRole, regions, operations)))
        .sort()
    expect(that(['almaty'])).toEqual(['A', 'D', 'R'])
    expect(that(['astana'])).toEqual(['A'])
    expect(that([], ['op'])).toEqual(['A'])
    expect(Object.values(phones).some(may)).toBe(false)
    expect(mayEnrol(board, staff('administrator', []), { kind: 'unit', id: 'nothing' })).toBe(false)
  })

  test.each([
    [true, ['TaskSent']],
    [false, ['TaskRequested']],
  ])(
    'MAY-7 D4: sent by somebody who is police (%s) it is the order, else a request that police approve',
    (police, types) => {
      const scene = given(
        ...atWork(['a1']),
        planned('free'),
        registered('a2'),
        onShift('assistant', 'a2', noon + 8 * 3_600_000),
        registeredUnit('unit2'),
        onShift('unit', 'unit2', noon + 8 * 3_600_000),
      ).when(sendingDeciders.SendTask, team, { police })
      expect(factsOf(scene.decision).map(({ type }) => type)).toEqual(types)
      if (police) return
      const request = { task: 'new-1' }
      scene
        .when(sendingDeciders.ApproveTask, request, { police: false, by: { kind: 'staff', id: 'clerk' } })
        .then({ rule: 'D4' })
      scene
        .when(sendingDeciders.ApproveTask, request, { by: { kind: 'unit', id: 'unit2' } })
        .thenTypes('TaskSent')
    },
  )

  test('MAY-8 every role of staff stands in the table', () => {
    expect(Object.values(letters).sort()).toEqual([...staffRoles].sort())
  })
})
