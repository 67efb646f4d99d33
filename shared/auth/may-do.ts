import type { StaffRole } from '../accounts/types.ts'
import type { Board } from '../board/board.ts'
import type { Body, CommandType } from '../board/commands.ts'
import type { Id } from '../kernel/ids.ts'
import {
  byOperation,
  byRegion,
  leaderOf,
  leadersIn,
  ofAlarm,
  ofApplication,
  ofAssistant,
  ofCarrier,
  ofClue,
  ofDevice,
  ofIncident,
  ofOperation,
  ofParty,
  ofPlace,
  ofRegion,
  ofRegister,
  ofReport,
  ofTask,
  ofUnit,
  type Scope,
  searchersOf,
} from './scopes.ts'

/**
 * Who may give a command: staff with one of `roles` over every part of the scope, the device of one of the carriers in
 * `self`, or only the server itself.
 */
export interface Rule<Type extends CommandType> {
  roles: readonly StaffRole[]
  /** For roles that work for the whole store. */
  everywhere?: readonly StaffRole[]
  scope?: (board: Board, body: Body<Type>) => Scope | Scope[]
  self?: (board: Board, body: Body<Type>) => (Id | undefined)[]
  /** The desk decides it itself; else what a device could have given stands as given by radio, on its behalf. */
  deskDecides?: true
}

const desk = ['duty-officer', 'event-coordinator', 'search-coordinator'] as const
const officers = ['duty-officer', 'supervisor'] as const
const all = [...desk, 'supervisor'] as const
const none = [] as const

const onTask = { roles: all, scope: ofTask }
const onOperation = { roles: all, scope: byOperation }
const onPlace = { roles: all, scope: ofPlace }
const onAlarm = { roles: all, scope: ofAlarm }
const onSearch = { roles: ['search-coordinator', ...officers] as const, scope: byOperation }
/** Everybody of the desk judges; who runs the search opens and closes it. */
const onConsensus = {
  roles: all,
  scope: (board: Board, { consensus }: { consensus: Id }) =>
    ofOperation(board, board.consensus.get(consensus)?.operation),
}
const onClue = { roles: ['search-coordinator', ...officers] as const, scope: ofClue }
const serverOnly = { roles: none }
const onFile = { roles: ['police-reviewer'] as const, scope: ofApplication }
/** A second reviewer, or the supervisor. */
const onSecond = { roles: ['police-reviewer', 'supervisor'] as const, scope: ofReport }
const onReview = { roles: ['registrar'] as const, scope: ofApplication }

