import type { AccountEvent } from '../../shared/accounts/events.ts'
import type { AssistantEvent } from '../../shared/assistants/events.ts'
import type { GatewayEvent } from '../../shared/gateways/events.ts'
import { dayText } from '../../shared/law/day.ts'
import type { ShiftEvent } from '../../shared/shifts/events.ts'
import type { UnitEvent } from '../../shared/units/events.ts'
import { reasonWord } from '../app/status-reason.ts'
import { assistant, carrier, entered, type Sentences, staff, unit } from './parts.ts'

/** Accounts, gateways, the register, units and shifts. */
export const sentencesOfPeople: Sentences<
  | AccountEvent['type']
  | AssistantEvent['type']
  | GatewayEvent['type']
  | UnitEvent['type']
  | ShiftEvent['type']
> = {
  StoreCreated: ({ data }) => ({ key: `journal:created.${data.purpose}`, params: {} }),
  AccountOpened: ({ data }, who) => ({
    key: 'journal:account-opened',
    params: { who, account: staff(data.account) },
  }),
  GrantsChanged: ({ data }, who) => ({
    key: 'journal:grants-changed',
    params: { who, account: staff(data.account) },
  }),
  AccountClosed: ({ data }, who) => ({
    key: 'journal:account-closed',
    params: { who, account: staff(data.account) },
  }),

  AssistantImported: ({ data }, who) => ({
    key: 'journal:assistant-imported',
    params: { who, callSign: data.callSign },
  }),
  AssistantRegistered: ({ data }) => ({
    key: 'journal:assistant-registered',
    params: { callSign: data.callSign },
  }),
  RegistryStatusChanged: ({ data }, who) => ({
    key: 'journal:status-changed',
    params: {
      who,
      person: assistant(data.assistant),
      from: { word: `terms:registry.${data.from}` },
      to: { word: `terms:registry.${data.to}` },
      reason: { word: reasonWord(data.reason) },
    },
  }),
  AssistantPhotoSet: ({ data }, who) => ({
    key: data.photo ? 'journal:photo-set' : 'journal:photo-removed',
    params: { who, person: assistant(data.assistant) },
  }),
  RecheckRecorded: ({ data }, who) => ({
    key: `law:event.rechecked.${data.result}`,
    params: { who, person: assistant(data.assistant), rule: data.rule },
  }),
  TrainingRecorded: ({ data }, who) => ({
    key: 'law:event.trained',
    params: { who, person: assistant(data.assistant), day: dayText(data.on) },
  }),
  RegionPermitted: ({ data: { assistant: id, permit } }, who) => ({
    key: 'law:event.permitted',
    params: {
      ...{ who, person: assistant(id), region: { region: permit.region }, document: permit.document },
      ...{ from: dayText(permit.from), until: dayText(permit.until) },
    },
  }),
  RegionPermitRevoked: ({ data }, who) => ({
    key: 'law:event.permit-revoked',
    params: { who, person: assistant(data.assistant), document: data.document },
  }),
  DeviceEnrolled: ({ data }) => ({
    key: `journal:device-enrolled.${data.via}`,
    params: { holder: carrier(data.holder) },
  }),
  DeviceRevoked: (_, who) => ({ key: 'journal:device-revoked', params: { who } }),
  GatewayOpened: ({ data }, who) => ({ key: 'journal:gateway-opened', params: { who, name: data.name } }),
  GatewayClosed: ({ data }, who) => ({ key: 'journal:gateway-closed', params: { who, name: data.name } }),

  UnitRegistered: ({ data }, who) => ({
    key: 'journal:unit-registered',
    params: { who, callSign: data.callSign },
  }),
  UnitLeaving: (event) => ({
    key: 'journal:unit-leaving',
    params: { unit: unit(event.data.unit) },
    ...entered(event, event.data.unit),
  }),
  UnitBack: (event) => ({
    key: 'journal:unit-back',
    params: { unit: unit(event.data.unit) },
    ...entered(event, event.data.unit),
  }),
  UnitClosed: ({ data }, who) => ({ key: 'journal:unit-closed', params: { who, unit: unit(data.unit) } }),

  ShiftOpened: (event) => ({
    key: 'journal:shift-opened',
    params: { person: carrier(event.data.who), to: { clock: event.data.to } },
    ...entered(event, event.data.who.id),
  }),
  ShiftExtended: (event) => ({
    key: 'journal:shift-extended',
    params: { person: carrier(event.data.who), to: { clock: event.data.to } },
    ...entered(event, event.data.who.id),
  }),
  ShiftClosed: (event) => ({
    key: `journal:shift-closed.${event.data.why}`,
    params: { person: carrier(event.data.who) },
    ...entered(event, event.data.who.id),
  }),
}
