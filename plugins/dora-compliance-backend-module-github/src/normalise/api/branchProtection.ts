import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { GithubAnswers } from './GithubAnswers';
import { readBypass } from './bypass';
import {
  ClassicProtection,
  type Rule,
  Rules,
  Ruleset,
} from './protectionAnswers';

/**
 * What the default branch demands: classic protection and rulesets as one, the
 * strictest of each rule. What was not reported stays open.
 */
export function readBranchProtection(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  if (!repository) {
    return [];
  }
  const { default_branch: branch, html_url: page } = repository;
  const classic = answers.one(
    /^\/branches\/[^/]+\/protection$/,
    ClassicProtection,
  );
  const rules = answers.list(/^\/rules\/branches\/[^/]+$/, Rules);
  const rulesets = answers.all(/^\/rulesets\/\d+$/, Ruleset);
  const uri = `${page}/tree/${branch
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
  return [
    answers.observation(
      'branch-protection-observed',
      repository,
      {
        ...answers.completeness(),
        branch,
        ...merged(classic, rules, answers.document.complete),
        ...readBypass(classic, rules, rulesets, answers.document.complete),
      },
      [{ kind: 'branch', uri }],
    ),
  ];
}

function merged(
  classic: ClassicProtection | undefined,
  rules: readonly Rule[],
  allKnown: boolean,
) {
  const has = (type: string) => rules.some(rule => rule.type === type);
  return {
    protected: classic !== undefined || rules.length > 0,
    ...readReviewRules(classic, rules, allKnown),
    ...readCheckRules(classic, rules, allKnown),
    ...either(
      'requiresSignatures',
      has('required_signatures'),
      classic ? classic.required_signatures?.enabled : false,
      allKnown,
    ),
    ...allows(
      'allowsForcePush',
      classic?.allow_force_pushes?.enabled,
      has('non_fast_forward'),
      allKnown,
    ),
    ...allows(
      'allowsDeletion',
      classic?.allow_deletions?.enabled,
      has('deletion'),
      allKnown,
    ),
  };
}

function readReviewRules(
  classic: ClassicProtection | undefined,
  rules: readonly Rule[],
  allKnown: boolean,
) {
  const pulls = rules.filter(({ type }) => type === 'pull_request');
  const reviews = classic?.required_pull_request_reviews;
  const asked = (name: keyof NonNullable<Rule['parameters']>) =>
    pulls.some(({ parameters }) => parameters?.[name] === true);
  const approvals = Math.max(
    reviews?.required_approving_review_count ?? 0,
    ...pulls.map(rule => rule.parameters?.required_approving_review_count ?? 0),
  );
  return {
    ...either(
      'changesRequired',
      pulls.length > 0,
      reviews !== undefined,
      allKnown,
    ),
    ...((approvals > 0 || allKnown) && { requiredApprovals: approvals }),
    ...either(
      'dismissesStaleApprovals',
      asked('dismiss_stale_reviews_on_push'),
      reviews ? reviews.dismiss_stale_reviews : false,
      allKnown,
    ),
    ...either(
      'requiresApprovalOfLastPush',
      asked('require_last_push_approval'),
      reviews ? reviews.require_last_push_approval : false,
      allKnown,
    ),
    ...either(
      'requiresCodeOwners',
      asked('require_code_owner_review'),
      reviews ? reviews.require_code_owner_reviews : false,
      allKnown,
    ),
  };
}

/** Either demands it; neither does only when both were reported. */
function either(
  name: string,
  byRule: boolean,
  byClassic: boolean | undefined,
  allKnown: boolean,
) {
  const isTold = allKnown && byClassic !== undefined;
  const isDemanded = byRule || byClassic === true;
  return isDemanded || isTold ? { [name]: isDemanded } : {};
}

function readCheckRules(
  classic: ClassicProtection | undefined,
  rules: readonly Rule[],
  allKnown: boolean,
) {
  const { contexts, checks } = classic?.required_status_checks ?? {};
  const names = [
    ...(contexts ?? []),
    ...[
      ...(checks ?? []),
      ...rules.flatMap(rule => rule.parameters?.required_status_checks ?? []),
    ].map(({ context }) => context),
  ];
  return names.length > 0 || allKnown
    ? { requiredChecks: [...new Set(names)].sort() }
    : {};
}

/** Forbidden by either is forbidden; allowed needs both to be known. */
function allows(
  name: string,
  classicAllows: boolean | undefined,
  isRuledOut: boolean,
  allKnown: boolean,
) {
  const isForbidden = isRuledOut || classicAllows === false;
  return isForbidden || allKnown ? { [name]: !isForbidden } : {};
}
