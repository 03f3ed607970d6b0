import type { Delivery } from './Delivery';
import type { Finding } from './Finding';
import { dependabotAlertEvent } from './github/dependabotAlert';
import { makeUuid } from './github/names';

const DAY = 24 * 60 * 60_000;

/** What GitHub would have delivered about a finding, found and fixed at noon. */
export function findingDeliveries(
  finding: Finding,
  midnight: number,
): Delivery[] {
  const noon = (daysAgo: number) =>
    new Date(midnight - daysAgo * DAY + DAY / 2)
      .toISOString()
      .replace('.000', '');
  const foundAt = noon(finding.foundDaysAgo);
  const send = (action: 'created' | 'fixed', at: string): Delivery => ({
    event: 'dependabot_alert',
    id: makeUuid(
      `${finding.service} finding ${finding.number} ${action} ${at}`,
    ),
    at,
    payload: dependabotAlertEvent(action, finding, { foundAt, at }),
  });
  return [
    send('created', foundAt),
    ...(finding.fixedDaysAgo === undefined
      ? []
      : [send('fixed', noon(finding.fixedDaysAgo))]),
  ];
}
