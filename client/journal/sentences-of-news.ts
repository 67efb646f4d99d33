import type { AlarmEvent } from '../../shared/alarms/events.ts'
import type { WordKey } from '../../shared/i18n/keys.ts'
import type { IncidentEvent } from '../../shared/incidents/events.ts'
import type { MessageEvent } from '../../shared/messages/events.ts'
import type { CaseEvents, ClueEvents } from '../../shared/search/case/case-events.ts'
import type { SearchEvent } from '../../shared/search/events.ts'
import {
  alarm,
  carrier,
  entered,
  incident,
  operation,
  place,
  podParts,
  type Sentence,
  type Sentences,
  task,
} from './parts.ts'

/** Alarms, incidents, messages, handovers and what a search finds. */
export const sentencesOfNews: Sentences<
  | AlarmEvent['type']
  | IncidentEvent['type']
  | MessageEvent['type']
  | Exclude<SearchEvent['type'], keyof CaseEvents | keyof ClueEvents>
> = {
  AlarmRaised: ({ data }) => ({
    key: 'journal:alarm-raised',
    params: {
      kind: { word: `terms:alarm.${data.kind}` },
      subject: { of: data.subject.kind, id: data.subject.id },
    },
  }),
  AlarmRepeated: ({ data }) => ({ key: 'journal:alarm-repeated', params: { alarm: alarm(data.alarm) } }),
  AlarmOwned: ({ data }, who) => ({ key: 'journal:alarm-owned', params: { who, alarm: alarm(data.alarm) } }),
  OfficerWithPerson: ({ data }, who) => ({
    key: 'journal:officer-with',
    params: { who, alarm: alarm(data.alarm) },
  }),
  AlarmClimbed: ({ data }) => ({
    key: 'journal:alarm-climbed',
    params: { alarm: alarm(data.alarm), level: data.level },
  }),
  AlarmShelved: ({ data }, who) => ({
    key: 'journal:alarm-shelved',
    params: { who, alarm: alarm(data.alarm), until: { clock: data.until } },
  }),
  AlarmResolved: ({ data: { account, alarm: id, reason } }, who): Sentence =>
    account === null
      ? { key: 'journal:alarm-gone', params: { alarm: alarm(id) } }
      : {
          key: 'journal:alarm-resolved',
          params: { who, alarm: alarm(id), reason: { word: `terms:resolved.${reason}` as WordKey } },
        },

  IncidentReported: ({ data }, who) => ({
    key: 'journal:incident-reported',
    params: { who, number: data.number, kind: { word: `terms:incident.${data.kind}` }, place: data.place },
  }),
  IncidentJoined: ({ data }, who) => ({
    key: 'journal:incident-joined',
    params: { who, incident: incident(data.incident), operation: operation(data.operation) },
  }),
  IncidentClosed: ({ data }, who) => ({
    key: 'journal:incident-closed',
    params: { who, incident: incident(data.incident) },
  }),

  MessageSent: ({ data }, who) => ({
    key: `journal:message-sent.${data.kind}`,
    params: {
      who,
      to: data.task ? task(data.task) : operation(data.operation),
      people: { word: 'terms:people', count: data.to.length },
    },
  }),
  MessageSeen: (event) => ({
    key: 'journal:message-seen',
    params: { person: carrier(event.data.who), state: { word: `terms:order.${event.data.state}` } },
    ...entered(event, event.data.who.id),
  }),
  HandoverOffered: ({ data }, who) => ({
    key: 'journal:handover-offered',
    params: { who, region: { region: data.region }, alarms: data.alarms.length, tasks: data.tasks.length },
  }),
  HandoverSigned: (_, who) => ({ key: 'journal:handover-signed', params: { who } }),

  SearchPointSet: ({ data }, who) => ({
    key: 'journal:search-point',
    params: { who, point: { word: `terms:search.${data.point}` }, operation: operation(data.operation) },
  }),
  SweepWidthSet: ({ data }, who) => ({
    key: 'journal:sweep-width',
    params: { who, metres: data.sweepWidth.metres, operation: operation(data.operation) },
  }),
  TrackCredited: ({ data }, who) => ({
    key: 'journal:track-credited',
    params: { who, walker: { sealed: data.sealed }, place: place(data.place) },
  }),
  TrackDropped: ({ data }, who) => ({
    key: 'journal:track-dropped',
    params: { who, operation: operation(data.operation) },
  }),
  SegmentSearched: ({ data }, who) => {
    const { pod, coverage, trackMetres } = data.search
    return {
      key: 'journal:segment-searched',
      params: { who, place: place(data.place), ...podParts(pod, coverage, trackMetres) },
    }
  },
  SweepLineSet: ({ data: { line, place: at } }, who) => ({
    key: line ? 'journal:sweep-line' : 'journal:sweep-line-cleared',
    params: { who, place: place(at), metres: line?.spacing ?? 0, bearing: line?.bearing ?? 0 },
  }),
  SegmentSearchUndone: ({ data }, who) => ({
    key: 'journal:segment-undone',
    params: { who, place: place(data.place) },
  }),
}
