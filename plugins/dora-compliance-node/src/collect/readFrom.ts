import {
  type Duration,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectorContext } from './EvidenceCollector';

/**
 * From when on a round reads what happened: as far back as it must, and as
 * far as the collector itself wants.
 *
 * @param wanted - e.g. `P3D`
 * @public
 */
export function readFrom(
  { now, lookBackTo }: CollectorContext,
  wanted: Duration,
): Instant {
  const from = subtractDuration(now(), wanted);
  return lookBackTo !== undefined && lookBackTo < from ? lookBackTo : from;
}
