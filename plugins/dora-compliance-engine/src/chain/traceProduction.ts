import {
  type Evidence,
  type Instant,
  isAtLeast,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../lineage/Deployments';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { AfterDeployment } from '../runtime/AfterDeployment';
import { traceAfterDeployment } from '../runtime/traceAfterDeployment';
import type { Chain } from './Chain';
import { traceChain } from './traceChain';

/**
 * A deployment as results name it. `at` distinguishes several with the same id in one
 * environment.
 *
 * @public
 */
export type NamedDeployment = {
  id: string;
  environment: string;
  at?: Instant | undefined;
};

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
}): {
  chains: Chain[];
  unclassified: string[];
  unproven: number;
} {
  const { index, unproven } = indexProven(of);
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
    unproven,
  };
}

/**
 * All deployments to production, earliest first, by the same rules.
 *
 * @public
 */
export function listProductionDeployments(of: {
  evidence: readonly Evidence[];
  asOf: Instant;
}): KnownDeployment[] {
  const { deployments } = indexProven(of).index;
  return deployments.filter(({ kind }) => kind === 'production');
}

/**
 * One deployment to production and what happened after it, by the same rules; undefined
 * if none of them is it. The latest of several that have its name, if its time is not
 * given.
 *
 * @public
 */
export function traceDeployment(of: {
  evidence: readonly Evidence[];
  asOf: Instant;
  deployment: NamedDeployment;
}): { chain: Chain; after: AfterDeployment; unproven: number } | undefined {
  const { index, unproven } = indexProven(of);
  const found = index.deployments
    .filter(one => one.kind === 'production' && hasName(one, of.deployment))
    .at(-1);
  return (
    found && {
      chain: traceChain(found, index),
      after: traceAfterDeployment(found, index),
      unproven,
    }
  );
}

/** Each system that reports a deployment has its own id for it. */
function hasName(
  { reports, environment, at }: KnownDeployment,
  named: NamedDeployment,
): boolean {
  return (
    environment === named.environment &&
    (named.at === undefined || named.at === at) &&
    reports.some(({ predicate }) => predicate.deployment.id === named.id)
  );
}

function indexProven({
  evidence,
  asOf,
}: {
  evidence: readonly Evidence[];
  asOf: Instant;
}) {
  const proven = evidence.filter(({ verification }) =>
    isAtLeast(verification, 'authenticated'),
  );
  return {
    index: new EvidenceIndex(proven, asOf),
    unproven: countIds(evidence) - countIds(proven),
  };
}

function countIds(evidence: readonly Evidence[]): number {
  return new Set(evidence.map(({ id }) => id)).size;
}
