import { provesHours } from '../../shared/service-hours/records.ts'
import type { LoggedEvent } from '../kernel/event.ts'
import { key } from '../kernel/ids.ts'
import type { ExportScope } from '../record/format.ts'
import { Past } from './past.ts'

/** Which records an export of `scope` holds; called in the order of the log. */
export function belongsTo(scope: ExportScope): (event: LoggedEvent) => boolean {
  if ('assistant' in scope) return provesHours(scope)
  if ('from' in scope) return ({ at }) => at >= scope.from && at < scope.to
  const past = new Past()
  const own = key('operation', scope.operation)
  return (event) => {
    past.take([event])
    return event.keys.some((of) => of === own || past.of(of)?.operation === scope.operation)
  }
}
