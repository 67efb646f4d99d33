/** What a report of used force is filled in with. */
export { ForceGuide } from './ForceGuide.tsx'
export { ForceWriting } from './ForceWriting.tsx'
