import { subjectKey } from '../evidence/Subject';
import type { IctAsset } from './IctAsset';

/** The key of the asset itself. */
function assetKey(asset: IctAsset): string {
  return subjectKey({ kind: 'entity', uri: asset.entityRef });
}

/**
 * The keys of the repositories an asset is built from.
 *
 * @public
 */
export function repositoryKeys(asset: IctAsset): string[] {
  return asset.repositories.map(uri => subjectKey({ kind: 'repository', uri }));
}

/**
 * The account that owns a repository: the host and the first part of the path, such
 * as `https://github.com/bank`.
 *
 * @public
 */
export function findOrganization(repository: string): string {
  return /^[^/]*\/\/[^/]+\/[^/]+(?=\/)/.exec(repository)?.[0] ?? repository;
}

/**
 * The accounts that own the repositories of an asset, each once.
 *
 * @public
 */
export function listOrganizations(asset: IctAsset): string[] {
  const owners = new Map(
    asset.repositories
      .map(findOrganization)
      .map(uri => [subjectKey({ kind: 'organization', uri }), uri]),
  );
  return [...owners.values()];
}

/**
 * The key of the account that owns a repository.
 *
 * @public
 */
export function organizationKey(repository: string): string {
  return subjectKey({
    kind: 'organization',
    uri: findOrganization(repository),
  });
}

/**
 * The keys under which evidence about the organizations of an asset is found. They
 * are not keys of the asset: its readers can't open that evidence.
 *
 * @public
 */
export function organizationKeys(asset: IctAsset): string[] {
  return [...new Set(asset.repositories.map(organizationKey))];
}

/**
 * All keys whose evidence concerns an asset.
 *
 * @public
 */
export function keysOfAsset(asset: IctAsset): string[] {
  const urn = asset.declared.pipeline?.urn;
  return [
    assetKey(asset),
    ...repositoryKeys(asset),
    ...(urn ? [subjectKey({ kind: 'pipeline', uri: urn })] : []),
  ];
}
