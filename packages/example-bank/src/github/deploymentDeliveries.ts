import type { Delivery } from '../Delivery';
import type { Story } from '../Story';
import { buildDelivery } from './buildDelivery';
import { deploymentEvent, deploymentStatusEvent } from './deployment';
import { makeDigest } from './names';

/** The deployments to staging and production. */
export function deploymentDeliveries(story: Story): Delivery[] {
  const { release, after, clock } = story;
  const { service, flaw } = release;
  const artifact =
    flaw === 'artifact-by-tag' ? 'latest' : makeDigest(`${service} ${after}`);
  return (['staging', 'production'] as const).flatMap(environment => {
    const start = environment === 'staging' ? -30 : -5;
    const deployed = {
      service,
      commit: after,
      environment,
      artifact,
      at: clock(start),
    };
    const end = clock(start + 5);
    const name = `${service} ${after} ${environment}`;
    return [
      buildDelivery(
        `${name} deploying`,
        'deployment',
        deployed.at,
        deploymentEvent(deployed),
      ),
      buildDelivery(
        `${name} deployed`,
        'deployment_status',
        end,
        deploymentStatusEvent(deployed, end),
      ),
    ];
  });
}
