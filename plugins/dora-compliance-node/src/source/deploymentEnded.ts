import type {
  Deployment,
  Instant,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How a deployment ended: `deployed`, or why it failed.
 *
 * @public
 */
export type DeploymentEnd =
  | 'deployed'
  | Statement<'deployment-failed'>['predicate']['outcome'];

/**
 * The statement on how a deployment ended.
 *
 * @public
 */
export function deploymentEnded(
  deployment: Deployment,
  end: {
    readonly outcome: DeploymentEnd;
    readonly at: Instant;
    readonly subjects: readonly Subject[];
    readonly sourceId: string;
  },
): Statement {
  const { outcome, at, subjects, sourceId } = end;
  const common = { subjects, observedAt: at, sourceId };
  return outcome === 'deployed'
    ? {
        type: 'service-deployed',
        ...common,
        predicate: { deployment, deployedAt: at },
      }
    : {
        type: 'deployment-failed',
        ...common,
        predicate: { deployment, outcome, failedAt: at },
      };
}
