import {
  type IctAsset,
  PIPELINE_TYPE,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { repositoryKeys } from './assetKeys';

/**
 * The names of the pipelines of the repositories of an asset that are in no
 * inventory. Undefined if it has no repository, or is a pipeline itself: what is
 * built of the repository answers for them.
 */
export function listNotListed(
  asset: IctAsset,
  byRepository: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const keys = repositoryKeys(asset);
  return keys.length === 0 || asset.type === PIPELINE_TYPE
    ? undefined
    : keys.flatMap(key => byRepository.get(key) ?? []).sort();
}
