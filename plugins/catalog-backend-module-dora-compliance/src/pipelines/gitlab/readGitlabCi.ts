import {
  type Block,
  gitlabJobsIn,
  parseGitlabCi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** What a CI file of GitLab says of deployments and runners. */
export type GitlabCi = {
  /** False when jobs are written elsewhere, or in a way not understood. */
  complete: boolean;
  /** Whether a job deploys to an environment, or publishes to Pages. */
  deploys: boolean;
  /** Names of environments without variables in them, sorted. */
  environments: string[];
  /** The tags each job asks of its runner; empty when any runner will do. */
  tagsOfJobs: string[][];
};

const EnvironmentShape = z.union([
  z.string(),
  z.looseObject({ name: z.string() }),
]);
const JobShape = z.looseObject({
  environment: EnvironmentShape.optional(),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  pages: z.unknown().optional(),
  tags: z.array(z.string()).optional(),
  trigger: z.unknown().optional(),
});
type Job = z.infer<typeof JobShape>;

/** GitLab refuses longer chains; this one also ends circles. */
const MAX_EXTENDS = 11;

/**
 * Reads jobs without running GitLab's own compiler: the jobs of hidden
 * templates count as well, since they are there to be extended.
 */
export function readGitlabCi(text: string): GitlabCi {
  const config = configIn(text);
  const written = gitlabJobsIn(config ?? {});
  const jobs = new Map(
    written.flatMap(([name, value]) => {
      const job = JobShape.safeParse(value).data;
      return job ? [[name, job] as const] : [];
    }),
  );
  const complete =
    config !== undefined &&
    jobs.size === written.length &&
    [config.include ?? []].flat().length === 0;
  const all = [...jobs.values()];
  const defaults = z
    .looseObject({ tags: z.array(z.string()) })
    .safeParse(config?.default);
  return {
    complete: complete && all.every(job => job.trigger === undefined),
    deploys: jobs.has('pages') || all.some(job => job.environment || job.pages),
    environments: [...new Set(all.flatMap(listEnvironments))]
      .filter(name => !name.includes('$'))
      .sort(),
    tagsOfJobs: [...jobs]
      .filter(([name]) => !name.startsWith('.'))
      .map(([, job]) => resolveTags(job, jobs) ?? defaults.data?.tags ?? []),
  };
}

function configIn(text: string): Block | undefined {
  try {
    return parseGitlabCi(text);
  } catch {
    return undefined;
  }
}

function listEnvironments({ environment }: Job): string[] {
  return [environment ?? []]
    .flat()
    .map(named => (typeof named === 'string' ? named : named.name));
}

function resolveTags(
  job: Job,
  jobs: ReadonlyMap<string, Job>,
  depth = 0,
): string[] | undefined {
  if (job.tags || depth > MAX_EXTENDS) {
    return job.tags;
  }
  // Of several parents the last one wins.
  for (const name of [job.extends ?? []].flat().reverse()) {
    const parent = jobs.get(name);
    const tags = parent && resolveTags(parent, jobs, depth + 1);
    if (tags) {
      return tags;
    }
  }
  return undefined;
}
