import { z } from 'zod';
import { Build, readRepository } from '../build';
import { Moment } from '../fields';
import { repositoryUri } from '../../repositoryPlace';
import { PATHS } from './paths';
import type { AzureDevOpsAnswers } from './AzureDevOpsAnswers';

/** What a job of a run deployed to an environment. */
export const DeploymentRecord = z.looseObject({
  id: z.number().int(),
  environmentId: z.number().int(),
  stageName: z.string().nullish(),
  jobName: z.string().nullish(),
  result: z.string().nullish(),
  startTime: Moment.nullish(),
  finishTime: Moment.nullish(),
  /** The run. */
  owner: z.looseObject({ id: z.number().int() }).nullish(),
});

export type DeploymentRecord = z.output<typeof DeploymentRecord>;

/**
 * The deployments that were made from its target, each with its run. A record
 * whose run is not reported is a flaw: it may be the target's.
 */
export function deployedRecords(answers: AzureDevOpsAnswers) {
  const records = answers.items(PATHS.records, DeploymentRecord);
  const builds = answers.items(PATHS.builds, Build);
  const byId = new Map(builds.items.map(build => [build.id, build]));
  const own = repositoryUri(answers.place).toLowerCase();
  const flaws = [...records.flaws, ...builds.flaws];
  const deployed = records.items.flatMap(record => {
    const build = byId.get(record.owner?.id ?? -1);
    if (!build) {
      flaws.push(`the run of deployment record ${record.id} is not told`);
    }
    return build && readRepository(build)?.uri?.toLowerCase() === own
      ? [{ record, build }]
      : [];
  });
  return { deployed, flaws };
}
