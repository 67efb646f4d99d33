import { clipRing } from '../../../shared/geo/clip-ring.ts'
import { ringArea } from '../../../shared/geo/ring-measure.ts'
import { outsideRefusal } from '../../../shared/operations/plan-rules.ts'
import type { DrawnOutline } from '../../operations/PlaceForm.tsx'
import { refusalText, useDeskWords } from '../../operations/words.ts'
import { Button } from '../../ui/Button.tsx'
import { SegmentSize } from './SegmentSize.tsx'

/** A segment as it is drawn: whether one team can search it, and whether it stays in the operation's area. */
export const segmentCheck = (drawn: DrawnOutline) =>
  drawn.kind === 'segment' && drawn.operation.search ? <SegmentCheck {...drawn} /> : null

function SegmentCheck({ operation, letter, ring, onRing }: DrawnOutline) {
  const { t } = useDeskWords()
  const { perimeter } = operation
  const outside = outsideRefusal(operation, { kind: 'segment', letter, ring })
  const [largest] = outside ? clipRing(ring, perimeter).toSorted((a, b) => ringArea(b) - ringArea(a)) : []
  return (
    <>
      {outside && (
        <div className="flow">
          <span className="amber small" role="alert">
            {refusalText(t, outside)}
          </span>
          <span className="fill" />
          <Button
            onPress={() => largest && onRing(largest)}
            refused={!largest && t('refusals:search.wholly-outside')}
          >
            {t('search:clip')}
          </Button>
        </div>
      )}
      <SegmentSize segments={[{ letter, ring }]} width={operation.search?.sweepWidth.metres ?? 0} />
    </>
  )
}
