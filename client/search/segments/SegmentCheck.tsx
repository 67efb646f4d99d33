import { clipRing, cutOff } from '../../../shared/geo/clip-ring.ts'
import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { outsideRefusal } from '../../../shared/operations/plan-rules.ts'
import { overlapOf } from '../../../shared/search/segments/overlap.ts'
import type { DrawnOutline } from '../../operations/PlaceForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { SegmentSize } from './SegmentSize.tsx'

/** A segment as it is drawn: whether one team can search it, stays in the operation's area and shares none with another. */
export const segmentCheck = (drawn: DrawnOutline) =>
  drawn.kind === 'segment' && drawn.operation.search ? <SegmentCheck {...drawn} /> : null

function SegmentCheck({ operation, others, letter, ring, onRing }: DrawnOutline) {
  const { t } = useDeskWords()
  const segment = { kind: 'segment', letter, ring } as const
  const outside = outsideRefusal(operation, segment)
  const shared = outside ? null : overlapOf(segment, others)
  const parts = outside ? clipRing(ring, operation.perimeter) : shared ? cutOff(ring, shared.ring) : []
  const [largest] = parts.toSorted((a, b) => ringArea(b) - ringArea(a))
  const problem = outside ?? shared?.refusal
  return (
    <>
      {problem && (
        <div className="flow">
          <span className="amber small" role="alert">
            {refusalText(t, problem)}
          </span>
          <span className="fill" />
          <Button
            onPress={() => largest && onRing(largest)}
            refused={
              !largest && t(outside ? 'refusals:search.wholly-outside' : 'refusals:search.wholly-shared')
            }
          >
            {t('search:clip')}
          </Button>
        </div>
      )}
      <SegmentSize segments={[{ letter, ring }]} width={operation.search?.sweepWidth.metres ?? 0} />
    </>
  )
}
