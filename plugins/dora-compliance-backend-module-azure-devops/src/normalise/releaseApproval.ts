import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { isProduction } from './AzureDevOpsScope';
import { decider, toIdentity } from './fields';
import { ApprovalResource } from './releaseShapes';
import { readOrigin, releaseStage, stageSubjects } from './releaseStage';
import { createdAt, type EventReader } from './ServiceHookEvent';

/**
 * `ms.vss-release.deployment-approval-completed-event` before a deployment.
 * What approved itself was approved by nobody.
 */
export const readReleaseApproval: EventReader = (event, scope) => {
  const { approval, environment, project, release } = ApprovalResource.parse(
    event.resource,
  );
  const { status, approvalType, comments, releaseDefinition } = approval;
  const isDecision = status === 'approved' || status === 'rejected';
  if (!isDecision || approval.isAutomated || approvalType !== 'preDeploy') {
    return [];
  }
  const stage = releaseStage(event, {
    environment: approval.releaseEnvironment ?? environment,
    releases: [release, approval.release],
    project,
    addresses: [
      approval.url,
      releaseDefinition?.url,
      releaseDefinition?._links?.web?.href,
    ],
  });
  const { name } = stage.environment;
  const reviewer = decider(approval.approvedBy, approval.approver);
  const decidedAt = approval.modifiedOn ?? createdAt(event);
  const { commit } = readOrigin(stage);
  const predicate: Statement<'deployment-reviewed'>['predicate'] = {
    environment: { name, production: isProduction(name, scope) },
    decision: status,
    ...(reviewer && {
      reviewer: toIdentity(reviewer, stage.organisation.host),
    }),
    ...(comments && { comment: comments }),
    ...(commit && { commit }),
    decidedAt,
  };
  return [
    {
      type: 'deployment-reviewed',
      subjects: stageSubjects(stage),
      predicate,
      observedAt: decidedAt,
      sourceId: 'azure-devops',
    },
  ];
};
