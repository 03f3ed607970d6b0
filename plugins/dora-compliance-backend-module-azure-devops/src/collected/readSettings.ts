import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { completeness, oneAt, PATHS } from './answers';
import { type CollectedReader, targetSubjects } from './CollectedReader';

const GeneralSettings = z.looseObject({
  forkProtectionEnabled: z.boolean().nullish(),
  buildsEnabledForForks: z.boolean().nullish(),
  enforceNoAccessToSecretsFromForks: z.boolean().nullish(),
  isCommentRequiredForPullRequest: z.boolean().nullish(),
});

/** What a project lets its pipelines do with forks. */
export const readPipelineSettings: CollectedReader = document => {
  const settings = oneAt(document, PATHS.generalSettings, GeneralSettings);
  if (!settings) {
    return { statements: [], flaws: [] };
  }
  const forkPolicy = forkPolicyOf(settings);
  const statement: Statement = {
    type: 'pipeline-settings-observed',
    subjects: targetSubjects(document),
    predicate: {
      ...completeness(document),
      ...(forkPolicy && { forkPolicy }),
    },
    observedAt: document.collectedAt,
    sourceId: 'azure-devops',
  };
  return { statements: [statement], flaws: [] };
};

/** In words. Azure DevOps has these settings for forks on GitHub alone. */
function forkPolicyOf(
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
export const readLogRetention: CollectedReader = document => {
  const retention = oneAt(document, PATHS.retention, Retention);
  if (!retention) {
    return { statements: [], flaws: [] };
  }
  const { purgeRuns } = retention;
  const flaws = purgeRuns ? [] : ['purgeRuns is missing'];
  const statement: Statement = {
    type: 'log-retention-observed',
    subjects: targetSubjects(document),
    predicate: {
      ...completeness(document, flaws),
      ...(purgeRuns && { days: purgeRuns.value }),
      ...(typeof purgeRuns?.max === 'number' && { maximumDays: purgeRuns.max }),
    },
    observedAt: document.collectedAt,
    sourceId: 'azure-devops',
  };
  return { statements: [statement], flaws };
};
