import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { PartReader } from './AzureDevOpsAnswers';
import { Definition, Variables } from './definitions';
import { PATHS } from './paths';

type Secret = Predicate<'secrets-observed'>['secrets'][number];

const VariableGroup = z.looseObject({
  name: z.string().min(1),
  variables: Variables,
});

/**
 * The secret variables of the groups of a project, which all of its repositories share,
 * and those of the pipelines of a repository.
 */
export const readSecrets: PartReader = answers => {
  if (answers.matching(PATHS.variableGroups).length === 0) {
    return [];
  }
  const groups = answers.items(PATHS.variableGroups, VariableGroup);
  const definitions = answers.items(PATHS.definitions, Definition);
  const flaws = [...groups.flaws, ...definitions.flaws];
  const secrets = [
    ...groups.items.flatMap(group => listSecrets(group, 'organization')),
    ...definitions.items.flatMap(one => listSecrets(one, 'repository')),
  ];
  const statement = answers.setting('secrets-observed', { secrets }, flaws);
  return { statements: [statement], flaws };
};

/** Logs hide the values of secret variables. */
function listSecrets(
  { name, variables }: z.output<typeof VariableGroup>,
  scope: Secret['scope'],
): Secret[] {
  return Object.entries(variables ?? {})
    .filter(([, variable]) => variable?.isSecret)
    .map(([key]) => ({ name: `${name}/${key}`, scope, masked: true }));
}
