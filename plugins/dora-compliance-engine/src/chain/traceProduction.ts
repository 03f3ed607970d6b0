import {
  type Evidence,
  type Instant,
  isAtLeast,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Chain } from './Chain';
import { traceChain } from './traceChain';

/**
 * The last deployments to production, latest first, each with how it came about; the
 * environments of which nobody said whether they are production; and how many pieces of
 * evidence were not counted because their origin is not proven. As for the controls on
 * deployments, what somebody only claims proves no step.
 *
 * @public
 */
export function traceProduction(of: {
  evidence: readonly Evidence[];
  asOf: Instant;
  limit: number;
}): { chains: Chain[]; unclassified: string[]; unproven: number } {
  const proven = of.evidence.filter(({ verification }) =>
    isAtLeast(verification, 'authenticated'),
  );
  const index = new EvidenceIndex(proven, of.asOf);
  const { deployments } = index;
  const unclassified = deployments.filter(
    ({ kind }) => kind === 'unclassified',
  );
  return {
    chains: deployments
      .filter(({ kind }) => kind === 'production')
      .slice(-of.limit)
      .reverse()
      .map(one => traceChain(one, index)),
    unclassified: [
      ...new Set(unclassified.map(({ environment }) => environment)),
    ].sort(),
    unproven: countIds(of.evidence) - countIds(proven),
  };
}

function countIds(evidence: readonly Evidence[]): number {
  return new Set(evidence.map(({ id }) => id)).size;
}
