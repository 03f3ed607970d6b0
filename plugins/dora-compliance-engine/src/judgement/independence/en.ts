import { readBack, collectChanges, awaitRun } from '../../explain/en/phrases';
import { all, count, moment, person, subject } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { IndependenceReasons } from './reasons';

const UNKNOWN = "Whether the approval is independent can't be determined.";

/** What a person did with a change, so that another one must approve it. */
const acts = {
  opened: 'opened it',
  wrote: 'wrote commits of it',
  pushed: 'pushed commits to it',
  merged: 'made its merge commit',
  started: 'started the run that deployed it',
  deployed: 'deployed it',
};

/** ` on 2026-03-31 12:00 UTC`, or nothing if the time is not known. */
const on = (instant: string | undefined) =>
  instant ? ` on ${moment(instant)}` : '';

const nameAccounts =
  'Name the accounts of the people involved in the catalog: add the annotation dora-compliance.io/accounts to their User entities.';

const nextRelease =
  "What was deployed can't be approved afterwards. Deploy a release in which another person approves each change, after its last push and before it is merged.";

export const en: WordsFor<IndependenceReasons> = {
  checks: {
    'approved-by-another-person': 'Did another person approve it?',
    'authors-identified': 'Is everyone who was involved identified?',
    'deployer-named': 'Is it known who deployed?',
    'deployment-allowed': 'Did the reviewers of the environment allow it?',
    'through-changes': 'Did everything come through a change request?',
  },
  reasons: {
    'account-ambiguous': ({ change, account, users }) =>
      `Several users in the catalog (${all(
        users.split(', '),
      )}) claim the account ${person(
        account,
      )}. Whether the approval of change #${change} is independent can't be determined.`,
    'all-independently-approved': ({ count: n }) =>
      `Each of the ${n} changes was approved by a person who was not involved in it.`,
    'approval-after-deployment': ({ change, approver, approvedAt }) =>
      `${subject(approver)} approved change #${change}${on(
        approvedAt,
      )}, only after it was deployed.`,
    'approval-after-merge': ({ change, approver, approvedAt }) =>
      `${subject(approver)} approved change #${change}${on(
        approvedAt,
      )}, only after it was merged.`,
    'approval-by-machine': ({ change, approver }) =>
      `Change #${change} was approved only by ${person(
        approver,
      )}, which is not a person.`,
    'approval-dismissed': ({ change, approver, approvedAt }) =>
      `The approval of change #${change} by ${person(approver)}${on(
        approvedAt,
      )} was dismissed.`,
    'approval-withdrawn': ({ change, approver, approvedAt }) =>
      `${subject(
        approver,
      )} requested changes after approving change #${change}${on(approvedAt)}.`,
    'approval-without-write-access': ({ change, approver }) =>
      `Change #${change} was approved only by ${person(
        approver,
      )}, who has no write access to the repository.`,
    'approver-access-unknown': ({ change, approver }) =>
      `${subject(approver)} approved change #${change}. Whether ${person(
        approver,
      )} had write access to the repository is not known.`,
    'approver-unidentified': ({ change, account }) =>
      `Change #${change} was approved by ${person(
        account,
      )}, who can't be identified. ${UNKNOWN}`,
    'author-unlinked': ({ author }) =>
      `The commit author ${author} is not linked to an account. ${UNKNOWN}`,
    'authors-identified': () => 'Everyone who was involved is identified.',
    'change-commits-unknown': ({ change }) =>
      `The list of the commits of change #${change} was not read, so it is not known who wrote them, and whether other commits arrived together with the change.`,
    'change-commits-incomplete': ({ change, listed, total }) =>
      total === undefined
        ? `The list of the commits of change #${change} is not complete, so some authors may be unknown.`
        : `Only ${listed} of the ${count(
            total,
            'commit',
          )} of change #${change} are known, so some authors may be unknown.`,
    'deployer-unknown': () =>
      `The source does not report who deployed. ${UNKNOWN}`,
    'independence-unclear': ({ change, account, other }) =>
      `${subject(account)} approved change #${change}. Whether ${person(
        account,
      )} and ${person(
        other,
      )} are different people can't be determined. Name their accounts in the catalog.`,
    'independently-approved': ({ change, approver, approvedAt }) =>
      `Change #${change} was approved${on(approvedAt)} by ${person(
        approver,
      )}, who was not involved in it.`,
    'merge-content-unproven': ({ change, commit, person: who }) =>
      `Change #${change} arrived by the merge commit ${commit} of ${person(
        who,
      )}. Nothing proves that the code host made this commit, so it may contain more than what was approved.`,
    'no-approval': ({ change }) =>
      `Change #${change} was merged without an approval.`,
    'person-unidentified': ({ person: who }) =>
      `${subject(
        who,
      )}, who opened, pushed, or deployed the change, can't be identified. ${UNKNOWN}`,
    'pusher-unknown': ({ change, commit }) =>
      `Who pushed commit ${commit} to change #${change} is not known. ${UNKNOWN}`,
    'self-approval': ({
      change,
      approver,
      account,
      alias,
      bot,
      user,
      act,
      actAt,
      approvedAt,
    }) =>
      [
        `Change #${change} was approved only by ${person(approver)}, who also ${
          act ? acts[act] : 'opened, wrote, pushed, or deployed it'
        }${on(actAt)}${
          approvedAt ? `, and approved it${on(approvedAt)}` : ''
        }.`,
        alias &&
          `${alias} and ${account} are the same person${
            user ? ` (${user})` : ''
          }.`,
        bot && `${account} is ${user}, who is responsible for the bot ${bot}.`,
      ]
        .filter(Boolean)
        .join(' '),
    'starter-unknown': () =>
      `The end of the run that deployed was not received, so it is not known who started it. ${UNKNOWN}`,
    'stale-approval': ({ change, approver, approvedAt }) =>
      `Change #${change} was changed after ${person(approver)} approved it${on(
        approvedAt,
      )}.`,
    'all-through-changes': ({ count: n }) =>
      `Everything that was deployed came through ${count(
        n,
        'change request',
      )}.`,
    'commits-beside-change': ({ change, arrived, count: n }) =>
      `The push that merged change #${change} brought ${count(
        arrived,
        'commit',
      )}, but the change contains only ${n}. The others did not come through a change request.`,
    'deployment-approved': ({ environment, reviewer }) =>
      `${subject(reviewer)} approved the deployment to ${environment}.`,
    'deployment-rejected': ({ environment, reviewer }) =>
      `${subject(
        reviewer,
      )} rejected the deployment to ${environment}, but it was deployed anyway.`,
    'direct-push': ({ commit, branch, person: who, at }) =>
      `${subject(who)} pushed commit ${commit} to ${branch}${on(
        at,
      )} without a change request.`,
    'merged-after-deployment': ({ change, mergedAt, deployedAt }) =>
      `Change #${change} was merged${on(
        mergedAt,
      )}, only after it was deployed${on(deployedAt)}.`,
  },
  advice: {
    'account-ambiguous':
      'Correct the catalog so that only one User entity claims the account, in dora-compliance.io/accounts or in its profile.',
    'approval-after-deployment': nextRelease,
    'approval-after-merge': nextRelease,
    'approval-by-machine': nextRelease,
    'approval-dismissed': nextRelease,
    'approval-withdrawn': nextRelease,
    'approval-without-write-access': `${nextRelease} That person needs write access to the repository.`,
    'approver-access-unknown':
      'Give Backstage credentials for the code host that may read who has access to the repository, so that the backend can tell whether the reviewer has write access. If the reviewer has left, only another approval before the deployment would count.',
    'approver-unidentified': nameAccounts,
    'author-unlinked':
      'Link the e-mail address of the commit author to an account of the CI system, or name the account in the catalog: add the annotation dora-compliance.io/accounts to the User entity.',
    'change-commits-unknown': collectChanges,
    'change-commits-incomplete':
      'Check why the source could not list all commits of the change: it needs access to the repository, and some hosts list no more than 250. Split such changes into smaller ones.',
    'deployer-unknown':
      'Have the pipeline report deployments in such a way that the source tells who started them.',
    'independence-unclear': nameAccounts,
    'merge-content-unproven': `Merge changes with the button of the change request, or squash them. ${collectChanges}`,
    'no-approval': nextRelease,
    'person-unidentified': nameAccounts,
    'pusher-unknown': `A push to the change was not received. ${readBack}`,
    'self-approval': nextRelease,
    'starter-unknown': awaitRun,
    'stale-approval': nextRelease,
    'commits-beside-change':
      "Commits can't be approved afterwards. Deploy a release in which everything came through change requests, and protect the branch against pushes.",
    'deployment-rejected':
      'Deploy a release that the reviewers of the environment approve. Do not let administrators bypass them.',
    'direct-push':
      "A push can't be approved afterwards. Deploy a release in which everything came through change requests, and protect the branch against pushes.",
    'merged-after-deployment':
      'Deploy again, now that the change is merged. Deploy only what was merged before.',
  },
};
