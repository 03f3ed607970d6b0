import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { matchesPattern } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** Kinds of policies go by ids that are the same everywhere. */
const TYPES = {
  minimumReviewers: 'fa4e907d-c16b-4a4c-9dfa-4906e5d171dd',
  requiredReviewers: 'fd2167ab-b0be-447a-8ec8-39368250530e',
  build: '0609b952-1397-4640-95ec-e00a01b2c241',
  status: 'cbdc66da-9728-4af8-aada-9a5a32e4a226',
} as const;

const Scope = z.looseObject({
  repositoryId: z.string().nullish(),
  refName: z.string().nullish(),
  matchKind: z.string().nullish(),
});

/** A policy of a project, and which branches it is for. */
export const Policy = z.looseObject({
  id: z.number().int(),
  isEnabled: z.boolean(),
  isBlocking: z.boolean(),
  isDeleted: z.boolean().nullish(),
  type: z.looseObject({ id: z.string() }),
  settings: z.looseObject({
    scope: z.array(Scope).nullish(),
    minimumApproverCount: z.number().nullish(),
    creatorVoteCounts: z.boolean().nullish(),
    resetOnSourcePush: z.boolean().nullish(),
    requireVoteOnLastIteration: z.boolean().nullish(),
    requireVoteOnEachIteration: z.boolean().nullish(),
    blockLastPusherVote: z.boolean().nullish(),
    buildDefinitionId: z.number().nullish(),
    displayName: z.string().nullish(),
    statusGenre: z.string().nullish(),
    statusName: z.string().nullish(),
    requiredReviewerIds: z.array(z.string()).nullish(),
    filenamePatterns: z.array(z.string()).nullish(),
    addedFilesOnly: z.boolean().nullish(),
  }),
});

export type Policy = z.output<typeof Policy>;

/** A branch of a repository, by its full ref. */
export type Branch = {
  readonly repositoryId: string;
  readonly ref: string;
  readonly isDefault: boolean;
};

/** Whether a policy is in force on a branch. */
export function appliesTo(policy: Policy, branch: Branch): boolean {
  const { isEnabled, isDeleted, settings } = policy;
  return (
    isEnabled &&
    !isDeleted &&
    (settings.scope ?? []).some(scope => covers(scope, branch))
  );
}

function covers(scope: z.output<typeof Scope>, branch: Branch): boolean {
  const { repositoryId, refName, matchKind } = scope;
  if (
    repositoryId &&
    repositoryId.toLowerCase() !== branch.repositoryId.toLowerCase()
  ) {
    return false;
  }
  switch (matchKind?.toLowerCase()) {
    case 'defaultbranch':
      return branch.isDefault;
    case 'prefix':
      return branch.ref.startsWith(refName ?? '');
    default:
      // A scope without a ref is for a repository and says nothing of branches.
      return refName === branch.ref;
  }
}

/**
 * The reviewers whom blocking policies require for changes of a file. Patterns are
 * applied in order; one with `!` leaves out. Without any, a policy is for all files.
 */
export function listRequiredReviewers(
  policies: readonly Policy[],
  path: string,
): string[] {
  const owners = policies
    .filter(
      ({ isBlocking, type, settings }) =>
        isBlocking &&
        type.id.toLowerCase() === TYPES.requiredReviewers &&
        !settings.addedFilesOnly &&
        isMeant(settings.filenamePatterns ?? [], `/${path}`),
    )
    .flatMap(({ settings }) => settings.requiredReviewerIds ?? []);
  return [...new Set(owners)];
}

function isMeant(patterns: readonly string[], file: string): boolean {
  return patterns.reduce((isIn, pattern) => {
    const isLeftOut = pattern.startsWith('!');
    const glob = pattern.replace(/^!/, '').replace(/\*+/g, '**');
    return matchesPattern(glob, file) ? !isLeftOut : isIn;
  }, patterns.length === 0);
}

/**
 * What the policies on a branch demand together. Those that do not block only
 * warn: they demand nothing. Who may bypass policies and rewrite history is a
 * matter of permissions, which policies do not report.
 */
export function readDemands(
  policies: readonly Policy[],
): Omit<
  Statement<'branch-protection-observed'>['predicate'],
  'complete' | 'problem' | 'branch'
> {
  const blocking = policies.filter(({ isBlocking }) => isBlocking);
  const ofType = (type: string) =>
    blocking.filter(policy => policy.type.id.toLowerCase() === type);
  const reviews = ofType(TYPES.minimumReviewers)
    .map(({ settings }) => settings)
    .filter(({ minimumApproverCount }) => (minimumApproverCount ?? 0) > 0);
  return {
    protected: policies.length > 0,
    // A branch with a policy that blocks takes no pushes and can't be deleted.
    changesRequired: blocking.length > 0,
    ...(blocking.length > 0 && { allowsDeletion: false }),
    requiredApprovals: Math.max(
      0,
      ...reviews.map(settings => settings.minimumApproverCount ?? 0),
    ),
    dismissesStaleApprovals: reviews.some(
      settings =>
        settings.resetOnSourcePush ||
        settings.requireVoteOnLastIteration ||
        settings.requireVoteOnEachIteration,
    ),
    requiresApprovalOfLastPush: reviews.some(
      settings => settings.blockLastPusherVote,
    ),
    forbidsSelfApproval: reviews.some(
      settings => settings.creatorVoteCounts === false,
    ),
    requiresCodeOwners: ofType(TYPES.requiredReviewers).length > 0,
    requiredChecks: [
      ...ofType(TYPES.build).map(
        ({ settings }) =>
          settings.displayName ||
          `build definition ${settings.buildDefinitionId}`,
      ),
      ...ofType(TYPES.status).map(({ settings }) =>
        [settings.statusGenre, settings.statusName].filter(Boolean).join('/'),
      ),
    ],
  };
}
