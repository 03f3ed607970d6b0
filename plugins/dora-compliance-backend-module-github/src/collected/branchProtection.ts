import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { Answers } from './Answers';
import { bypassOf } from './bypass';
import { listOf } from './pages';

const Toggle = z.looseObject({ enabled: z.boolean() }).optional();
const Actors = z.array(
  z.looseObject({
    login: z.string().optional(),
    slug: z.string().optional(),
  }),
);

/** Classic protection of a branch. */
export const ClassicProtection = z.looseObject({
  url: z.string(),
  required_pull_request_reviews: z
    .looseObject({
      dismiss_stale_reviews: z.boolean(),
      require_code_owner_reviews: z.boolean(),
      required_approving_review_count: z.number().optional(),
      require_last_push_approval: z.boolean().optional(),
      bypass_pull_request_allowances: z
        .looseObject({
          users: Actors.optional(),
          teams: Actors.optional(),
          apps: Actors.optional(),
        })
        .optional(),
    })
    .optional(),
  required_status_checks: z
    .looseObject({
      contexts: z.array(z.string()).optional(),
      checks: z.array(z.looseObject({ context: z.string() })).optional(),
    })
    .optional(),
  enforce_admins: Toggle,
  required_signatures: Toggle,
  allow_force_pushes: Toggle,
  allow_deletions: Toggle,
});

export type ClassicProtection = z.output<typeof ClassicProtection>;

/** A rule of a ruleset that applies to the branch. */
const Rule = z.looseObject({
  type: z.string(),
  ruleset_id: z.number().int().optional(),
  parameters: z
    .looseObject({
      dismiss_stale_reviews_on_push: z.boolean().optional(),
      require_code_owner_review: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      required_approving_review_count: z.number().optional(),
      required_status_checks: z
        .array(z.looseObject({ context: z.string() }))
        .optional(),
    })
    .optional(),
});

type Rule = z.output<typeof Rule>;

export const Rules = listOf(Rule);

export const Ruleset = z.looseObject({
  id: z.number().int(),
  /** Told only to those who may change the ruleset. */
  bypass_actors: z
    .array(
      z.looseObject({
        actor_id: z.number().nullish(),
        actor_type: z.string(),
        bypass_mode: z.string().optional(),
      }),
    )
    .optional(),
});

export type Ruleset = z.output<typeof Ruleset>;

/**
 * What the default branch demands: classic protection and rulesets as one,
 * the strictest of each rule. What was not told stays open.
 */
export function readBranchProtection(answers: Answers): Statement[] {
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
  const rulesets = answers
    .all(/^\/rulesets\/\d+$/, Ruleset)
    .map(({ body }) => body);
  const uri = `${page}/tree/${branch
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
  return [
    answers.observation(
      'branch-protection-observed',
      repository,
      {
        ...answers.completeness,
        branch,
        ...merged(classic, rules, answers.document.complete),
        ...bypassOf(classic, rules, rulesets, answers.document.complete),
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
    ...reviewsOf(classic, rules, allKnown),
    ...checksOf(classic, rules, allKnown),
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

function reviewsOf(
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

/** Either demands it; neither does only when both were told. */
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

function checksOf(
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
