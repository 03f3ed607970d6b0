import type { Reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  gapInWords,
  inWords,
  levelInWords,
  momentInWords,
  recordFieldsInWords,
  withoutStop,
} from './inWords';

/**
 * Every reason and its sentence for people.
 *
 * @public
 */
export const reasonSentences: Readonly<
  Record<string, (params: Reason['params']) => string>
> = {
  // whole controls
  'does-not-apply': () => 'The control does not apply to this kind of asset.',
  'not-yet-assessed': () => 'The control has not been assessed yet.',
  'assessment-failed': () =>
    'The last attempt to assess the control failed. It is retried automatically.',
  'asset-not-linked': () =>
    'No repository is known for the asset; add the annotation of its code host, such as github.com/project-slug.',
  'source-silent': () =>
    'Nothing was ever received from the repository; check that its webhook delivers to this backend.',
  'population-empty': ({ days }) =>
    `There was no production deployment in the last ${days} days.`,
  'not-yet-observed': () =>
    'The record of this asset has not been computed yet.',
  'evidence-stale': ({ observedAt, days }) =>
    `The latest evidence is of ${observedAt} and counts for ${days} days only.`,
  'evidence-unverified': ({ level, count, late }) =>
    `The result depends on evidence that does not count, because its origin is less than ${level} (${count}${
      late ? `, ${late} of them late` : ''
    }).`,
  'evidence-late': ({ count }) =>
    `The result depends on evidence that does not count yet (${count}): it was received long after it is said to have happened, and no API has confirmed it.`,
  'evidence-gap': ({ source, from, to, cause, more }) =>
    `From ${momentInWords(from)}${
      to ? ` to ${momentInWords(to)}` : ' on'
    } the source ${source} was not heard, as ${gapInWords(
      cause,
    )}, and nobody has asked it since${
      more ? `; nor was it at ${more} more times` : ''
    }.`,
  'evaluation-failed': ({ message }) =>
    `The control could not be evaluated: ${message}.`,
  'assertion-error': ({ id, detail }) =>
    `The requirement ${id} could not be evaluated: ${detail}.`,
  'assertion-false': ({ id }) => `The requirement ${id} is not met.`,
  'all-checks-passed': () => 'All checks passed.',
  'all-members-satisfied': ({ total }) =>
    total === 1
      ? 'The only production deployment passed all checks.'
      : `All ${total} production deployments passed all checks.`,
  // independent approval
  'independently-approved': ({ change, approver }) =>
    `Change #${change} was approved by ${approver}, who had no hand in it.`,
  'all-independently-approved': ({ count }) =>
    `All ${count} changes were approved by somebody who had no hand in them.`,
  'no-approval': ({ change }) =>
    `Change #${change} was merged without an approval.`,
  'self-approval': ({ change, approver, account, alias, bot, user }) =>
    `Change #${change} was approved only by ${approver}, who also wrote, pushed or deployed it.${
      alias
        ? ` ${alias} and ${account} are the same person${inWords(',', user)}.`
        : ''
    }${bot ? ` ${user}, who is ${account}, answers for ${bot}.` : ''}`,
  'stale-approval': ({ change, approver }) =>
    `Change #${change} was changed after ${approver} had approved it.`,
  'approval-after-merge': ({ change, approver }) =>
    `Change #${change} was approved by ${approver} only after it was merged.`,
  'approval-dismissed': ({ change, approver }) =>
    `The approval of change #${change} by ${approver} was dismissed.`,
  'approval-withdrawn': ({ change, approver }) =>
    `${approver} requested changes after approving change #${change}.`,
  'approval-by-machine': ({ change, approver }) =>
    `Change #${change} was approved only by ${approver}, which is no person.`,
  'approval-without-write-access': ({ change, approver }) =>
    `Change #${change} was approved only by ${approver}, who may not write to the repository.`,
  'approver-unidentified': ({ change, account }) =>
    `Change #${change} was approved by ${account}, who can't be identified, so independence can't be told.`,
  'account-ambiguous': ({ change, account, users }) =>
    `Several users of the catalog (${users}) claim ${account}, so it can't be told whether the approval of change #${change} is independent.`,
  'independence-unclear': ({ change, account, other }) =>
    `Whether ${account}, who approved change #${change}, and ${other} are different people can't be told; name their accounts in the catalog.`,
  'person-unidentified': ({ person }) =>
    `${person}, who opened, pushed or deployed it, can't be identified, so independence can't be told.`,
  'all-through-changes': ({ count }) =>
    count === 1
      ? 'What was deployed came through a reviewed change.'
      : `What was deployed came through ${count} changes.`,
  'direct-push': ({ commit, branch, person }) =>
    `${person} pushed commit ${commit} to ${branch} without a change request.`,
  'commits-beside-change': ({ change, arrived, count }) =>
    `${arrived} commits arrived with change #${change}, which has only ${count}.`,
  'release-range-unknown': () =>
    'Neither a push nor a change is known for the deployed commit.',
  'release-range-incomplete': () =>
    'Not all pushes since the deployment before are known.',
  'commit-unknown': () => 'The source does not tell which commit was deployed.',
  'deployer-unknown': () =>
    "The source does not tell who deployed, so independence can't be told.",
  'authors-identified': () => 'All who had a hand in it are known.',
  'author-unlinked': ({ author }) =>
    `The commit author ${author} is linked to no account, so independence can't be told.`,
  // traceability
  'change-known': ({ change }) => `It came about by change #${change}.`,
  'change-unknown': ({ commit }) =>
    `No merged change is known for the deployed commit ${commit}.`,
  'run-succeeded': ({ pipeline, commit }) =>
    `The pipeline "${pipeline}" succeeded on commit ${commit}.`,
  'run-failed': ({ pipeline, commit, outcome }) =>
    `The pipeline "${pipeline}" ended with ${outcome} on commit ${commit}, which was deployed all the same.`,
  'run-after-deployment': ({ pipeline, commit }) =>
    `The pipeline "${pipeline}" succeeded on commit ${commit} only after it was deployed.`,
  'no-run': ({ commit }) =>
    `No pipeline run is known for the deployed commit ${commit}.`,
  'artifact-identified': ({ digest }) => `The artifact is ${digest}.`,
  'artifact-unidentified': () =>
    'The deployment does not name its artifact by digest.',
  // ownership
  'owner-named': ({ ownerRef }) => `The catalog names ${ownerRef}.`,
  'owner-missing': () => 'The catalog names no owner.',
  'owner-exists': ({ ownerRef }) => `${ownerRef} exists in the catalog.`,
  'owner-unresolved': ({ ownerRef }) =>
    `The owner ${ownerRef} does not exist in the catalog.`,
  'owner-not-a-group': ({ ownerRef }) =>
    `The owner ${ownerRef} is not a group; a single person can't stay accountable.`,
  'owner-can-act': ({ ownerRef, count }) =>
    `The owner ${ownerRef} has ${count} members.`,
  'owner-too-few-members': ({ ownerRef, count, needed }) =>
    `The owner ${ownerRef} has ${count} of at least ${needed} members.`,
  // record
  'record-usable': () => 'All that the record says can be used.',
  'record-unusable': ({ problem, more }) =>
    `${withoutStop(problem)}.${
      Number(more) > 0 ? ` ${more} more can't be used.` : ''
    }`,
  'record-complete': () => 'All nine fields of the record are there.',
  'record-incomplete': ({ fields }) =>
    `The record lacks ${recordFieldsInWords(fields)}.`,
  // classification
  classified: ({ declared }) => `It is declared ${levelInWords(declared)}.`,
  'not-classified': () => 'No classification is declared.',
  'computed-not-classified': ({ computed, because }) =>
    `No classification is declared, although it is ${levelInWords(
      computed,
    )}${inWords(' through', because)}.`,
  'classified-high-enough': ({ computed }) =>
    `What uses it is ${levelInWords(computed)} at most.`,
  'nothing-classified-above': () => 'Nothing that is classified uses it.',
  'classified-too-low': ({ declared, computed, because }) =>
    `It is declared ${levelInWords(declared)} but is ${levelInWords(
      computed,
    )}${inWords(' through', because)}.`,
  'reviewed-in-time': ({ reviewed, by, due, record }) =>
    `It was reviewed on ${reviewed}${inWords(
      ' by',
      by,
    )}; the next review is due by ${due}.${
      record ? ' The record has changed since.' : ''
    }`,
  'never-reviewed': () => 'No review is known.',
  'review-ahead': ({ on }) =>
    `The only review known is dated ${on}, which is yet to come.`,
  'review-overdue': ({ reviewed, due }) =>
    `The last review, of ${reviewed}, counted until ${due}.`,
  'no-major-change': () => 'No major change is declared.',
  'reviewed-since-major-change': ({ changed, reviewed }) =>
    `It was reviewed on ${reviewed}, not before the major change of ${changed}.`,
  'major-change-to-review': ({ changed }) =>
    `The major change of ${changed} asks for a review by the end of that day.`,
  'major-change-not-reviewed': ({ changed, reviewed }) =>
    reviewed
      ? `It was last reviewed on ${reviewed}, before the major change of ${changed}.`
      : `The major change of ${changed} was not followed by a review.`,
  // provider
  'provider-named': ({ provider }) => `It comes from ${provider}.`,
  'provider-missing': () =>
    'No provider is named; name who provides the CI system in spec.dora.provider.',
  'provider-registered': ({ provider }) => `${provider} is in the catalog.`,
  'provider-unregistered': ({ provider }) =>
    `The catalog has no ICT third-party provider ${provider}.`,
  'provider-identified': ({ provider }) =>
    `${provider} is identified by LEI or EUID.`,
  'provider-unidentified': ({ provider }) =>
    `The provider ${provider} has neither LEI nor EUID.`,
  'provider-services': ({ services }) => `It provides ${services}.`,
  'provider-services-missing': ({ provider }) =>
    `The provider ${provider} declares no type of ICT service.`,
  'provider-contract': ({ contract }) => `The contract is ${contract}.`,
  'provider-contract-missing': ({ provider }) =>
    `The provider ${provider} has no contract reference.`,
  'subcontractors-declared': ({ count }) =>
    Number(count) === 0
      ? 'It is declared that there are no subcontractors.'
      : `Declared subcontractors: ${count}.`,
  'subcontractors-not-needed': ({ level }) =>
    `They need not be known of an asset that is ${levelInWords(level)}.`,
  'subcontractors-missing': ({ provider }) =>
    `The provider ${provider} declares no subcontractors, not even that there are none, but what it provides is critical or important.`,
  'subcontractors-unclear': ({ provider }) =>
    `Whether the subcontractors of ${provider} must be known can't be told, as the asset is not classified.`,
  // support
  supported: ({ end }) => `It is supported until ${end}.`,
  'support-not-applicable': ({ why }) =>
    `It has no end of support: ${withoutStop(why)}.`,
  'legacy-assessed': ({ assessed, due }) =>
    `Its risk as a legacy system was assessed on ${assessed}, which counts until ${due}.`,
  'support-ended': ({ end, assessed }) =>
    assessed
      ? `Support ended on ${end}, and the legacy risk assessment of ${assessed} is not of the last twelve months.`
      : `Support ended on ${end}, and no legacy risk assessment is known.`,
  'support-unknown': () =>
    'No end of support is declared, nor why there is none.',
};
