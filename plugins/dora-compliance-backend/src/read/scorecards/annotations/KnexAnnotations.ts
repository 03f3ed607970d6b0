import type {
  Day,
  Instant,
  TrendView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readNumber,
  type StoredNumber,
} from '../../../kernel/database/columns';
import type { ScorecardScope } from '../ScorecardScope';
import type { AnnotationRow } from './KnexAnnotationRow';
import { selectAcceptedRisks } from './KnexAcceptedRisks';
import { selectControlChanges } from './KnexControlChanges';
import { selectGaps } from './KnexGaps';
import { type AnnotationNames, toAnnotation } from './toAnnotation';

const LIMIT = 50;

/**
 * What may explain a jump of the trend of a scope, in one statement. Only the latest
 * are read; the others are counted.
 *
 * @param days - the first and the last day with scores
 */
export async function readAnnotations(
  knex: Knex,
  scope: ScorecardScope,
  days: { from: Day; to: Day },
  names: AnnotationNames,
): Promise<Pick<TrendView, 'annotations' | 'omittedAnnotations'>> {
  const range = {
    start: `${days.from}T00:00:00.000Z` as Instant,
    end: `${days.to}T23:59:59.999Z` as Instant,
  };
  const found = knex.unionAll([
    selectControlChanges(knex, range),
    selectGaps(knex, scope, range),
    selectAcceptedRisks(knex, scope, range),
  ]);
  const rows: (AnnotationRow & { total: StoredNumber })[] = await knex
    .from(found.as('found'))
    .select('*', knex.raw('COUNT(*) OVER () AS total'))
    .orderByRaw(
      'latest DESC, day DESC, kind, what, cause, until, closed, amount',
    )
    .limit(LIMIT);
  const [first] = rows;
  return {
    annotations: rows.map(row => toAnnotation(row, names)),
    omittedAnnotations: first ? readNumber(first.total) - rows.length : 0,
  };
}
