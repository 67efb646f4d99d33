/** What one team can do in one go. */
interface TeamEffort {
  people: number
  /** km/h of each. */
  speed: number
  hours: number
  /** Sweep width in metres. */
  width: number
  coverage: number
}

export interface SegmentSize {
  /** Square metres that the team can cover so: n · v · h · W ÷ C. */
  most: number
  verdict: 'fits' | 'too-big' | 'too-small'
  /** Into how many parts a segment that is too big is cut; 1 else. */
  cutIn: number
}

/** Under this share of a team's time the way there and back costs more than the search. */
const worthATeam = 0.2

export function segmentSize(
  area: number,
  { people, speed, hours, width, coverage }: TeamEffort,
): SegmentSize {
  const most = (people * speed * 1000 * hours * width) / coverage
  // A tenth more is a matter of how one walks.
  if (area > most * 1.1) return { most, verdict: 'too-big', cutIn: Math.ceil(area / most) }
  return { most, verdict: area < most * worthATeam ? 'too-small' : 'fits', cutIn: 1 }
}
