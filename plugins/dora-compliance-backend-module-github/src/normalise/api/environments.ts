import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { markClassified } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { environmentSubject, isProduction } from '../environment';
import type { GithubScope } from '../GithubScope';
import type { GithubAnswers, RepositoryAnswer } from './GithubAnswers';
import { countedListShape, listShape } from './pages';

const Reviewer = z.looseObject({
  type: z.string(),
  reviewer: z.looseObject({
    login: z.string().optional(),
    slug: z.string().optional(),
    name: z.string().nullish(),
  }),
});

const Rule = z.looseObject({
  type: z.string(),
  wait_timer: z.number().optional(),
  prevent_self_review: z.boolean().optional(),
  reviewers: z.array(Reviewer).optional(),
});

const EnvironmentAnswer = z.looseObject({
  name: z.string().min(1),
  can_admins_bypass: z.boolean().optional(),
  protection_rules: z.array(Rule),
  deployment_branch_policy: z
    .looseObject({
      protected_branches: z.boolean(),
      custom_branch_policies: z.boolean(),
    })
    .nullable(),
});

type EnvironmentAnswer = z.output<typeof EnvironmentAnswer>;

export const Environments = countedListShape('environments', EnvironmentAnswer);

export const BranchPolicies = countedListShape(
  'branch_policies',
  z.looseObject({ name: z.string() }),
);

export const Branches = listShape(z.looseObject({ name: z.string() }));

/** What each environment demands before it is deployed to. */
export function readEnvironments(
  answers: GithubAnswers,
  scope: GithubScope,
): Statement[] {
  const { repository } = answers;
  return repository
    ? answers
        .list(/^\/environments$/, Environments)
        .map(environment => protection(environment, repository, answers, scope))
    : [];
}

function protection(
  environment: EnvironmentAnswer,
  repository: RepositoryAnswer,
  answers: GithubAnswers,
  scope: GithubScope,
): Statement {
  const { name, protection_rules: rules, can_admins_bypass } = environment;
  const review = rules.find(({ type }) => type === 'required_reviewers');
  const wait = rules.find(({ type }) => type === 'wait_timer');
  const reviewers = (review?.reviewers ?? []).map(({ type, reviewer }) => ({
    kind: type,
    name: reviewer.login ?? reviewer.slug ?? reviewer.name ?? 'unknown',
  }));
  const branches = readBranches(environment, answers);
  return answers.observation(
    'environment-protection-observed',
    repository,
    {
      ...answers.completeness(),
      environment: {
        name,
        production: isProduction(name, scope),
        ...markClassified(name, scope.nonProductionEnvironments),
      },
      reviewers,
      // One of them is enough, however many there are.
      requiredApprovals: reviewers.length > 0 ? 1 : 0,
      ...(review?.prevent_self_review !== undefined && {
        preventsSelfReview: review.prevent_self_review,
      }),
      ...(can_admins_bypass !== undefined && {
        adminsMayBypass: can_admins_bypass,
      }),
      waitMinutes: wait?.wait_timer ?? 0,
      ...(branches && { branches }),
    },
    [environmentSubject(repository, name)],
  );
}

function readBranches(
  { name, deployment_branch_policy: policy }: EnvironmentAnswer,
  answers: GithubAnswers,
): string[] | undefined {
  if (!policy) {
    return undefined;
  }
  if (policy.protected_branches) {
    return answers
      .within('protected=true')
      .list(/^\/branches$/, Branches)
      .map(branch => branch.name);
  }
  return answers
    .parsed(
      /^\/environments\/([^/]+)\/deployment-branch-policies$/,
      BranchPolicies,
    )
    .filter(({ match }) => decodeURIComponent(match[1] ?? '') === name)
    .flatMap(({ body }) => body.items.map(branch => branch.name));
}
