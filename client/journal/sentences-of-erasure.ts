import type { ErasureEvent } from '../../shared/erasure/events.ts'
import type { Sentences } from './parts.ts'

/** What is personal, asked to be erased and erased: by call sign or number of the file alone. */
export const sentencesOfErasure: Sentences<ErasureEvent['type']> = {
  ErasureAsked: ({ data }, who) => ({ key: 'journal:erasure-asked', params: { who, label: data.label } }),
  ErasureRefused: (_, who) => ({ key: 'journal:erasure-refused', params: { who } }),
  PersonErased: ({ data }, who) => ({
    key: data.erasure === null ? 'journal:erased-by-term' : 'journal:erased',
    params: { who },
  }),
  TracksSealed: ({ data }) => ({ key: 'journal:tracks-sealed', params: { count: data.points } }),
  RetentionRan: ({ data }) => ({ key: 'journal:retention-ran', params: { ...data } }),
}
