import {
  type Evidence,
  type IctAsset,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { keysOfAsset } from '../register/assetKeys';

/** Before all evidence. */
const BEGINNING = '1970-01-01T00:00:00.000Z' as Instant;

/**
 * From when on evidence about the commits of each asset is needed: from the earliest
 * sighting of a commit that it deployed. A commit deployed from one repository of an
 * asset may have come through another one, and a deployment may name only the asset.
 *
 * The first known deployment to an environment answers for all that was pushed
 * before. If it is assessed, all evidence is needed.
 */
export function findStarts(
  assets: readonly IctAsset[],
  {
    deployments,
    sighted,
    since,
  }: {
    deployments: readonly Evidence[];
    sighted: ReadonlyMap<string, Instant>;
    since: Instant;
  },
): ReadonlyMap<string, Instant> {
  const firstSeen = new Map<string, Instant>();
  for (const deployment of deployments) {
    for (const commit of commitKeys(deployment)) {
      deployment.subjects.forEach(subject =>
        recordFirst(firstSeen, subjectKey(subject), sighted.get(commit)),
      );
    }
  }
  for (const deployment of listFirst(deployments, since)) {
    deployment.subjects.forEach(subject =>
      recordFirst(firstSeen, subjectKey(subject), BEGINNING),
    );
  }
  const starts = new Map<string, Instant>();
  for (const asset of assets) {
    for (const key of keysOfAsset(asset)) {
      recordFirst(starts, asset.entityRef, firstSeen.get(key));
    }
  }
  return starts;
}

/**
 * First deployments to environments that are assessed: those within the window, and
 * those that are running. A second deployment of the same commit changes nothing.
 */
function listFirst(
  deployments: readonly Evidence[],
  since: Instant,
): Evidence[] {
  const byPlace = new Map<string, Evidence[]>();
  for (const item of deployments) {
    const deployment = findDeployment(item);
    if (deployment) {
      const repository = item.subjects.find(
        ({ kind }) => kind === 'repository',
      );
      const place = JSON.stringify([
        repository ? subjectKey(repository) : '',
        deployment.environment.name,
      ]);
      byPlace.set(place, [...(byPlace.get(place) ?? []), item]);
    }
  }
  return [...byPlace.values()].flatMap(all => {
    const [first, ...others] = [...all].sort((a, b) =>
      a.observedAt < b.observedAt ? -1 : 1,
    );
    const replaced = others.some(
      other => findDeployment(other)?.commit !== findDeployment(first!)?.commit,
    );
    return first && (first.observedAt > since || !replaced) ? [first] : [];
  });
}

function findDeployment(item: Evidence) {
  return item.type === 'service-deployed' || item.type === 'service-rolled-back'
    ? item.predicate.deployment
    : undefined;
}

export function recordFirst(
  first: Map<string, Instant>,
  key: string,
  at: Instant | undefined,
) {
  const known = first.get(key);
  if (at && (!known || at < known)) {
    first.set(key, at);
  }
}

export function commitKeys({ subjects }: Evidence): string[] {
  return subjects.filter(({ kind }) => kind === 'commit').map(subjectKey);
}
