import type { ChangeReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { all, count, person, subject } from './words';

const UNKNOWN = "Whether the approval is independent can't be determined.";

const approvalReasons = {
  'account-ambiguous': ({ change, account, users }) =>
    `Several users in the catalog (${all(
      users.split(', '),
    )}) claim the account ${person(
      account,
    )}. Whether the approval of change #${change} is independent can't be determined.`,
  'all-independently-approved': ({ count: n }) =>
    `Each of the ${n} changes was approved by a person who was not involved in it.`,
  'approval-after-deployment': ({ change, approver }) =>
    `${subject(
      approver,
    )} approved change #${change} only after it was deployed.`,
  'approval-after-merge': ({ change, approver }) =>
    `${subject(approver)} approved change #${change} only after it was merged.`,
  'approval-by-machine': ({ change, approver }) =>
    `Change #${change} was approved only by ${person(
      approver,
    )}, which is not a person.`,
  'approval-dismissed': ({ change, approver }) =>
    `The approval of change #${change} by ${person(approver)} was dismissed.`,
  'approval-withdrawn': ({ change, approver }) =>
    `${subject(approver)} requested changes after approving change #${change}.`,
  'approval-without-write-access': ({ change, approver }) =>
    `Change #${change} was approved only by ${person(
      approver,
    )}, who has no write access to the repository.`,
  'approver-unidentified': ({ change, account }) =>
    `Change #${change} was approved by ${person(
      account,
    )}, who can't be identified. ${UNKNOWN}`,
  'author-unlinked': ({ author }) =>
    `The commit author ${author} is not linked to an account. ${UNKNOWN}`,
  'authors-identified': () => 'Everyone who was involved is identified.',
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
  'independently-approved': ({ change, approver }) =>
    `Change #${change} was approved by ${person(
      approver,
    )}, who was not involved in it.`,
  'no-approval': ({ change }) =>
    `Change #${change} was merged without an approval.`,
  'person-unidentified': ({ person: who }) =>
    `${subject(
      who,
    )}, who opened, pushed, or deployed the change, can't be identified. ${UNKNOWN}`,
  'self-approval': ({ change, approver, account, alias, bot, user }) =>
    [
      `Change #${change} was approved only by ${person(
        approver,
      )}, who also opened, wrote, pushed, or deployed it.`,
      alias &&
        `${alias} and ${account} are the same person${
          user ? ` (${user})` : ''
        }.`,
      bot && `${account} is ${user}, who is responsible for the bot ${bot}.`,
    ]
      .filter(Boolean)
      .join(' '),
  'stale-approval': ({ change, approver }) =>
    `Change #${change} was changed after ${person(approver)} approved it.`,
} satisfies Partial<SentencesOf<ChangeReasons>>;

export const changeReasons: SentencesOf<ChangeReasons> = {
  ...approvalReasons,
  'all-through-changes': ({ count: n }) =>
    `Everything that was deployed came through ${count(n, 'change request')}.`,
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
  'direct-push': ({ commit, branch, person: who }) =>
    `${subject(
      who,
    )} pushed commit ${commit} to ${branch} without a change request.`,
  'merged-after-deployment': ({ change }) =>
    `Change #${change} was merged only after it was deployed.`,
  'release-range-incomplete': () =>
    'Not all pushes since the previous deployment are known.',
  'release-range-unknown': () =>
    'The push of the deployed commit is not known, so it is not known which changes this deployment contains.',
  // traceability
  'artifact-identified': ({ digest }) =>
    `The deployment identifies its artifact as ${digest}.`,
  'artifact-unidentified': () =>
    'The deployment does not identify its artifact by digest.',
  'change-known': ({ change }) =>
    `The deployed commit came from change #${change}.`,
  'change-unknown': ({ commit }) =>
    `No merged change is known for the deployed commit ${commit}.`,
  'commit-unknown': () =>
    'The source does not report which commit was deployed.',
  'no-run': ({ commit }) =>
    `No pipeline run is known for the deployed commit ${commit}.`,
  'run-after-deployment': ({ pipeline, commit }) =>
    `The pipeline "${pipeline}" succeeded for commit ${commit} only after the commit was deployed.`,
  'run-failed': ({ pipeline, commit, outcome }) =>
    `The pipeline "${pipeline}" ended with outcome "${outcome}" for commit ${commit}, but the commit was deployed.`,
  'run-succeeded': ({ pipeline, commit }) =>
    `The pipeline "${pipeline}" succeeded for commit ${commit}.`,
};
