import {
  type ChangePathGap,
  type ChangePathPipeline,
  type IctAsset,
  PIPELINE_TYPE,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What is known of the pipelines of an asset. */
type KnownPipelines = {
  asset: Pick<IctAsset, 'type' | 'repositories'>;
  pipelines: readonly Pick<ChangePathPipeline, 'link' | 'canDeploy'>[];
  /** Pipelines of its repositories that ran and are in no inventory. */
  notInInventory: number;
};

/**
 * Why it can't be told which pipeline deploys an asset; undefined if one is known. That a
 * pipeline is defined in its repository does not say that the pipeline deploys it.
 */
export function findPathGap({
  asset,
  pipelines,
  notInInventory,
}: KnownPipelines): ChangePathGap | undefined {
  if (pipelines.some(({ link }) => link === 'deployed-by')) {
    return undefined;
  }
  if (asset.type?.toLowerCase() === PIPELINE_TYPE) {
    return 'is-pipeline';
  }
  if (notInInventory > 0) {
    return 'not-in-inventory';
  }
  if (pipelines.some(({ canDeploy }) => canDeploy !== false)) {
    return 'not-named';
  }
  if (pipelines.length > 0) {
    return 'deploys-nothing';
  }
  return asset.repositories.length > 0 ? 'no-pipeline' : 'no-repository';
}
