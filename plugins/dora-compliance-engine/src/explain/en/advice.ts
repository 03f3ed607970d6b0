import { collectChanges, readBack } from './phrases';
import type { AdvisedCode } from '../language/AdvisedCode';

export const advice: Readonly<Record<AdvisedCode, string>> = {
  'baseline-unknown': `The history before the first known deployment is not known. ${readBack} When an earlier deployment to the same environment is known, only what came after it is assessed.`,
  'branch-read-no-longer':
    'If the branch still exists, protect it by a rule that the collector reads. Have the source report deleted branches: the README of its module names the event.',
  'assertion-error':
    'This is a fault of the control, not of the asset. Correct the assertion in the YAML file of the control, or report it with the sentence above.',
  'value-missing':
    'The source did not report this value. Check in the guide of the source what it needs for that, such as a permission or another event. If it can not report the value, the author of the control has to change the requirement.',
  'assessment-failed':
    'Look for "A control could not be assessed" in the log of the backend: it names the cause. The backend retries when new evidence on the asset arrives, and after an hour at the latest.',
  'asset-not-linked':
    'Add the annotation of the code host, such as github.com/project-slug, to the catalog entity.',
  'commit-unknown':
    'Have the pipeline name the commit in the deployment that it reports.',
  'deployments-failed-only':
    'Deploy again: when a deployment succeeds, it is assessed instead. Without one, this ends when the failed deployments are outside the time window of the control.',
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
  'findings-not-reported':
    'Have the webhook of the code host deliver its security alerts. Findings that were opened before are reported when they change next.',
  'evidence-not-recorded':
    'Record it with "Record evidence" on the Compliance tab of the asset, or have another system record it: POST /assets/{kind}/{namespace}/{name}/manual-evidence. The guide to manual evidence describes each type.',
  'incident-not-detected':
    'Have the incident tool report incidents also when they are detected, and send the missing report again.',
  'incidents-unheard':
    'Connect the tool that manages incidents, for example by CDEvents. When it has reported one incident of the asset, open or resolved, later ones are expected from it.',
  'interval-start-unknown':
    'Start a backfill on the page Evidence that goes back before this time. Without one, the period is assessed once it no longer reaches back so far.',
  'never-scanned':
    'Connect the scanner: have it deliver its results, or give Backstage credentials for the host that runs it.',
  'not-yet-assessed':
    'You do not have to do anything: the assessment is queued. If this does not change within some minutes, look for errors in the log of the backend.',
  'not-yet-observed':
    'You do not have to do anything: the backend computes records when it next reads the catalog, every ten minutes by default. If this does not change, look for errors in its log.',
  'organization-not-read':
    'Give Backstage credentials for the host of the organization, so that the GitHub collector reads its settings. They must belong to an owner of the organization, or to an app that may read its administration. If the repository moved to another owner, correct its address in the catalog entity. No other module reads organizations yet.',
  'push-incomplete': `The source did not list all commits of a push. ${collectChanges}`,
  'release-range-incomplete': `Some commits of the deployment are not known. ${readBack}`,
  'release-range-unknown': `The push of the deployed commit was not received. ${readBack}`,
  'source-silent':
    'Have the repository, or its organization or group, deliver webhooks to this backend, or give Backstage credentials for its host under integrations, so that it is collected. The READMEs of the modules describe both.',
  'state-not-observed':
    'Give Backstage credentials for the host of the repository, so that a collector reads its settings. The page Evidence shows what a collector could not read.',
};
