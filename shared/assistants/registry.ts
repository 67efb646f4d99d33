import type { RegistryStatus } from './types.ts'

/** What moves a file of the registry. Each event's guard stands where its command is decided. */
export type RegistryStep =
  | 'submit'
  | 'refuse'
  | 'forward'
  | 'register'
  | 'return'
  | 'issue'
  | 'suspend'
  | 'reinstate'
  | 'withdraw'
  | 'terminate'

/** The registration machine, whole (the law's table 3.2): what is not here is refused. */
const transitions: { from: RegistryStatus; step: RegistryStep; to: RegistryStatus }[] = [
  { from: 'DRAFT', step: 'submit', to: 'POLICE_CHECK' },
  { from: 'POLICE_CHECK', step: 'refuse', to: 'REFUSED' },
  { from: 'POLICE_CHECK', step: 'forward', to: 'AKIMAT_REVIEW' },
  { from: 'AKIMAT_REVIEW', step: 'register', to: 'REGISTERED' },
  { from: 'AKIMAT_REVIEW', step: 'return', to: 'POLICE_CHECK' },
  { from: 'REGISTERED', step: 'issue', to: 'ACTIVE' },
  { from: 'ACTIVE', step: 'suspend', to: 'SUSPENDED' },
  { from: 'SUSPENDED', step: 'reinstate', to: 'ACTIVE' },
  { from: 'POLICE_CHECK', step: 'withdraw', to: 'WITHDRAWN' },
  { from: 'AKIMAT_REVIEW', step: 'withdraw', to: 'WITHDRAWN' },
  { from: 'REGISTERED', step: 'terminate', to: 'TERMINATED' },
  { from: 'ACTIVE', step: 'terminate', to: 'TERMINATED' },
  { from: 'SUSPENDED', step: 'terminate', to: 'TERMINATED' },
]

/** Where `step` leads from `from`; null when the table has no such row. */
export function registryAfter(from: RegistryStatus, step: RegistryStep): RegistryStatus | null {
  return transitions.find((row) => row.from === from && row.step === step)?.to ?? null
}

/** The file is closed for good: a new one would have to be opened. */
export const registryEnded: ReadonlySet<RegistryStatus> = new Set(['REFUSED', 'WITHDRAWN', 'TERMINATED'])
