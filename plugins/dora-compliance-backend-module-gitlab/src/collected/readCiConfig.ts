import { z } from 'zod';

/** What a CI configuration says of what it uses and where it deploys. */
export type CiConfig = {
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

const NOT_JOBS = new Set([
  'after_script',
  'before_script',
  'cache',
  'image',
  'include',
  'services',
  'spec',
  'stages',
  'variables',
  'workflow',
]);

/**
 * Reads a whole configuration, as GitLab gives it after it put the includes
 * together. Throws when it is no map of jobs.
 */
export function readCiConfig(content: unknown): CiConfig {
  const config = unprefixed(content);
  if (!isMap(config)) {
    throw new TypeError('the configuration is no map of jobs');
  }
  const { image, services } = config;
  const jobs = [
    Job.parse({ image, services }),
    ...Object.entries(config)
      .filter(([name]) => !NOT_JOBS.has(name))
      .flatMap(([, job]) => asJob(job)),
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
  return isMap(value) ? [Job.parse(value)] : [];
}

/** Older versions of GitLab write `:image:` for `image:`, at any depth. */
function unprefixed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(unprefixed);
  }
  return isMap(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key.replace(/^:/, ''),
          unprefixed(inner),
        ]),
      )
    : value;
}

/** Any name may be that of a job, `__proto__` too: none is left out. */
function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
