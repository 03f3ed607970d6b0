import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Completeness } from './Completeness';
import { EnvironmentReference } from './EnvironmentReference';

/**
 * Who may act past a rule.
 *
 * @public
 */
export const Bypass = z.object({
  /** User, team, app, role as the source words it, e.g. `OrganizationAdmin`. */
  kind: z.string().min(1),
  name: z.string().min(1),
  /** Always, or by a pull request only. */
  mode: z.string().optional(),
});

/** @public */
export type Bypass = z.output<typeof Bypass>;

/**
 * What a branch demands of changes, from all rules that apply to it. A field
 * that is absent was not reported; it is not "no".
 *
 * @public
 */
export const BranchProtectionObserved = Completeness.extend({
  branch: z.string().min(1),
  /** Whether any rule applies. */
  protected: z.boolean(),
  /** Whether changes must come by pull or merge request. */
  changesRequired: z.boolean().optional(),
  requiredApprovals: z.number().int().nonnegative().optional(),
  dismissesStaleApprovals: z.boolean().optional(),
  requiresApprovalOfLastPush: z.boolean().optional(),
  requiresCodeOwners: z.boolean().optional(),
  /** Whether authors can't approve their own changes, where it is a setting. */
  forbidsSelfApproval: z.boolean().optional(),
  requiredChecks: z.array(z.string()).optional(),
  requiresSignatures: z.boolean().optional(),
  allowsForcePush: z.boolean().optional(),
  allowsDeletion: z.boolean().optional(),
  /** Whether administrators are bound too. */
  enforcedForAdmins: z.boolean().optional(),
  /** Empty if nobody may; absent if it was not reported. */
  bypass: z.array(Bypass).optional(),
});

/**
 * What an environment demands before it is deployed to.
 *
 * @public
 */
export const EnvironmentProtectionObserved = Completeness.extend({
  environment: EnvironmentReference,
  /** Users and teams who may approve; empty when nobody must. */
  reviewers: z.array(z.object({ kind: z.string(), name: z.string() })),
  requiredApprovals: z.number().int().nonnegative().optional(),
  preventsSelfReview: z.boolean().optional(),
  adminsMayBypass: z.boolean().optional(),
  waitMinutes: z.number().nonnegative().optional(),
  /** Branches that may be deployed; absent when any may. */
  branches: z.array(z.string()).optional(),
});

/**
 * Who may do what in a repository.
 *
 * @public
 */
export const RepositoryAccessObserved = Completeness.extend({
  members: z.array(
    z.object({
      account: Identity,
      /** In the words of the source. */
      role: z.string(),
      admin: z.boolean(),
      mayWrite: z.boolean(),
      /** Not of the organization. */
      external: z.boolean().optional(),
    }),
  ),
  teams: z.array(z.object({ name: z.string(), role: z.string() })).optional(),
});

/**
 * One pipeline definition as it stands on the default branch.
 *
 * @public
 */
export const PipelineDefinitionObserved = Completeness.extend({
  pipeline: z.object({ name: z.string(), path: z.string() }),
  ref: z.string().optional(),
  /** Commit or blob the definition was read at. */
  revision: z.string().optional(),
  triggers: z.array(z.string()),
  /** Rights of the job token by scope, e.g. `contents: write`; `*` for all. */
  permissions: z.record(z.string(), z.string()).optional(),
  /** Third-party steps, images and includes it uses; absent if nobody reads them. */
  uses: z
    .array(
      z.object({
        name: z.string(),
        version: z.string().optional(),
        /** Whether the version can't be moved: a commit or a digest. */
        pinned: z.boolean(),
      }),
    )
    .optional(),
  runners: z.array(z.string()),
  environments: z.array(z.string()),
});

/**
 * What a repository lets its pipelines do.
 *
 * @public
 */
export const PipelineSettingsObserved = Completeness.extend({
  enabled: z.boolean().optional(),
  /** Which third-party steps may run: all, own only, selected. */
  allowedActions: z.string().optional(),
  requiresPinnedActions: z.boolean().optional(),
  /** What the job token may do when nothing is said: read or write. */
  defaultTokenRights: z.string().optional(),
  mayApproveChanges: z.boolean().optional(),
  /** Whether runs of forks see secrets or need approval, as worded. */
  forkPolicy: z.string().optional(),
});

/**
 * The machines that execute pipelines of a repository.
 *
 * @public
 */
export const RunnersObserved = Completeness.extend({
  /** Whether a pipeline of a fork that anybody can make may run on them. */
  reachableFromForks: z.boolean().optional(),
  runners: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      os: z.string().optional(),
      labels: z.array(z.string()),
      online: z.boolean().optional(),
      ephemeral: z.boolean().optional(),
      shared: z.boolean().optional(),
    }),
  ),
});

/**
 * What an account that owns repositories demands of its members and lets them do.
 * A field that is absent was not reported; it is not "no". An account of a person has
 * no members, and none of these settings.
 *
 * @public
 */
export const OrganizationSettingsObserved = Completeness.extend({
  /** Its login. */
  name: z.string().min(1),
  account: z.enum(['organization', 'person']),
  /** Whether every member and outside collaborator needs two factors. */
  requiresTwoFactor: z.boolean().optional(),
  /** What members may do in all repositories: none, read, write, admin. */
  defaultRepositoryPermission: z.string().optional(),
  membersMayCreateRepositories: z.boolean().optional(),
  membersMayCreatePublicRepositories: z.boolean().optional(),
  membersMayCreatePrivateRepositories: z.boolean().optional(),
  membersMayForkPrivateRepositories: z.boolean().optional(),
  membersMayChangeVisibility: z.boolean().optional(),
  membersMayDeleteRepositories: z.boolean().optional(),
  membersMayInviteOutsiders: z.boolean().optional(),
  /** Whether commits that are made in the browser must be signed off. */
  requiresSignOff: z.boolean().optional(),
  /** Accounts that own the organization. */
  owners: z.number().int().nonnegative().optional(),
  /** Members without a second factor. */
  membersWithoutTwoFactor: z.number().int().nonnegative().optional(),
  /** Outside collaborators without a second factor. */
  outsidersWithoutTwoFactor: z.number().int().nonnegative().optional(),
  /** Whether members sign in with the identity provider of the organization. */
  requiresSingleSignOn: z.boolean().optional(),
  /** Where the audit log is sent as it grows; empty if nowhere. */
  auditLogStreams: z
    .array(z.object({ kind: z.string().min(1), enabled: z.boolean() }))
    .optional(),
});

/**
 * For how long the source keeps logs and artifacts.
 *
 * @public
 */
export const LogRetentionObserved = Completeness.extend({
  /** Days; absent where the source keeps a number of runs instead. */
  days: z.number().nonnegative().optional(),
  /** Runs kept. */
  runs: z.number().int().nonnegative().optional(),
  /** The longest the source allows, in days. */
  maximumDays: z.number().nonnegative().optional(),
});
