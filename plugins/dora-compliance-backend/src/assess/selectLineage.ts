import {
  type Evidence,
  type IctAsset,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { keysOfAsset, repositoryKeys } from '../register/assetKeys';
import type { LineageTypes } from './EvidenceLoader';

/**
 * What was loaded for one asset, as if it were the only one: a result must not
 * depend on which other assets are assessed at the same time.
 */
export function selectLineage(
  asset: IctAsset,
  byKey: ReadonlyMap<string, readonly Evidence[]>,
  { start, types }: { start: Instant | undefined; types: LineageTypes },
): Evidence[] {
  const findBy = (keys: readonly string[]) => [
    ...new Set(keys.flatMap(key => byKey.get(key) ?? [])),
  ];
  const links = findBy(repositoryKeys(asset)).filter(
    ({ type, observedAt }) =>
      types.commit.includes(type) && start !== undefined && observedAt >= start,
  );
  const changes = new Set(
    links.filter(({ type }) => type === 'change-merged').flatMap(changeKeys),
  );
  const others = findBy(keysOfAsset(asset)).filter(
    item =>
      types.deployment.includes(item.type) ||
      (types.change.includes(item.type) &&
        changeKeys(item).some(key => changes.has(key))),
  );
  return [...new Set([...links, ...others])];
}

function changeKeys({ subjects }: Evidence): string[] {
  return subjects.filter(({ kind }) => kind === 'change').map(subjectKey);
}
