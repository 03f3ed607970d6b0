import { z } from 'zod';
import { PATHS } from './paths';
import type { PartReader } from './AzureDevOpsAnswers';

const GeneralSettings = z.looseObject({
  forkProtectionEnabled: z.boolean().nullish(),
  buildsEnabledForForks: z.boolean().nullish(),
  enforceNoAccessToSecretsFromForks: z.boolean().nullish(),
  isCommentRequiredForPullRequest: z.boolean().nullish(),
});

/** What a project lets its pipelines do with forks. */
export const readPipelineSettings: PartReader = answers => {
  const settings = answers.one(PATHS.generalSettings, GeneralSettings);
  if (!settings) {
    return [];
  }
  const forkPolicy = describeForkPolicy(settings);
  return [
    answers.setting('pipeline-settings-observed', {
      ...(forkPolicy && { forkPolicy }),
    }),
  ];
};

/** In words. Azure DevOps has these settings for forks on GitHub alone. */
function describeForkPolicy(
  settings: z.output<typeof GeneralSettings>,
): string | undefined {
  const {
    buildsEnabledForForks,
    enforceNoAccessToSecretsFromForks,
    isCommentRequiredForPullRequest,
  } = settings;
  if (buildsEnabledForForks === false) {
    return 'no builds of forks on GitHub';
  }
  return buildsEnabledForForks
    ? [
        'builds of forks on GitHub',
        enforceNoAccessToSecretsFromForks
          ? 'without secrets'
          : 'possibly with secrets',
        ...(isCommentRequiredForPullRequest ? ['after a comment'] : []),
      ].join(' ')
    : undefined;
}

const Limit = z.looseObject({
  value: z.number().nonnegative(),
  max: z.number().nonnegative().nullish(),
});

const Retention = z.looseObject({ purgeRuns: Limit.nullish() });

/** For how many days a project keeps runs and their logs. */
export const readLogRetention: PartReader = answers => {
  const retention = answers.one(PATHS.retention, Retention);
  if (!retention) {
    return [];
  }
  const { purgeRuns } = retention;
  const flaws = purgeRuns ? [] : ['purgeRuns is missing'];
  const statement = answers.setting(
    'log-retention-observed',
    {
      ...(purgeRuns && { days: purgeRuns.value }),
      ...(typeof purgeRuns?.max === 'number' && { maximumDays: purgeRuns.max }),
    },
    flaws,
  );
  return { statements: [statement], flaws };
};
