import {
  asBlock,
  type Block,
  gitlabJobsIn,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** What a CI configuration says of what it uses and where it deploys. */
type CiConfig = {
  /** Images of jobs and services, each once, in order of appearance. */
  images: string[];
  /** Tags jobs ask of their runner, sorted. */
  tags: string[];
  /** Names of environments, sorted; some have variables in them. */
  environments: string[];
  /** Conditions under which a pipeline is made, as they are written. */
  conditions: string[];
};

const Named = z.union([
  z.string().min(1),
  z.looseObject({ name: z.string().min(1) }).transform(({ name }) => name),
]);

const Job = z.looseObject({
  image: Named.optional().catch(undefined),
  services: z.array(Named).optional().catch(undefined),
  tags: z.array(z.string()).optional().catch(undefined),
  environment: Named.optional().catch(undefined),
});

const Workflow = z.looseObject({
  rules: z.array(z.looseObject({ if: z.string().optional() })),
});

/**
 * Reads a whole configuration, as GitLab gives it after it put the includes
 * together.
 */
export function readCiConfig(content: Block): CiConfig {
  const config = asBlock(unprefixed(content)) ?? {};
  const { image, services } = config;
  const jobs = [
    Job.parse({ image, services }),
    ...asJob(config.default),
    ...gitlabJobsIn(config).flatMap(([, job]) => asJob(job)),
  ];
  const workflow = Workflow.safeParse(config.workflow);
  return {
    images: unique(
      jobs.flatMap(job => [job.image ?? [], job.services ?? []].flat()),
    ),
    tags: unique(jobs.flatMap(job => job.tags ?? [])).sort(),
    environments: unique(jobs.flatMap(job => job.environment ?? [])).sort(),
    conditions: (workflow.data?.rules ?? []).flatMap(rule => rule.if ?? []),
  };
}

function asJob(value: unknown) {
  const block = asBlock(value);
  return block ? [Job.parse(block)] : [];
}

/** Older versions of GitLab write `:image:` for `image:`, at any depth. */
function unprefixed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(unprefixed);
  }
  const block = asBlock(value);
  return block
    ? Object.fromEntries(
        Object.entries(block).map(([key, inner]) => [
          key.replace(/^:/, ''),
          unprefixed(inner),
        ]),
      )
    : value;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
