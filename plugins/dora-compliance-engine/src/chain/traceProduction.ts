import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { IsKnownGood } from '../lineage/findBases';
import type { Chain } from './Chain';
import { traceChain } from './traceChain';

/**
 * The last deployments to production, latest first, each with how it came about; and
 * the environments of which nobody said whether they are production.
 *
 * @param isKnownGood - whether everything that an earlier deployment contains is
 *   known to be approved; the walk back from a first deployment may end there
 * @public
 */
export function traceProduction(of: {
  evidence: readonly Evidence[];
  asOf: Instant;
  limit: number;
  isKnownGood?: IsKnownGood;
}): { chains: Chain[]; unclassified: string[] } {
  const index = new EvidenceIndex(of.evidence, of.asOf);
  const { deployments } = index;
  const unclassified = deployments.filter(
    ({ kind }) => kind === 'unclassified',
  );
  return {
    chains: deployments
      .filter(({ kind }) => kind === 'production')
      .slice(-of.limit)
      .reverse()
      .map(one => traceChain(one, index, of.isKnownGood)),
    unclassified: [
      ...new Set(unclassified.map(({ environment }) => environment)),
    ].sort(),
  };
}
