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
