import type { KnownDeployment } from '../lineage/Deployments';
import type {
  Judgement,
  JudgementContext,
  TimedCheck,
} from '../registry/Judgement';
import { checkEnvironment } from './environment/checkEnvironment';

/**
 * Judges the deployment that a member reports, if it is known whether its environment
 * is production.
 */
export function judgeDeployment(
  check: (
    deployment: KnownDeployment,
    context: JudgementContext,
  ) => TimedCheck[],
): Judgement['judge'] {
  return ({ evidence: [item] }, context) => {
    const deployment = item && context.index.findDeployment(item);
    if (!deployment) {
      return [];
    }
    const unclassified = checkEnvironment(deployment);
    return unclassified ? [unclassified] : check(deployment, context);
  };
}
