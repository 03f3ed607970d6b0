import { z } from 'zod';

const Digests = z.record(z.string(), z.string());

const Resource = z.looseObject({
  uri: z.string().optional(),
  digest: Digests.optional(),
});

/** An in-toto statement, whatever it is about. */
export const InTotoStatement = z.looseObject({
  subject: z.array(z.looseObject({ digest: Digests })).min(1),
  predicateType: z.string().min(1),
  predicate: z.unknown().optional(),
});

const Version1 = z.looseObject({
  buildDefinition: z.looseObject({
    buildType: z.string(),
    resolvedDependencies: z.array(Resource).optional(),
  }),
  runDetails: z.looseObject({
    builder: z.looseObject({ id: z.string() }),
    metadata: z.looseObject({ invocationId: z.string().optional() }).optional(),
  }),
});

const Version02 = z.looseObject({
  builder: z.looseObject({ id: z.string() }),
  buildType: z.string(),
  invocation: z.looseObject({ configSource: Resource.optional() }).optional(),
  materials: z.array(Resource).optional(),
});

/** How an artifact was made, as far as its provenance reports. */
type Making = {
  builder: string;
  buildType: string;
  sourceRepository?: string;
  sourceCommit?: string;
  runUrl?: string;
};

/**
 * Reads SLSA provenance of version 1 or 0.2; undefined for anything else that
 * may be attested. Throws a ZodError naming the field.
 */
export function readMaking(
  type: string,
  predicate: unknown,
): Making | undefined {
  if (type === 'https://slsa.dev/provenance/v1') {
    const { buildDefinition, runDetails } = Version1.parse(predicate);
    const run = runDetails.metadata?.invocationId;
    return {
      builder: runDetails.builder.id,
      buildType: buildDefinition.buildType,
      ...findSource(buildDefinition.resolvedDependencies ?? []),
      ...(run && /^https:\/\//.test(run) && { runUrl: run }),
    };
  }
  if (type === 'https://slsa.dev/provenance/v0.2') {
    const { builder, buildType, invocation, materials } =
      Version02.parse(predicate);
    const source = invocation?.configSource;
    return {
      builder: builder.id,
      buildType,
      ...findSource([...(source ? [source] : []), ...(materials ?? [])]),
    };
  }
  return undefined;
}

/** The first Git repository something was made of, and its commit. */
function findSource(resources: readonly z.output<typeof Resource>[]) {
  for (const { uri, digest } of resources) {
    const repository = /^git\+(https:\/\/[^@]+)/.exec(uri ?? '')?.[1];
    const commit = digest?.gitCommit ?? digest?.sha1;
    if (repository) {
      return {
        sourceRepository: repository.replace(/\.git$/, ''),
        ...(commit && { sourceCommit: commit }),
      };
    }
  }
  return {};
}