export const mayDo: { [Type in CommandType]: Rule<Type> } = {
  OpenAccount: { roles: ['administrator'] },
  ChangeGrants: { roles: ['administrator'] },
  CloseAccount: { roles: ['administrator'] },

  ImportAssistants: {
    roles: ['registrar'],
    scope: (_, { rows }) => rows.map(({ region }) => ofRegion(region)),
  },
  SuspendAssistant: { roles: ['police-reviewer', ...officers], scope: ofAssistant },
  ReinstateAssistant: { roles: ['police-reviewer'], scope: ofRegister },
  EndAssistant: { roles: ['registrar', 'police-reviewer'], scope: ofRegister },
  RecordRecheck: { roles: ['police-reviewer'], scope: ofRegister },
  RecordTraining: { roles: ['police-reviewer'], scope: ofRegister },
  PermitRegion: { roles: ['registrar', 'police-reviewer'], scope: ofRegister },
  RevokePermit: { roles: ['registrar', 'police-reviewer'], scope: ofRegister },
  SetAssistantPhoto: { roles: ['registrar'], scope: ofRegister },
  SubmitApplication: serverOnly,
  RecordPoliceCheck: onFile,
  ForwardApplication: onFile,
  RefuseApplication: onFile,
  WithdrawApplication: { roles: ['police-reviewer', 'registrar'], scope: ofApplication },
  ReturnApplication: onReview,
  MarkOverdue: serverOnly,
  RegisterApplicant: onReview,
  IssueCard: onFile,
  /** Who came from paper has no application: the file is the person's. */
  ReturnCard: {
    roles: ['police-reviewer', 'registrar'],
    scope: (board, { application: id }) =>
      ofRegion(board.application.get(id)?.region ?? board.assistant.get(id)?.region),
  },
  EnrolDevice: serverOnly,
  RevokeDevice: {
    roles: ['registrar', 'duty-officer'],
    everywhere: ['administrator'],
    scope: ofDevice,
    self: (board, { device }) => [board.device.get(device)?.holder.id],
    deskDecides: true,
  },
  OpenGateway: { roles: ['administrator'] },
  CloseGateway: { roles: ['administrator'] },

  RegisterUnit: { roles: officers, everywhere: ['administrator'], scope: byRegion },
  ReportLeaving: { roles: all, scope: ofUnit, self: (_, { unit }) => [unit] },
  ReportBack: { roles: all, scope: ofUnit, self: (_, { unit }) => [unit] },
  CloseUnit: { roles: officers, everywhere: ['administrator'], scope: ofUnit },

  BookOn: { roles: all, scope: (board, { who }) => ofCarrier(board, who), self: (_, { who }) => [who.id] },
  BookOff: { roles: all, scope: (board, { who }) => ofCarrier(board, who), self: (_, { who }) => [who.id] },
  ExtendShift: { roles: all, scope: (board, { who }) => ofCarrier(board, who) },

  OpenOperation: {
    roles: all,
    scope: (board, { region, incident }) => [
      ofRegion(region),
      ...(incident ? [ofIncident(board, { incident })] : []),
    ],
  },
  ChangeOperation: onOperation,
  PlanPlace: onOperation,
  ChangePlace: onPlace,
  RemovePlace: onPlace,
  SetHand: onOperation,
  ClearHand: onOperation,
  CloseOperation: onOperation,
  AddNote: {
    roles: all,
    scope: (board, { operation, region }) => (operation ? ofOperation(board, operation) : ofRegion(region)),
  },

  /** Nobody is ordered by a desk that does not see them; borrowing asks their own desk. */
  SendTask: {
    roles: all,
    scope: (board, { operation, unit, members, reserve }) => [
      ofOperation(board, operation),
      ofUnit(board, { unit }),
      ...members.map((member) => ofAssistant(board, member)),
      ...(reserve ?? []).map((assistant) => ofAssistant(board, { assistant })),
    ],
  },
  ApproveTask: { ...onTask, self: leaderOf, deskDecides: true },
  RefuseTask: { ...onTask, self: leaderOf, deskDecides: true },
  OfferSlot: { roles: all, scope: (board, body) => [ofTask(board, body), ofAssistant(board, body)] },
  AnswerOffer: { ...onTask, self: (_, { party }) => [ofParty(party)] },
  ExpireOffer: serverOnly,
  TakeStep: { ...onTask, self: (board, { task, party }) => [ofParty(party), ...leaderOf(board, { task })] },
  UndoStep: { ...onTask, self: (_, { party }) => [ofParty(party)] },
  HoldMember: onTask,
  ResumeMember: onTask,
  StandDown: { ...onTask, self: leaderOf, deskDecides: true },
  RecallTask: onTask,
  MoveMember: {
    roles: all,
    scope: (board, { from, to }) => [ofTask(board, { task: from }), ofTask(board, { task: to })],
  },
  ReplaceUnit: { roles: all, scope: (board, body) => [ofTask(board, body), ofUnit(board, body)] },
  SeeOrder: { ...onTask, self: (_, { party }) => [ofParty(party)] },
  CheckInPost: { ...onTask, self: leaderOf },

  ReportIncident: { roles: all, scope: byRegion },
  JoinIncident: { roles: all, scope: (board, body) => [ofIncident(board, body), byOperation(board, body)] },
  CloseIncident: { roles: all, scope: ofIncident },

  RaiseAlarm: serverOnly,
  /** Any device, always: the alarm is about its own holder. */
  CallForHelp: { roles: none, self: () => ['*'] },
  OwnAlarm: onAlarm,
  ConfirmOfficerWith: onAlarm,
  ClimbAlarm: serverOnly,
  ShelveAlarm: onAlarm,
  ResolveAlarm: onAlarm,
  ClearAlarm: serverOnly,

  /** Whoever used force says so from their own phone, or by radio to the duty officer. */
  ReportForce: {
    roles: officers,
    scope: (board, { assistant = '' }) => ofAssistant(board, { assistant }),
    self: (_, { assistant }) => [assistant ?? '*'],
  },
  WriteForceReport: {
    roles: officers,
    scope: ofReport,
    self: (board, { report }) => [board.report.get(report)?.assistant],
  },
  MarkReportOverdue: serverOnly,
  FreezeForceMinute: serverOnly,
  TakeForceReview: { roles: ['police-reviewer'], scope: ofReport },
  RecordProsecutorNotice: onSecond,
  ReviewForce: { roles: ['police-reviewer'], scope: ofReport },
  SignForceReview: onSecond,
  ReturnForceReview: onSecond,

  /** The register's, of a person or of a file; an administrator is the second pair of eyes. */
  AskErasure: {
    roles: ['registrar'],
    scope: (board, { person }) =>
      ofRegion((board.assistant.get(person) ?? board.application.get(person))?.region),
  },
  CarryOutErasure: { roles: ['administrator'] },
  RefuseErasure: { roles: ['administrator'] },
  EraseByTerm: serverOnly,
  SealTracks: serverOnly,
  RecordRetention: serverOnly,

  SendMessage: onOperation,
  TellOfLeaver: serverOnly,
  SeeMessage: {
    roles: all,
    scope: (board, { message }) => ofOperation(board, board.message.get(message)?.operation),
    self: (_, { who }) => [who.id],
  },
  OfferHandover: { roles: all, scope: byRegion },
  SignHandover: {
    roles: all,
    scope: (board, { handover }) => ofRegion(board.handover.get(handover)?.region),
  },

  RegisterStatement: onSearch,
  AllowHasty: { roles: officers, scope: byOperation },
  SetSearchPoint: onSearch,
  ChangeFindDistances: { roles: ['search-coordinator', 'supervisor'], scope: byRegion },
  ChooseRings: onSearch,
  SetPriors: onSearch,
  OpenConsensus: onSearch,
  GiveSheet: onConsensus,
  CloseConsensus: { ...onConsensus, roles: onSearch.roles },
  DropConsensus: { ...onConsensus, roles: onSearch.roles },
  DescribeSubject: onSearch,
  SetSubjectPhoto: onSearch,
  ScoreUrgency: onSearch,
  AnswerQuestions: onSearch,
  ReleaseCard: onSearch,
  WithdrawCard: onSearch,
  OpenPeriod: onSearch,
  ClosePeriod: onSearch,
  ReportLocated: onSearch,
  TakeBackLocated: onSearch,
  TickLocated: onSearch,
  /** Whoever leads a line there measures it on the spot; an estimate is the desk's. */
  SetSweepWidth: {
    ...onSearch,
    self: (board, { operation, sweepWidth }) =>
      sweepWidth.source === 'rd-test' ? leadersIn(board, operation) : [],
    deskDecides: true,
  },
  PlaceClue: { roles: all, scope: byOperation },
  /** Whoever is or was in a task of the search: a phone without a network comes late. */
  ReportClue: { roles: none, self: (board, { operation }) => searchersOf(board, operation) },
  AddCluePhoto: {
    roles: all,
    scope: ofClue,
    self: (board, { clue }) => [board.clue.get(clue)?.by],
    deskDecides: true,
  },
  AssessClue: onClue,
  NoteCustody: { roles: all, scope: ofClue },
  ReleaseClue: onClue,
  WithdrawClue: onClue,
  CreditTrack: onPlace,
  AddSearchLines: onSearch,
  DropSearchLine: onSearch,
  /** Whoever of the desk hears of a danger. */
  MarkHazard: onOperation,
  ClearHazard: onOperation,
  PrintPaper: onOperation,
  LockSegment: onPlace,
  UnlockSegment: onPlace,
  CutSegment: onPlace,
  DropTrack: { roles: all, scope: byOperation },
  RecordSearch: onPlace,
  UndoSearch: onPlace,
  DebriefSearch: onPlace,
  UndoDebrief: onPlace,
  SetTeamKind: onSearch,
  SetSweepLine: onPlace,
}
