import type {
  Bypass,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { matchesBranch } from './matchesBranch';

export const ApprovalRule = z.looseObject({
  rule_type: z.string(),
  approvals_required: z.number().int().nonnegative(),
  applies_to_all_protected_branches: z.boolean().nullish(),
  protected_branches: z
    .array(z.looseObject({ name: z.string().min(1) }))
    .nullish(),
});

type ApprovalRule = z.output<typeof ApprovalRule>;

export const ApprovalSettings = z.looseObject({
  reset_approvals_on_push: z.boolean().nullish(),
  disable_overriding_approvers_per_merge_request: z.boolean().nullish(),
  merge_requests_author_approval: z.boolean().nullish(),
  merge_requests_disable_committers_approval: z.boolean().nullish(),
});

type ApprovalSettings = z.output<typeof ApprovalSettings>;

type Demands = Pick<
  Predicate<'branch-protection-observed'>,
  | 'requiredApprovals'
  | 'dismissesStaleApprovals'
  | 'requiresApprovalOfLastPush'
  | 'forbidsSelfApproval'
>;

/**
 * Approvals a branch demands, as far as GitLab reported: rules and settings are
 * a paid feature, and absent is not off.
 */
export function readApprovals(
  branch: string,
  isProtected: boolean,
  told: { settings?: ApprovalSettings; rules?: readonly ApprovalRule[] },
): { demands: Demands; bypass: Bypass[] } {
  const { settings, rules } = told;
  const reset = settings?.reset_approvals_on_push;
  const byAuthor = settings?.merge_requests_author_approval;
  const notByCommitters = settings?.merge_requests_disable_committers_approval;
  const fixed = settings?.disable_overriding_approvers_per_merge_request;
  return {
    demands: {
      ...(rules && {
        requiredApprovals: requiredBy(rules, branch, isProtected),
      }),
      ...(isTold(reset) && { dismissesStaleApprovals: reset }),
      ...(isTold(byAuthor) && { forbidsSelfApproval: !byAuthor }),
      // A push takes approvals away, and who pushed can't give a new one.
      ...(isTold(reset) &&
        isTold(notByCommitters) && {
          requiresApprovalOfLastPush: reset && notByCommitters,
        }),
    },
    bypass:
      fixed === false
        ? [
            {
              kind: 'setting',
              name: 'approval rules can be changed per merge request',
              mode: 'merge request',
            },
          ]
        : [],
  };
}

/** One person may satisfy several rules, so the largest number counts. */
function requiredBy(
  rules: readonly ApprovalRule[],
  branch: string,
  isProtected: boolean,
): number {
  const numbers = rules
    .filter(({ rule_type: type }) => ['any_approver', 'regular'].includes(type))
    .filter(rule => appliesTo(rule, branch, isProtected))
    .map(rule => rule.approvals_required);
  return Math.max(0, ...numbers);
}

function appliesTo(
  rule: ApprovalRule,
  branch: string,
  isProtected: boolean,
): boolean {
  if (rule.applies_to_all_protected_branches) {
    return isProtected;
  }
  const branches = rule.protected_branches ?? [];
  return (
    branches.length === 0 ||
    branches.some(({ name }) => matchesBranch(name, branch))
  );
}

function isTold(value: boolean | null | undefined): value is boolean {
  return typeof value === 'boolean';
}
