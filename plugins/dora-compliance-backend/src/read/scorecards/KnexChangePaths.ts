import type {
  ChangePath,
  ChangePathPipeline,
  ChangePathsView,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { IsReadable, Reader } from '../../permissions/Reader';
import { findPathGap } from './findPathGap';
import { findWays } from './findWays';
import { type PathNode, readPathAssets } from './KnexPathAssets';
import { readPathLinks } from './KnexPathLinks';
import { type LinkedPipeline, readPathPipelines } from './KnexPathPipelines';
import { readPathSightings } from './KnexPathSightings';
import type { ScorecardScope } from './ScorecardScope';

/** The request for a page. */
export type ChangePathsPage = {
  limit: number;
  cursor?: string | undefined;
  /** Pipelines that are in no inventory count if they ran after it. */
  since: Instant;
};

/**
 * A page of the assets that a function depends on, each with the pipelines that can
 * change it: four statements, whatever the number of assets and pipelines.
 *
 * @param scope - the function
 * @param reader - who is told only the owners that they may read
 */
export async function readChangePaths(
  knex: Knex,
  scope: Pick<ScorecardScope, 'ref' | 'visible'>,
  { since, ...page }: ChangePathsPage,
  reader: Pick<Reader, 'readable'>,
): Promise<ChangePathsView> {
  const { visible } = scope;
  const { items, ...next } = await readPathAssets(knex, scope, page);
  const refs = items.map(({ asset }) => asset.entityRef);
  const [pipelines, sightings, links] = await Promise.all([
    readPathPipelines(knex, refs, visible),
    readPathSightings(knex, refs, { since, visible }),
    readPathLinks(knex, scope, refs),
  ]);
  const ways = findWays(scope.ref, links);
  const named = [...pipelines.values()].flatMap(found => found.pipelines);
  const isReadable = await reader.readable(
    [...items, ...named].flatMap(({ asset }) => asset.ownerRef ?? []),
  );
  return {
    isPartial: visible !== 'all',
    items: items.map(node => {
      const { entityRef } = node.asset;
      return describePath(node, {
        because: ways.get(entityRef) ?? [],
        linked: pipelines.get(entityRef) ?? { pipelines: [], count: 0 },
        seen: sightings.get(entityRef) ?? { sightings: [], count: 0 },
        isReadable,
      });
    }),
    ...next,
  };
}

/** What was found about an asset. */
type Found = {
  because: ChangePath['because'];
  linked: { pipelines: readonly LinkedPipeline[]; count: number };
  seen: { sightings: ChangePath['notInInventory']; count: number };
  isReadable: IsReadable;
};

function describePath(
  node: PathNode,
  { because, linked, seen, isReadable }: Found,
): ChangePath {
  const pipelines = linked.pipelines.map(one =>
    describePipeline(one, isReadable),
  );
  const gap = findPathGap({
    asset: node.asset,
    pipelines,
    notInInventory: seen.count,
  });
  return {
    ...describeNode(node, isReadable),
    because,
    pipelines,
    pipelineCount: linked.count,
    notInInventory: seen.sightings,
    notInInventoryCount: seen.count,
    ...(gap && { gap }),
  };
}

function describePipeline(
  { link, ...node }: LinkedPipeline,
  isReadable: IsReadable,
): ChangePathPipeline {
  const canDeploy = node.asset.declared.pipeline?.canDeploy;
  return {
    ...describeNode(node, isReadable),
    link,
    ...(canDeploy !== undefined && { canDeploy }),
  };
}

function describeNode(
  { asset, criticality, score }: PathNode,
  isReadable: IsReadable,
) {
  const { entityRef, title, type, ownerRef } = asset;
  return {
    entityRef,
    title,
    ...(type && { type }),
    ...(criticality && { criticality }),
    ...(ownerRef && isReadable(ownerRef) && { ownerRef }),
    ...(score && { score }),
  };
}
