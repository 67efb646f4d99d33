import * as z from 'zod/mini'
import { id } from '../kernel/schema.ts'

const members = z
  .array(z.strictObject({ assistant: id, slot: z.int().check(z.minimum(0), z.maximum(39)) }))
  .check(z.maxLength(40))

const party = z.union([z.strictObject({ unit: id }), z.strictObject({ assistant: id })])

export const taskCommands = {
  /** From police: the order. From a coordinator who is not: a request (D4). */
  SendTask: z.strictObject({
    operation: id,
    place: id,
    unit: id,
    members,
    reserve: z.optional(z.array(id).check(z.maxLength(20))),
  }),
  ApproveTask: z.strictObject({ task: id }),
  RefuseTask: z.strictObject({ task: id }),
  /** Offers a free slot of a running task to one more person. */
  OfferSlot: z.strictObject({ task: id, assistant: id, slot: z.int().check(z.minimum(0), z.maximum(39)) }),
  AnswerOffer: z.strictObject({ task: id, party, answer: z.enum(['accept', 'decline']) }),
  /** The server's own, at `expiresAt`; `n` names the offer, so that a later one is not hit. */
  ExpireOffer: z.strictObject({ task: id, party, n: z.int().check(z.minimum(1)) }),
  /** Forward along the chain: by the person, the unit, or the desk ("by radio"). */
  TakeStep: z.strictObject({ task: id, party, to: z.enum(['en-route', 'on-scene', 'complete']) }),
  /** Within ten seconds of the step. */
  UndoStep: z.strictObject({ task: id, party }),
  /** A gate that must always hold was lost (`rule`), or the desk says so. */
  HoldMember: z.strictObject({
    task: id,
    assistant: id,
    rule: z.enum(['D1', 'D3', 'D5', 'D11', 'D12', 'desk']),
  }),
  ResumeMember: z.strictObject({ task: id, assistant: id }),
  /** One person leaves the task. */
  StandDown: z.strictObject({ task: id, party }),
  /** The whole task comes back. */
  RecallTask: z.strictObject({ task: id }),
  MoveMember: z.strictObject({
    from: id,
    to: id,
    assistant: id,
    slot: z.int().check(z.minimum(0), z.maximum(39)),
  }),
  /** Another unit leads from now on: the order gets a new version. */
  ReplaceUnit: z.strictObject({ task: id, unit: id }),
  SeeOrder: z.strictObject({
    task: id,
    party,
    version: z.int().check(z.minimum(1)),
    state: z.enum(['delivered', 'read', 'understood']),
  }),
  /** The leader confirms at once that these people stand at the post. */
  CheckInPost: z.strictObject({ task: id, present: z.array(id).check(z.maxLength(40)) }),
}
