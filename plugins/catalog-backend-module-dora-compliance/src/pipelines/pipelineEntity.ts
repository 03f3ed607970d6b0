import { createHash } from 'node:crypto';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
  type Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_REPOSITORY,
  PIPELINE_TYPE,
  pipelineUrn,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { BuiltComponent } from './BuiltFrom';
import type { DiscoveredPipeline } from './PipelineSource';

/**
 * Annotation of discovered pipelines: the source they come from.
 *
 * @public
 */
export const ANNOTATION_DISCOVERED_BY = 'dora-compliance.io/discovered-by';

const MAX_NAME = 63;
const HASH_LENGTH = 10;

/** A discovered pipeline as an entity of the catalog. */
export function pipelineEntity(
  pipeline: DiscoveredPipeline,
  context: {
    sourceId: string;
    /** Reference of the ICT third-party provider it comes from. */
    provider?: string;
    /** Components built from its repository. */
    components: readonly BuiltComponent[];
  },
): Entity {
  const { host, project, canDeploy } = pipeline;
  // As the CI system reports them; Backstage makes links of both.
  const repository = webLink(pipeline.repository);
  const url = webLink(pipeline.url) ?? `https://${host}/`;
  const { sourceId, provider, components } = context;
  const urn = pipelineUrn(pipeline);
  const owners = listOwners(components);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: pipelineName(pipeline, urn),
      title: `${pipeline.title} (${project})`,
      description: describe(owners),
      annotations: {
        [ANNOTATION_LOCATION]: `url:${url}`,
        [ANNOTATION_ORIGIN_LOCATION]: `url:${url}`,
        [ANNOTATION_VIEW_URL]: url,
        [ANNOTATION_DISCOVERED_BY]: sourceId,
        ...(repository && { [ANNOTATION_REPOSITORY]: repository }),
      },
    },
    spec: {
      type: PIPELINE_TYPE,
      // No such owner: a pipeline nobody answers for fails control GOV-03.
      owner: owners[0] ?? 'unknown',
      dora: {
        location: `${host}/${project}`,
        ...(provider && { provider }),
        pipeline: {
          urn,
          canDeploy,
          ...(canDeploy && {
            deploys: components.map(({ entityRef }) => entityRef),
          }),
          environments: pipeline.environments,
          runner: pipeline.runner,
        },
      },
    },
  };
}

/** Readable, and unique by a digest of what identifies the pipeline. */
function pipelineName(pipeline: DiscoveredPipeline, urn: string): string {
  const hash = createHash('sha256').update(urn).digest('hex');
  const readable = `${lastPart(pipeline.project)}-${lastPart(
    pipeline.definition,
  ).replace(/\.ya?ml$/i, '')}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME - HASH_LENGTH - 1)
    .replace(/^-|-$/g, '');
  return `${readable || 'pipeline'}-${hash.slice(0, HASH_LENGTH)}`;
}

function lastPart(path: string): string {
  return path.split('/').filter(Boolean).pop() ?? '';
}

function listOwners(components: readonly BuiltComponent[]): string[] {
  const owners = components.flatMap(({ ownerRef }) => ownerRef ?? []);
  return [...new Set(owners)].sort((a, b) => (a < b ? -1 : 1));
}

function describe(owners: readonly string[]): string {
  const [first, ...others] = owners;
  if (!first) {
    return 'Discovered. No component with an owner is built from its repository, so its owner is unknown.';
  }
  return others.length > 0
    ? `Discovered. Components of several owners are built from its repository (${owners.join(
        ', ',
      )}); the first of them is its owner.`
    : 'Discovered. Its owner is the owner of what is built from its repository.';
}
