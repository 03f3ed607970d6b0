import type { AdvisedCode } from '../language/AdvisedCode';

const nameAccounts =
  'Name the accounts of the people involved in the catalog: add the annotation dora-compliance.io/accounts to their User entities.';

const readBack =
  'Have the webhook deliver pushes and pull requests, and start a backfill on the page Evidence that goes back before the deployment.';

const proveArtifact =
  'Have the pipeline that builds publish provenance of the artifact, for example with actions/attest-build-provenance on GitHub, so that the digest, the commit and the run are linked. The check is repeated when the backend has read it.';

const collectChanges =
  'Give Backstage credentials for the code host, so that the backend reads merged changes with their commits, and start a backfill on the page Evidence that goes back before the merge.';

const awaitRun =
  'If the run is still in progress, wait: the check is repeated when it ends. Otherwise have the source deliver pipeline runs, and start a backfill on the page Evidence that goes back before the deployment.';

const nextRelease =
  "What was deployed can't be approved afterwards. Deploy a release in which another person approves each change, after its last push and before it is merged.";

const classify =
  'Declare spec.dora.classification.criticality in the catalog file of the asset.';

const review =
  'Read the record of the asset, correct it, and confirm it by a review.';

export const advice: Readonly<Record<AdvisedCode, string>> = {
  'account-ambiguous':
    'Correct the catalog so that only one User entity claims the account, in dora-compliance.io/accounts or in its profile.',
  'approver-access-unknown':
    'Give Backstage credentials for the code host that may read who has access to the repository, so that the backend can tell whether the reviewer has write access. If the reviewer has left, only another approval before the deployment would count.',
  'approver-unidentified': nameAccounts,
  'artifact-contradicted':
    'Two systems report this deployment with different digests. Correct the one that is wrong, and deploy again.',
  'artifact-origin-unknown': proveArtifact,
  'baseline-unknown': `The history before the first known deployment is not known. ${readBack} When an earlier deployment to the same environment is known, only what came after it is assessed.`,
  'build-run-unclear': proveArtifact,
  'change-commits-unknown': collectChanges,
  'change-not-received': `Nothing is known of the deployed commit. ${readBack}`,
  'assertion-error':
    'This is a fault of the control, not of the asset. Correct the assertion in the YAML file of the control, or report it with the sentence above.',
  'change-commits-incomplete':
    'Check why the source could not list all commits of the change: it needs access to the repository, and some hosts list no more than 250. Split such changes into smaller ones.',
  'value-missing':
    'The source did not report this value. Check in the guide of the source what it needs for that, such as a permission or another event. If it can not report the value, the author of the control has to change the requirement.',
  'assessment-failed':
    'Look for "A control could not be assessed" in the log of the backend: it names the cause. The backend retries when new evidence on the asset arrives, and after an hour at the latest.',
  'asset-not-linked':
    'Add the annotation of the code host, such as github.com/project-slug, to the catalog entity.',
  'author-unlinked':
    'Link the e-mail address of the commit author to an account of the CI system, or name the account in the catalog: add the annotation dora-compliance.io/accounts to the User entity.',
  'commit-unknown':
    'Have the pipeline name the commit in the deployment that it reports.',
  'deployer-unknown':
    'Have the pipeline report deployments in such a way that the source tells who started them.',
  'deployments-failed-only':
    'Deploy again: when a deployment succeeds, it is assessed instead. Without one, this ends when the failed deployments are outside the time window of the control.',
  'environment-unclassified':
    'If the environment is production, add its name to productionEnvironments in the configuration of the source. If it is not, add its name to nonProductionEnvironments. This takes effect with the next deployment to it.',
  'evaluation-failed':
    'This is a fault of the control or of this plugin, not of the asset. Report it with the sentence above.',
  'event-never-observed':
    'Connect the source that reports such events, and start a backfill on the page Evidence. If they were never done, do them regularly.',
  'evidence-incomplete':
    'Look up on the page Evidence what the source could not read: it often needs one more permission for its token.',
  'evidence-late':
    'Collect from the source, so that its API confirms late evidence: give Backstage credentials for its host, and start a backfill on the page Evidence that goes back before the deployment. A source without an API, such as CDEvents, must deliver in time.',
  'evidence-stale':
    'The evidence must be observed again. The backend reads the catalog itself: look for errors in its log. For evidence that is collected from a CI system, look for problems on the page Evidence.',
  'evidence-unverified':
    'Configure a secret for the webhook and have it deliver to /api/dora-compliance/ingest/<source>, so that the backend can authenticate the sender. It can not authenticate events of the Backstage events service. Then start a backfill for what was delivered before.',
  'exemption-unconfirmed':
    'Review the record of the asset: the reason then holds for a year. Or declare with the reason until when it holds.',
  'findings-not-reported':
    'Have the webhook of the code host deliver its security alerts. Findings that were opened before are reported when they change next.',
  'incident-not-detected':
    'Have the incident tool report incidents also when they are detected, and send the missing report again.',
  'incidents-unheard':
    'Connect the tool that manages incidents, for example by CDEvents. When it has reported one incident of the asset, open or resolved, later ones are expected from it.',
  'independence-unclear': nameAccounts,
  'interval-start-unknown':
    'Start a backfill on the page Evidence that goes back before this time. Without one, the period is assessed once it no longer reaches back so far.',
  'never-scanned':
    'Connect the scanner: have it deliver its results, or give Backstage credentials for the host that runs it.',
  'merge-content-unproven': `Merge changes with the button of the change request, or squash them. ${collectChanges}`,
  'no-run': `No run of a pipeline is known for the deployed commit. ${readBack.replace(
    'pushes and pull requests',
    'pipeline runs',
  )}`,
  'not-yet-assessed':
    'You do not have to do anything: the assessment is queued. If this does not change within some minutes, look for errors in the log of the backend.',
  'not-yet-observed':
    'You do not have to do anything: the backend computes records when it next reads the catalog, every ten minutes by default. If this does not change, look for errors in its log.',
  'person-unidentified': nameAccounts,
  'provider-undeclared':
    'Declare spec.dora.provider in the catalog file, or spec.dora.noProvider with the reason and until when it holds.',
  'push-incomplete': `The source did not list all commits of a push. ${collectChanges}`,
  'pusher-unknown': `A push to the change was not received. ${readBack}`,
  'release-range-incomplete': `Some commits of the deployment are not known. ${readBack}`,
  'release-range-unknown': `The push of the deployed commit was not received. ${readBack}`,
  'run-not-finished': awaitRun,
  'run-not-linked': proveArtifact,
  'source-silent':
    'Have the repository, or its organization or group, deliver webhooks to this backend, or give Backstage credentials for its host under integrations, so that it is collected. The READMEs of the modules describe both.',
  'state-not-observed':
    'Give Backstage credentials for the host of the repository, so that a collector reads its settings. The page Evidence shows what a collector could not read.',
  'starter-unknown': awaitRun,
  'subcontractors-unclear':
    'Classify the asset: declare spec.dora.classification.criticality in its catalog file.',
  'support-unknown':
    'Declare spec.dora.support in the catalog file: the end of support, or why there is none.',
  // what a finding needs to end
  'accountable-person-unknown':
    'Name a user who exists in the catalog in the annotation dora-compliance.io/accountable of the group.',
  'approval-after-deployment': nextRelease,
  'approval-after-merge': nextRelease,
  'approval-by-machine': nextRelease,
  'approval-dismissed': nextRelease,
  'approval-withdrawn': nextRelease,
  'approval-without-write-access': `${nextRelease} That person needs write access to the repository.`,
  'artifact-unidentified':
    'Have the pipeline name the artifact by its digest in the deployment, and deploy again.',
  'change-unknown':
    'Bring what was deployed to the branch by a change request, and deploy again.',
  'classified-too-low':
    'Declare spec.dora.classification.criticality at least as high as that of what uses the asset.',
  'commits-beside-change':
    "Commits can't be approved afterwards. Deploy a release in which everything came through change requests, and protect the branch against pushes.",
  'computed-not-classified': classify,
  'deployment-rejected':
    'Deploy a release that the reviewers of the environment approve. Do not let administrators bypass them.',
  'direct-push':
    "A push can't be approved afterwards. Deploy a release in which everything came through change requests, and protect the branch against pushes.",
  'exemption-ended':
    'Review the record, or declare a new day until which the reason holds.',
  'exemption-too-long':
    'Declare a day until which the reason holds that is at most a year ahead.',
  'lowered-not-reviewed':
    'Review the record to confirm the lower classification. If it is wrong, declare the earlier one again.',
  'major-change-not-reviewed': review,
  'merged-after-deployment':
    'Deploy again, now that the change is merged. Deploy only what was merged before.',
  'never-reviewed': review,
  'no-approval': nextRelease,
  'not-classified': classify,
  'owner-missing':
    'Name the owner of the asset in spec.owner of its catalog file.',
  'owner-not-a-group':
    'Set spec.owner in the catalog file of the asset to a group or a user.',
  'owner-too-few-members':
    'Add members to the group, or name the user who is accountable in its annotation dora-compliance.io/accountable.',
  'owner-too-many-members':
    'Name the user who is accountable in the annotation dora-compliance.io/accountable of the group.',
  'owner-unresolved':
    'Set spec.owner in the catalog file of the asset to a group or a user that exists in the catalog.',
  'pipelines-not-inventoried':
    'Have the catalog module discover the pipelines, or add a Resource of type ci-pipeline for each.',
  'provenance-elsewhere':
    'Deploy an artifact that was built of this repository, with provenance that names it.',
  'provider-contract-missing':
    'Declare the reference of the contract in the catalog file of the provider.',
  'provider-missing':
    'Name the provider of the CI system in spec.dora.provider of the pipeline.',
  'provider-services-missing':
    'Declare the types of its ICT services in the catalog file of the provider.',
  'provider-unidentified':
    'Declare the LEI or the EUID in the catalog file of the provider.',
  'provider-unregistered':
    'Add the provider to the catalog as a Resource of type ict-third-party-provider, or correct the name in spec.dora.provider.',
  'record-incomplete':
    'Declare the missing fields in spec.dora of the catalog file.',
  'record-unusable': 'Correct the value in the catalog file.',
  'review-ahead': review,
  'review-overdue': review,
  'run-after-deployment':
    'Deploy again, now that the run has succeeded. Deploy only what a finished run built.',
  'run-failed': 'Repair the build, and deploy what a successful run built.',
  'self-approval': nextRelease,
  'stale-approval': nextRelease,
  'subcontractors-missing':
    'Declare the subcontractors in the catalog file of the provider. An empty list says that there are none.',
  'support-ended':
    'Move to a supported version and declare its end of support. Until then, assess the risk of the legacy system and declare the day in spec.dora.legacyAssessment.',
};
