import type { KnownDeployment } from '../lineage/Deployments';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { isSameCommit } from '../lineage/keys';

type Places = ReadonlyMap<string, readonly KnownDeployment[]>;

/** Each deployment of an asset asks for the ones to its environment. */
const places = new WeakMap<EvidenceIndex, Places>();

/**
 * The deployment that took another one back: the next one to the same environment,
 * if it is reported as a roll-back, or if it deploys a commit that was there before.
 */
export function findRollback(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): KnownDeployment | undefined {
  const there = listPlaces(index).get(describePlace(deployment)) ?? [];
  const place = there.indexOf(deployment);
  const next = there[place + 1];
  if (place < 0 || !next) {
    return undefined;
  }
  const isReported = index
    .ofType('service-rolled-back')
    .some(({ id }) => next.reports.some(report => report.id === id));
  const isBack =
    !isSame(next.commit, deployment.commit) &&
    there.slice(0, place).some(({ commit }) => isSame(commit, next.commit));
  return isReported || isBack ? next : undefined;
}

/** Deployments by repository and environment, also those without a commit. */
function listPlaces(index: EvidenceIndex): Places {
  const known = places.get(index);
  if (known) {
    return known;
  }
  const found = new Map<string, KnownDeployment[]>();
  for (const one of index.deployments) {
    const key = describePlace(one);
    const group = found.get(key) ?? [];
    found.set(key, group);
    group.push(one);
  }
  places.set(index, found);
  return found;
}

function describePlace({ repository, environment }: KnownDeployment): string {
  return JSON.stringify([repository ?? '', environment]);
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && isSameCommit(one, other);
}
