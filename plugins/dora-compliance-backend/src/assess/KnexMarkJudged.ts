import type {
  Control,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByAssets } from '../due/KnexMarkDue';
import type { InstalledControl } from './AssessmentStore';

/**
 * Makes all controls of assets due whose accepted risks a changed control judges: it may
 * allow others now. To assets without a recorded risk such a control does not apply.
 */
export async function markDueByJudges(
  transaction: Knex.Transaction,
  changed: readonly InstalledControl[],
  now: Instant,
): Promise<void> {
  const judges = changed.flatMap(({ control }) =>
    judgesRisks(control) ? [control.id] : [],
  );
  if (judges.length === 0) {
    return;
  }
  const entityRefs: string[] = await transaction('control_status')
    .whereIn('control_id', judges)
    .whereNot('status', 'not-applicable')
    .distinct()
    .pluck('entity_ref');
  await markDueByAssets(transaction, entityRefs, now);
}

function judgesRisks({ population, assess }: Control): boolean {
  return [population, ...assess.map(one => one.population)].some(
    one => one?.from === 'risk-accepted',
  );
}
