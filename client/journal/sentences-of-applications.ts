import type { ApplicationEvent } from '../../shared/applications/events.ts'
import { application, type Sentences } from './parts.ts'

/** Files from application to card. What a check has found is in none of them. */
export const sentencesOfApplications: Sentences<ApplicationEvent['type']> = {
  ApplicationSubmitted: ({ data }) => ({ key: 'law:event.submitted', params: { number: data.number } }),
  PoliceCheckRecorded: ({ data }, who) => ({
    key: `law:event.checked.${data.result}`,
    params: { who, file: application(data.application), rule: data.rule },
  }),
  ApplicationForwarded: ({ data }, who) => ({
    key: 'law:event.forwarded',
    params: { who, file: application(data.application) },
  }),
  ApplicationRefused: ({ data }, who) => ({
    key: 'law:event.refused',
    params: { who, file: application(data.application), reason: { sealed: data.reason } },
  }),
  ApplicationWithdrawn: ({ data, by }, who) => ({
    key: by.kind === 'system' ? 'law:event.withdrawn-by-applicant' : 'law:event.withdrawn',
    params: { who, file: application(data.application) },
  }),
  ApplicationReturned: ({ data }, who) => ({
    key: 'law:event.returned',
    params: { who, file: application(data.application), reason: { sealed: data.reason } },
  }),
  ApplicationOverdue: ({ data }) => ({
    key: `law:event.overdue.${data.office}`,
    params: { file: application(data.application) },
  }),
  ApplicantRegistered: ({ data }, who) => ({
    key: 'law:event.registered',
    params: { who, file: application(data.application), number: data.number },
  }),
  CardIssued: ({ data }, who) => ({
    key: 'law:event.card-issued',
    params: { who, file: application(data.application), number: data.number, badge: data.badge },
  }),
  CardReturned: ({ data }, who) => ({
    key: 'law:event.card-returned',
    params: { who, file: application(data.application) },
  }),
}
