import { readStatements } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { Build, runStatement } from '../build';
import { PATHS } from './paths';
import type { PartReader } from './AzureDevOpsAnswers';

/** Runs that ended, of a list that was asked for the target alone. */
export const readRuns: PartReader = answers => {
  const builds = answers.items(PATHS.builds, Build);
  const runs = readStatements(
    builds.items.filter(({ status }) => status === 'completed'),
    ({ id }) => `build ${id}`,
    build => [answers.onTarget(runStatement(build))],
  );
  return {
    statements: runs.statements,
    flaws: [...builds.flaws, ...runs.flaws],
  };
};
