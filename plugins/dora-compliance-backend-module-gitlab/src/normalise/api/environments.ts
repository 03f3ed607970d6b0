import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { toEnvironment } from '../environment';
import { toRole } from './accessLevel';
import type { PartReader } from './GitlabAnswers';
import type { ProjectSettings } from './ProjectSettings';

export const Environment = z.looseObject({
  name: z.string().min(1),
  tier: z.string().nullish(),
});

const Rule = z.looseObject({
  access_level: z.number().int().nullish(),
  access_level_description: z.string().nullish(),
  user_id: z.number().int().nullish(),
  group_id: z.number().int().nullish(),
  required_approvals: z.number().int().nonnegative().nullish(),
});

type Rule = z.output<typeof Rule>;

export const ProtectedEnvironment = z.looseObject({
  name: z.string().min(1),
  required_approval_count: z.number().int().nonnegative().nullish(),
  approval_rules: z.array(Rule).nullish(),
});

type ProtectedEnvironment = z.output<typeof ProtectedEnvironment>;

/**
 * What each environment demands before it is deployed to. What the group of
 * the project protects comes on top and is not read.
 */
export const readEnvironments: PartReader = (answers, scope) => {
  const environments = answers.items(/^\/environments$/, Environment);
  const project = answers.project;
  const protectedOnes = answers.items(
    /^\/protected_environments$/,
    ProtectedEnvironment,
  );
  return (environments ?? []).map(({ name, tier }) => {
    const rules = protectedOnes?.find(found => found.name === name);
    return answers.setting('environment-protection-observed', {
      environment: toEnvironment(name, tier, scope),
      ...readDemands(rules),
      ...readSelfReview(project),
    });
  });
};

function readDemands(
  found: ProtectedEnvironment | undefined,
): Pick<
  Predicate<'environment-protection-observed'>,
  'reviewers' | 'requiredApprovals'
> {
  if (!found) {
    return { reviewers: [] };
  }
  const rules = found.approval_rules ?? [];
  const byRules = rules.reduce(
    (sum, rule) => sum + (rule.required_approvals ?? 0),
    0,
  );
  return {
    reviewers: rules.map(toReviewer),
    // Rules count one by one; before there were rules there was one number.
    requiredApprovals:
      rules.length > 0 ? byRules : found.required_approval_count ?? 0,
  };
}

/** Users and groups are reported by number; the description names them. */
function toReviewer(rule: Rule): { kind: string; name: string } {
  const described = rule.access_level_description;
  if (typeof rule.user_id === 'number') {
    return { kind: 'user', name: described || `#${rule.user_id}` };
  }
  if (typeof rule.group_id === 'number') {
    return { kind: 'group', name: described || `#${rule.group_id}` };
  }
  return { kind: 'role', name: described || toRole(rule.access_level ?? 0) };
}

function readSelfReview(project: ProjectSettings | undefined) {
  const allowed = project?.allow_pipeline_trigger_approve_deployment;
  return typeof allowed === 'boolean' ? { preventsSelfReview: !allowed } : {};
}
