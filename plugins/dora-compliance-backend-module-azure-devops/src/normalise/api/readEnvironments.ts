import { markClassified } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { isProduction } from '../AzureDevOpsScope';
import { toBranchName, Person, Project } from '../fields';
import { environmentUri } from '../../place';
import { PATHS } from './paths';
import type { PartReader } from './AzureDevOpsAnswers';

const APPROVAL = '8c6f20a7-a545-4486-9777-f762fafe0d4d';
const BRANCH_CONTROL = 'evaluatebranchprotection';

/** An environment of a project. */
export const Environment = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  project: Project.partial().nullish(),
});

export type Environment = z.output<typeof Environment>;

/** A check on what is deployed to an environment. */
const Check = z.looseObject({
  id: z.number().int(),
  type: z.looseObject({ id: z.string(), name: z.string().nullish() }),
  isDisabled: z.boolean().nullish(),
  settings: z
    .looseObject({
      approvers: z.array(Person).nullish(),
      minRequiredApprovers: z.number().nullish(),
      requesterCannotBeApprover: z.boolean().nullish(),
      definitionRef: z.looseObject({ name: z.string().nullish() }).nullish(),
      inputs: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
});

type Check = z.output<typeof Check>;

/** One environment and its checks. */
export const readEnvironments: PartReader = (answers, scope) => {
  const environment = answers.one(PATHS.environment, Environment);
  if (!environment) {
    return [];
  }
  const { items, flaws } = answers.items(PATHS.checks, Check);
  const checks = items.filter(({ isDisabled }) => !isDisabled);
  const untold = checks
    .filter(({ settings }) => !settings)
    .map(({ id }) => `the settings of check ${id} are not told`);
  const { organisation, project } = answers.place;
  const { id, name } = environment;
  const uri = environmentUri(
    organisation,
    environment.project?.id ?? project,
    id,
  );
  const statement = answers.setting(
    'environment-protection-observed',
    {
      environment: {
        name,
        production: isProduction(name, scope),
        ...markClassified(name, scope.nonProductionEnvironments),
      },
      ...combineApprovals(checks),
      ...readBranches(checks),
    },
    [...flaws, ...untold],
    [{ kind: 'environment', uri }],
  );
  return { statements: [statement], flaws };
};

/** All approval checks must be passed; the one that asks most counts. */
function combineApprovals(checks: readonly Check[]) {
  const approvals = checks
    .filter(({ type }) => type.id.toLowerCase() === APPROVAL)
    .map(({ settings }) => settings ?? {});
  const required = approvals.map(({ minRequiredApprovers, approvers }) =>
    // Zero stands for all who are named.
    minRequiredApprovers ? minRequiredApprovers : approvers?.length ?? 0,
  );
  return {
    reviewers: approvals
      .flatMap(({ approvers }) => approvers ?? [])
      .map(({ displayName, uniqueName, id, isContainer }) => ({
        kind: isContainer ? 'group' : 'user',
        name: displayName || uniqueName || id || 'somebody unknown',
      })),
    requiredApprovals: Math.max(0, ...required),
    ...(approvals.length > 0 && {
      preventsSelfReview: approvals.some(
        settings => settings.requesterCannotBeApprover === true,
      ),
    }),
  };
}

/** The branches a check for branches lets through. */
function readBranches(checks: readonly Check[]): { branches?: string[] } {
  const allowed = checks
    .filter(
      ({ settings }) =>
        settings?.definitionRef?.name?.toLowerCase() === BRANCH_CONTROL,
    )
    .map(({ settings }) => settings?.inputs?.allowedBranches)
    .filter(value => typeof value === 'string');
  const branches = allowed
    .flatMap(value => value.split(','))
    .map(value => toBranchName(value.trim()))
    .filter(Boolean);
  return branches.length > 0 && !branches.includes('*') ? { branches } : {};
}
