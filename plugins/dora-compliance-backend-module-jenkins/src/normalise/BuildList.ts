import { z } from 'zod';
import { BuildJson } from './BuildJson';

const Builds = z.array(BuildJson);

const Listing = z.union([
  z.looseObject({ builds: Builds }).transform(({ builds }) => builds),
  z.looseObject({ allBuilds: Builds }).transform(({ allBuilds }) => allBuilds),
  z
    .looseObject({
      jobs: z.array(z.looseObject({ builds: Builds.nullish() })),
    })
    .transform(({ jobs }) => jobs.flatMap(({ builds }) => builds ?? [])),
]);

export type BuildList = readonly BuildJson[];

/**
 * The builds in an answer: of a job, or of the branches of a multibranch
 * project. Undefined when it is no such answer.
 */
export function buildsIn(body: unknown): BuildList | undefined {
  return Listing.safeParse(body).data;
}
