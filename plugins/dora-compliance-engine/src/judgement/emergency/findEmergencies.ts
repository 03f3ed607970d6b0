import {
  type Evidence,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { findMerged } from '../../lineage/findMerged';
import { isSameCommit } from '../../lineage/keys';

export type Emergency = Evidence<'emergency-declared'>;

const DAY = 24 * 60 * 60 * 1000;

/** How many days back emergencies are counted. */
export const COUNTED_DAYS = 90;

/** The emergencies that name a deployment, its commit, or the change it came from. */
export function findEmergencies(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): Emergency[] {
  const named = index.ofType('emergency-declared');
  if (named.length === 0) {
    return [];
  }
  const { commit, reports } = deployment;
  const names = reports.flatMap(({ predicate: { deployment: one } }) =>
    [one.id, one.url].map(toKey),
  );
  const changes = findMerged(deployment, index).map(({ predicate }) =>
    toKey(predicate.change.url),
  );
  return named.filter(
    ({ predicate }) =>
      predicate.deployments.some(one => names.includes(toKey(one))) ||
      predicate.changes.some(one => changes.includes(toKey(one))) ||
      (commit !== undefined &&
        predicate.commits.some(one => isSameCommit(one, commit))),
  );
}

function toKey(text: string): string {
  return text.trim().toLowerCase().replace(/\/$/, '');
}

/**
 * How many emergencies there were in the days until a deployment, that one included.
 * An emergency that was recorded again began at the same time. One that goes on counts
 * again on each day on which something is deployed in it, so that one record does not
 * stand for all the deployments of a quarter.
 */
export function countEmergencies(
  { at }: KnownDeployment,
  index: EvidenceIndex,
): number {
  const since = subtractDuration(at, `P${COUNTED_DAYS}D`);
  const counted = index.deployments.filter(
    one => one.kind === 'production' && one.at > since && one.at <= at,
  );
  return new Set(
    counted.flatMap(one =>
      findEmergencies(one, index)
        .slice(0, 1)
        .map(
          ({ predicate: { startedAt } }) =>
            `${startedAt} ${countWholeDays(startedAt, one.at)}`,
        ),
    ),
  ).size;
}

function countWholeDays(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / DAY);
}
