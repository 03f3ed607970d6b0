import type {
  Day,
  TrendView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readAnnotations } from './annotations/KnexAnnotations';
import type { AnnotationNames } from './annotations/toAnnotation';
import { readPastState, readScoreHistory } from './KnexScoreHistory';
import type { ScorecardScope } from './ScorecardScope';

/** The score of a scope over time, and what may explain its jumps. */
export async function readTrend(
  knex: Knex,
  scope: ScorecardScope,
  range: { from: Day; to: Day },
  names: AnnotationNames,
): Promise<TrendView> {
  const isRestricted = scope.visible !== 'all';
  const { recordedFrom, isOutdated } = await readPastState(knex, scope);
  const days = await readScoreHistory(knex, scope, range);
  const [first] = days;
  const isPastShown = days.some(one => one.isReconstructed);
  // Otherwise it would tell when assets that may not be read were first recorded.
  const isTold = !isRestricted || isPastShown;
  return {
    isPartial: isRestricted,
    belonging: findBelonging(scope),
    ...(recordedFrom && isTold && { recordedFrom }),
    ...(isPastShown && isOutdated && { isPastOutdated: true as const }),
    days,
    // Nothing before the first score has to be explained.
    ...(first
      ? await readAnnotations(knex, scope, { ...range, from: first.day }, names)
      : { annotations: [], omittedAnnotations: 0 }),
  };
}

/** The systems of a domain are asked of the catalog, which does not know former ones. */
function findBelonging({
  of,
  visible,
}: ScorecardScope): TrendView['belonging'] {
  const isThen =
    visible === 'all'
      ? of !== 'domain'
      : ['organization', 'group'].includes(of);
  return isThen ? 'then' : 'now';
}
