import type { Reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const nameAccounts =
  'Name the accounts of the people involved in the catalog: add the annotation dora-compliance.io/accounts to their User entities.';

const linkCommits = `Link the e-mail address of the commit author to an account of the CI system, or name the account in the catalog: add the annotation dora-compliance.io/accounts to the User entity.`;

const earlierPushes = (what: string) =>
  `${what} is not known. Have the webhook deliver pushes and pull requests, and start a backfill on the page Evidence that goes back before the deployment.`;

/**
 * What to do when a control is not assessed for a reason. Reasons that are
 * missing here are about the control itself; its remediation says what to do.
 * What to do about a gap depends on its source, so it is missing, too.
 */
export const adviceSentences: Readonly<
  Record<string, (params: Reason['params']) => string>
> = {
  'not-yet-assessed': () =>
    'There is nothing to do: the assessment is queued. If this does not change within some minutes, look for errors in the log of the backend.',
  'assessment-failed': () =>
    'Look for "A control could not be assessed" in the log of the backend: it names the cause. New evidence on the asset, and at the latest an hour, brings the next attempt.',
  'asset-not-linked': () =>
    'Add the annotation of the code host to the catalog entity, such as github.com/project-slug, so that its repository is known.',
  'source-silent': () =>
    'Have the repository, or its organization or group, deliver webhooks to this backend, or give Backstage credentials for its host under integrations, so that it is collected. The READMEs of the modules say how.',
  'not-yet-observed': () =>
    'There is nothing to do: records are computed when the catalog is next read, every ten minutes by default. If this does not change, look for errors in the log of the backend.',
  'evidence-stale': () =>
    'Evidence must be observed again. The catalog is read by the backend itself: look for errors in its log. What a CI system tells is collected: look for problems on the page Evidence.',
  'evidence-unverified': () =>
    'Configure a secret for the webhook and have it deliver to /api/dora-compliance/ingest/<source>, so that the sender is proven. Events that come through the events service of Backstage are not. Then start a backfill for what has come already.',
  'evidence-late': () =>
    'Collect from the source, so that its API confirms what was told late: give Backstage credentials for its host, and start a backfill on the page Evidence that goes back before the deployment. A source that has no API to read, such as CDEvents, must send in time.',
  'evaluation-failed': () =>
    'This is a fault of the control or of this plugin, not of the asset. Report it with the sentence above.',
  'assertion-error': () =>
    'This is a fault of the control, not of the asset. Correct the assertion in the YAML file of the control, or report it with the sentence above.',
  'approver-unidentified': () => nameAccounts,
  'account-ambiguous': () =>
    'Correct the catalog so that only one User entity claims the account, in dora-compliance.io/accounts or in its profile.',
  'independence-unclear': () => nameAccounts,
  'person-unidentified': () => nameAccounts,
  'author-unlinked': () => linkCommits,
  'release-range-unknown': () =>
    earlierPushes('How the deployed commit came about'),
  'release-range-incomplete': () =>
    earlierPushes('Part of what the deployment brought'),
  'commit-unknown': () =>
    'Have the pipeline name the commit in the deployment it reports.',
  'deployer-unknown': () =>
    'Have the pipeline report deployments so that the source tells who started them.',
  'subcontractors-unclear': () =>
    'Classify the asset: declare spec.dora.classification.criticality in its catalog file.',
  'support-unknown': () =>
    'Declare spec.dora.support in the catalog file: the end of support, or why there is none.',
};
