import {
  type Duration,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Members, PopulationContext } from '../registry/Population';
import { countDays } from './countDays';

/**
 * What it means that nothing of a kind happened within a window: not applicable
 * only if the repositories of the asset are known and something was received from
 * them.
 */
export function explainNoEvent(
  { asset, sourceHeard }: PopulationContext,
  { kind, within }: { kind: string; within: Duration },
): NonNullable<Members['empty']> {
  if (!asset.linked) {
    return { status: 'not-assessed', reason: reason('asset-not-linked') };
  }
  return sourceHeard
    ? {
        status: 'not-applicable',
        reason: reason('population-empty', { days: countDays(within), kind }),
      }
    : { status: 'not-assessed', reason: reason('source-silent') };
}
