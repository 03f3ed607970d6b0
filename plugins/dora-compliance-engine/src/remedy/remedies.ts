import type {
  ChangeReasons,
  ControlReasons,
  PopulationReasons,
  RecordReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  byCatalog,
  byItself,
  byNextApproval,
  byNextRelease,
  byOwner,
  byProvider,
  bySource,
} from './groups';
import type { FineCode } from './RemediedCode';
import type { RemediesFor } from './Remedy';

const controlRemedies: RemediesFor<
  ControlReasons,
  FineCode & keyof ControlReasons
> = {
  'assertion-error': { who: ['control-author'] },
  'assertion-false': byOwner,
  'assessment-failed': byItself,
  'asset-not-linked': byOwner,
  'evaluation-failed': { who: ['control-author', 'backstage-administrator'] },
  'evidence-gap': bySource,
  'evidence-late': bySource,
  'evidence-stale': bySource,
  'evidence-unverified': bySource,
  'not-yet-assessed': byItself,
  'not-yet-observed': byItself,
  'source-silent': bySource,
  'value-missing': { who: ['source-administrator', 'control-author'] },
};

const populationRemedies: RemediesFor<
  PopulationReasons,
  FineCode & keyof PopulationReasons
> = {
  'event-never-observed': { who: ['source-administrator', 'asset-owner'] },
  'evidence-incomplete': bySource,
  'findings-not-reported': bySource,
  'incident-not-detected': { who: ['incident-manager'] },
  'incidents-unheard': { who: ['source-administrator', 'incident-manager'] },
  'interval-start-unknown': { who: ['source-administrator'] },
  'never-scanned': { who: ['source-administrator', 'asset-owner'] },
  'state-not-observed': bySource,
};

const changeRemedies: RemediesFor<
  ChangeReasons,
  FineCode & keyof ChangeReasons
> = {
  'account-ambiguous': byCatalog,
  'approval-after-deployment': byNextApproval,
  'approval-after-merge': byNextApproval,
  'approval-by-machine': byNextApproval,
  'approval-dismissed': byNextApproval,
  'approval-withdrawn': byNextApproval,
  'approval-without-write-access': byNextApproval,
  'approver-access-unknown': bySource,
  'approver-unidentified': byCatalog,
  'artifact-contradicted': byOwner,
  'artifact-origin-unknown': byOwner,
  'artifact-unidentified': byNextRelease,
  'author-unlinked': byCatalog,
  'baseline-unknown': { who: ['source-administrator'] },
  'build-run-unclear': byOwner,
  'change-commits-incomplete': bySource,
  'change-commits-unknown': bySource,
  'change-not-received': { who: ['source-administrator'] },
  'change-unknown': byNextRelease,
  'commit-unknown': byOwner,
  'commits-beside-change': byNextApproval,
  'deployer-unknown': byOwner,
  'deployment-rejected': {
    who: ['environment-reviewer', 'asset-owner', 'risk-function'],
    isPast: true,
  },
  'deployments-failed-only': byOwner,
  'direct-push': {
    who: ['independent-approver', 'repository-administrator', 'risk-function'],
    isPast: true,
  },
  'environment-unclassified': { who: ['source-administrator'] },
  'independence-unclear': byCatalog,
  'merge-content-unproven': bySource,
  'merged-after-deployment': byNextApproval,
  'no-approval': byNextApproval,
  'no-run': { who: ['source-administrator'] },
  'person-unidentified': byCatalog,
  'provenance-elsewhere': byNextRelease,
  'push-incomplete': bySource,
  'pusher-unknown': { who: ['source-administrator'] },
  'release-range-incomplete': { who: ['source-administrator'] },
  'release-range-unknown': { who: ['source-administrator'] },
  'run-after-deployment': byNextRelease,
  'run-failed': byNextRelease,
  'run-not-finished': { who: ['source-administrator'] },
  'run-not-linked': byOwner,
  'self-approval': byNextApproval,
  'stale-approval': byNextApproval,
  'starter-unknown': { who: ['source-administrator'] },
};

const recordRemedies: RemediesFor<
  RecordReasons,
  FineCode & keyof RecordReasons
> = {
  'accountable-person-unknown': byOwner,
  'classified-too-low': byOwner,
  'computed-not-classified': byOwner,
  'exemption-ended': byOwner,
  'exemption-too-long': byOwner,
  'exemption-unconfirmed': byOwner,
  'lowered-not-reviewed': byOwner,
  'major-change-not-reviewed': byOwner,
  'never-reviewed': byOwner,
  'not-classified': byOwner,
  'owner-missing': byOwner,
  'owner-not-a-group': byOwner,
  'owner-too-few-members': byCatalog,
  'owner-too-many-members': byCatalog,
  'owner-unresolved': byOwner,
  'pipelines-not-inventoried': {
    who: ['asset-owner', 'backstage-administrator'],
  },
  'provider-contract-missing': byProvider,
  'provider-missing': byOwner,
  'provider-services-missing': byProvider,
  'provider-undeclared': byOwner,
  'provider-unidentified': byProvider,
  'provider-unregistered': byOwner,
  'record-incomplete': byOwner,
  'record-unusable': byOwner,
  'review-ahead': byOwner,
  'review-overdue': byOwner,
  'subcontractors-missing': byProvider,
  'subcontractors-unclear': byOwner,
  'support-ended': byOwner,
  'support-unknown': byOwner,
};

/** The remedies of reasons that no judgement brings. */
export const remedies = {
  ...changeRemedies,
  ...controlRemedies,
  ...populationRemedies,
  ...recordRemedies,
};
