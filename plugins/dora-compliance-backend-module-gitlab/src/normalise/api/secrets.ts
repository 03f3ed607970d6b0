import { z } from 'zod';
import type { PartReader } from './GitlabAnswers';
import { describeRefusedGroups } from './describeRefusedGroups';

/** A CI variable. Its value is dropped before the answer is stored. */
export const Variable = z.looseObject({
  key: z.string().min(1),
  protected: z.boolean().nullish(),
  masked: z.boolean().nullish(),
  environment_scope: z.string().nullish(),
});

type Variable = z.output<typeof Variable>;

/**
 * The variables that the pipelines of a project can read. GitLab does not tell which of
 * them are secret: all are listed, and whether they are masked.
 */
export const readSecrets: PartReader = answers => {
  const own = answers.items(/^\/variables$/, Variable);
  const { project } = answers;
  if (!project || !own) {
    return [];
  }
  const shared = answers
    .all(/^GET \/groups\/[^/]+\/variables$/, z.array(Variable))
    .flat();
  const push = project.secret_push_protection_enabled;
  return [
    answers.setting(
      'secrets-observed',
      {
        secrets: [
          ...shared.map(variable => toSecret(variable, 'organization')),
          ...own.map(variable => toSecret(variable, 'repository')),
        ],
        ...(typeof push === 'boolean' && { pushProtection: push }),
      },
      describeRefusedGroups(answers, 'variables'),
    ),
  ];
};

/** `*` stands for all environments. */
function toSecret(
  { key: name, masked, environment_scope: environment, ...rest }: Variable,
  scope: 'organization' | 'repository',
) {
  const isOfSome = Boolean(environment && environment !== '*');
  return {
    name,
    scope:
      isOfSome && scope === 'repository' ? ('environment' as const) : scope,
    ...(environment && isOfSome && { environment }),
    ...(typeof rest.protected === 'boolean' && {
      protectedOnly: rest.protected,
    }),
    ...(typeof masked === 'boolean' && { masked }),
  };
}
