import { findChain } from './chains';
import type { Delivery } from './Delivery';
import { findings } from './Finding';
import { findingDeliveries } from './findingDeliveries';
import { changeDeliveries } from './github/changeDeliveries';
import { deploymentDeliveries } from './github/deploymentDeliveries';
import {
  buildDeliveries,
  hotfixDelivery,
  publicationDeliveries,
} from './github/runDeliveries';
import { listStories } from './Story';

/**
 * Everything GitHub would have delivered up to a day, in the order of time.
 * The same day gives the same deliveries, byte for byte.
 *
 * @param today - midnight UTC of the day, as `2026-11-24`
 */
export function deliveries(today: string): Delivery[] {
  const midnight = Date.parse(`${today}T00:00:00Z`);
  const released = listStories(midnight).flatMap(story => {
    const chain = findChain(story.release.service);
    return [
      ...(chain.source === 'github' ? changeDeliveries(story) : []),
      ...(chain.build === 'github' ? buildDeliveries(story) : []),
      ...(chain.build === 'github-image' ? publicationDeliveries(story) : []),
      ...(chain.deployment === 'github' ? deploymentDeliveries(story) : []),
      ...(story.release.hotfix ? [hotfixDelivery(story)] : []),
    ];
  });
  const found = findings.flatMap(finding =>
    findingDeliveries(finding, midnight),
  );
  return [...released, ...found].sort((a, b) => a.at.localeCompare(b.at));
}
