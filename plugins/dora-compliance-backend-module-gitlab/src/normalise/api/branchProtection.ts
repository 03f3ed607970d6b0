import type {
  Bypass,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { readApprovals, ApprovalRule, ApprovalSettings } from './approvalRules';
import type { PartReader } from './GitlabAnswers';
import { matchesBranch } from './matchesBranch';
import { toRole } from './accessLevel';

const AccessLevel = z.looseObject({
  access_level: z.number().int().nullish(),
  access_level_description: z.string().nullish(),
  user_id: z.number().int().nullish(),
  group_id: z.number().int().nullish(),
  deploy_key_id: z.number().int().nullish(),
});

type AccessLevel = z.output<typeof AccessLevel>;

export const ProtectedBranch = z.looseObject({
  name: z.string().min(1),
  push_access_levels: z.array(AccessLevel),
  allow_force_push: z.boolean().nullish(),
  code_owner_approval_required: z.boolean().nullish(),
});

type ProtectedBranch = z.output<typeof ProtectedBranch>;

export const PushRule = z
  .looseObject({ reject_unsigned_commits: z.boolean().nullish() })
  .nullable();

type Protection = Omit<
  Predicate<'branch-protection-observed'>,
  'complete' | 'problem'
>;

/**
 * What the default branch, the configured ones and all that are protected by
 * name demand. Of several rules on a branch the weakest decides who may push,
 * and the strictest about code owners, as in GitLab.
 */
export const readBranchProtection: PartReader = (answers, scope) => {
  const project = answers.project;
  const rules = answers.items(/^\/protected_branches$/, ProtectedBranch);
  if (!project || !rules) {
    return [];
  }
  const paid = {
    settings: answers.one(/^\/approvals$/, ApprovalSettings),
    rules: answers.items(/^\/approval_rules$/, ApprovalRule),
    pushRule: answers.one(/^\/push_rule$/, PushRule),
  };
  const names = [
    project.default_branch ?? [],
    scope.protectedBranches,
    rules.map(({ name }) => name),
  ].flat();
  return [...new Set(names)].map(branch => {
    const matching = rules.filter(({ name }) => matchesBranch(name, branch));
    const approvals = readApprovals(branch, matching.length > 0, paid);
    const checks = project.only_allow_merge_if_pipeline_succeeds;
    const unsigned = paid.pushRule?.reject_unsigned_commits;
    return answers.setting('branch-protection-observed', {
      branch,
      ...readAccess(matching),
      ...approvals.demands,
      ...(typeof checks === 'boolean' && {
        requiredChecks: checks ? ['pipeline'] : [],
      }),
      ...(paid.pushRule === null && { requiresSignatures: false }),
      ...(typeof unsigned === 'boolean' && { requiresSignatures: unsigned }),
      ...toBypass(
        [...matching.flatMap(listPushers), ...approvals.bypass],
        matching.length > 0 && answers.document.complete,
      ),
    });
  });
};

function readAccess(
  matching: readonly ProtectedBranch[],
): Omit<Protection, 'branch'> {
  if (matching.length === 0) {
    // Without protection every developer may push by force, and delete it.
    return {
      protected: false,
      changesRequired: false,
      allowsForcePush: true,
      allowsDeletion: true,
    };
  }
  const force = matching.map(rule => rule.allow_force_push);
  const owners = matching.map(rule => rule.code_owner_approval_required);
  return {
    protected: true,
    changesRequired: matching.flatMap(listPushers).length === 0,
    ...(force.every(told => typeof told === 'boolean') && {
      allowsForcePush: force.some(Boolean),
    }),
    ...(owners.every(told => typeof told === 'boolean') && {
      requiresCodeOwners: owners.some(Boolean),
    }),
  };
}

/** That nobody may is only said where all was read. */
function toBypass(bypass: Bypass[], isWhole: boolean) {
  return isWhole || bypass.length > 0 ? { bypass } : {};
}

/** Who may push past merge requests. Access level 0 is nobody. */
function listPushers(rule: ProtectedBranch): Bypass[] {
  return rule.push_access_levels
    .filter(level => level.access_level !== 0 || hasHolder(level))
    .map(level => ({
      kind: toKind(level),
      name: level.access_level_description || toRole(level.access_level ?? 0),
      mode: 'push',
    }));
}

function hasHolder(level: AccessLevel): boolean {
  return [level.user_id, level.group_id, level.deploy_key_id].some(
    id => typeof id === 'number',
  );
}

function toKind(level: AccessLevel): string {
  if (typeof level.deploy_key_id === 'number') {
    return 'deploy-key';
  }
  if (typeof level.user_id === 'number') {
    return 'user';
  }
  return typeof level.group_id === 'number' ? 'group' : 'role';
}
