import {
  commitSubject,
  type Deployment,
  type Instant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { toIdentity, User } from './accounts';
import {
  type EventProject,
  Moment,
  projectSubject,
  SOURCE_ID,
  parseSystem,
} from './fields';

/** What the event of an approved or rejected deployment has beside others. */
export const DeploymentApproval = z.looseObject({
  approver: User.nullish(),
  approval: z
    .looseObject({
      comment: z.string().nullish(),
      created_at: Moment.nullish(),
    })
    .nullish(),
});

/** Somebody approved a deployment that waits, or rejected it. */
export function toApproval(
  { approver, approval }: z.output<typeof DeploymentApproval>,
  decision: 'approved' | 'rejected',
  about: { deployment: Deployment; project: EventProject; at: Instant },
): Statement {
  const { deployment, project, at } = about;
  const { commit, environment } = deployment;
  const decidedAt = approval?.created_at ?? at;
  return {
    type: 'deployment-reviewed',
    subjects: [
      projectSubject(project),
      ...(commit ? [commitSubject(commit)] : []),
    ],
    predicate: {
      environment,
      decision,
      ...(approver && {
        reviewer: toIdentity(approver, parseSystem(project.web_url)),
      }),
      ...(approval?.comment && { comment: approval.comment }),
      ...(commit && { commit }),
      decidedAt,
    },
    observedAt: decidedAt,
    sourceId: SOURCE_ID,
  };
}
