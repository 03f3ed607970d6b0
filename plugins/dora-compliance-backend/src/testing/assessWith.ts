import type {
  Assessment,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AssessmentStore } from '../assess/AssessmentStore';
import type { DecidablePair, FailedPair } from '../assess/ClaimedPair';
import { decideEach } from '../assess/decideEach';

/**
 * Processes due pairs with a function in place of the controls. Pairs for which
 * it returns nothing have nothing to assess. Returns how many were processed.
 */
export async function assessWith(
  store: AssessmentStore,
  options: {
    limit: number;
    now: Instant;
    decide: (due: readonly DecidablePair[]) => Promise<readonly Assessment[]>;
    onFailed?: (failed: FailedPair) => void;
  },
): Promise<number> {
  const { limit, now, onFailed } = options;
  const claim = await store.claim({ limit, now });
  try {
    const decided = await decideEach(claim.pairs, async due => {
      const assessments = await options.decide(due);
      return due.map(pair => {
        const assessment = assessments.find(
          one =>
            one.entityRef === pair.entityRef &&
            one.controlId === pair.controlId,
        );
        return { ...pair, ...(assessment && { assessment }) };
      });
    });
    const { worked, failed } = await store.complete(claim, decided, now);
    failed.forEach(pair => onFailed?.(pair));
    return worked;
  } catch (error) {
    await store.release(claim);
    throw error;
  }
}
