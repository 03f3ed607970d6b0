import type { ChangeReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { all, count, moment, person, subject } from './words';

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

const approvalReasons = {
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
  'change-commits-incomplete': ({ change, listed, total }) =>
    total === undefined
      ? `The list of the commits of change #${change} is not complete, so some authors may be unknown.`
      : `Only ${listed} of the ${count(
          total,
          'commit',
        )} of change #${change} are known, so some authors may be unknown.`,
  'change-commits-unknown': ({ change }) =>
    `The list of the commits of change #${change} was not read, so it is not known who wrote them, and whether other commits arrived together with the change.`,
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
      }${on(actAt)}${approvedAt ? `, and approved it${on(approvedAt)}` : ''}.`,
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
} satisfies Partial<SentencesOf<ChangeReasons>>;

export const changeReasons: SentencesOf<ChangeReasons> = {
  ...approvalReasons,
  'all-through-changes': ({ count: n }) =>
    `Everything that was deployed came through ${count(n, 'change request')}.`,
  'baseline-unknown': ({ environment, commit }) =>
    `This is the first known deployment to ${environment}, so it contains everything that was pushed before. How commit ${commit} came about is not known.`,
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
  'deployments-failed-only': ({ count: n, days }) =>
    `In the last ${days} days, ${count(
      n,
      'deployment',
    )} to production failed and none succeeded. Whether a failed deployment changed production is not known.`,
  'direct-push': ({ commit, branch, person: who, at }) =>
    `${subject(who)} pushed commit ${commit} to ${branch}${on(
      at,
    )} without a change request.`,
  'environment-classified': ({ environment }) =>
    `It is known whether ${environment} is a production environment.`,
  'environment-unclassified': ({ environment }) =>
    `Whether the environment ${environment} is production is not known: neither its name, the source, nor the configuration says so.`,
  'merged-after-deployment': ({ change, mergedAt, deployedAt }) =>
    `Change #${change} was merged${on(
      mergedAt,
    )}, only after it was deployed${on(deployedAt)}.`,
  'push-incomplete': ({ commit, branch, listed, total }) =>
    total === undefined
      ? `The push of commit ${commit} to ${branch} does not list all of its commits, so some changes in this deployment may be unknown.`
      : `The push of commit ${commit} to ${branch} brought ${count(
          total,
          'commit',
        )}, but lists only ${listed}, so some changes in this deployment may be unknown.`,
  'release-range-incomplete': ({ commit }) =>
    `Not all pushes since the previous deployment are known: the push of commit ${commit} was not received.`,
  'release-range-unknown': () =>
    'The push of the deployed commit is not known, so it is not known which changes this deployment contains.',
  // traceability
  'artifact-identified': ({ digest }) =>
    `The deployment identifies its artifact as ${digest}.`,
  'artifact-contradicted': ({ digest, other }) =>
    `Two reports of this deployment name different artifacts: ${digest} and ${other}.`,
  'artifact-origin-known': ({ digest }) =>
    `It is proven that ${digest} was made of the deployed commit.`,
  'artifact-origin-unknown': ({ digest }) =>
    `No provenance or publication is known that says that ${digest} was made of the deployed commit.`,
  'artifact-unidentified': () =>
    'The deployment does not identify its artifact by digest.',
  'build-run-unclear': ({ commit, failed, succeeded }) =>
    `For commit ${commit} the pipeline "${failed}" failed and the pipeline "${succeeded}" succeeded. Which of them built what was deployed is not known.`,
  'change-known': ({ change }) =>
    `The deployed commit came from change #${change}.`,
  'change-not-received': ({ commit }) =>
    `Neither a push nor a merged change was received for the deployed commit ${commit}.`,
  'change-unknown': ({ commit }) =>
    `No merged change is known for the deployed commit ${commit}.`,
  'commit-unknown': () =>
    'The source does not report which commit was deployed.',
  'no-run': ({ commit }) =>
    `No pipeline run is known for the deployed commit ${commit}.`,
  'provenance-elsewhere': ({ digest, repository }) =>
    `The provenance of ${digest} says that it was made of ${repository}, which is not what was deployed.`,
  'run-after-deployment': ({ pipeline, commit }) =>
    `The pipeline "${pipeline}" succeeded for commit ${commit} only after the commit was deployed.`,
  'run-failed': ({ pipeline, commit, outcome }) =>
    `The pipeline "${pipeline}" ended with outcome "${outcome}" for commit ${commit}, but the commit was deployed.`,
  'run-not-finished': ({ commit }) =>
    `The end of the run that built or deployed commit ${commit} was not received.`,
  'run-not-linked': ({ pipeline, commit }) =>
    `The pipeline "${pipeline}" succeeded for commit ${commit}. Whether this run built what was deployed is not known.`,
  'run-succeeded': ({ pipeline, commit }) =>
    `The pipeline "${pipeline}" succeeded for commit ${commit}.`,
};
