import { create } from 'zustand'

/** One team in one operational period, as the coordinator reckons with it; what segments are measured against. */
export const useSegmentEffort = create(() => ({ people: 6, speed: 1.5, hours: 4, coverage: 1 }))
