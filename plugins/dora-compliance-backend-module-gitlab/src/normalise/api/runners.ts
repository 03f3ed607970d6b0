import { z } from 'zod';
import type { PartReader } from './GitlabAnswers';

/** A runner as the API reports it when it is asked for alone. */
export const WholeRunner = z.looseObject({
  id: z.number().int(),
  description: z.string().nullish(),
  runner_type: z.string(),
  online: z.boolean().nullish(),
  platform: z.string().nullish(),
  tag_list: z.array(z.string()),
});

/** The machines that may execute the jobs of a project. */
export const readRunners: PartReader = answers => {
  const runners = answers.all(/^GET \/runners\/\d+$/, WholeRunner);
  const isListed = answers.all(/^\/runners$/, z.array(z.unknown()));
  return isListed.length === 0
    ? []
    : [
        answers.setting('runners-observed', {
          runners: runners.map(runner => ({
            id: String(runner.id),
            name: runner.description || `#${runner.id}`,
            ...(runner.platform && { os: runner.platform }),
            labels: runner.tag_list,
            ...(typeof runner.online === 'boolean' && {
              online: runner.online,
            }),
            shared: runner.runner_type === 'instance_type',
          })),
        }),
      ];
};
