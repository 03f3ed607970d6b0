import type { KnownDeployment } from '../../lineage/Deployments';
import type { TimedCheck } from '../../registry/Judgement';
import { reason } from './reasons';

/** Only if nobody said whether the environment is production. */
export function checkEnvironment({
  kind,
  environment,
  reports,
}: KnownDeployment): TimedCheck | undefined {
  return kind === 'unclassified'
    ? {
        check: 'environment-classified',
        passed: null,
        cause: reason('environment-unclassified', { environment }),
        evidence: reports.map(({ id }) => id),
      }
    : undefined;
}
