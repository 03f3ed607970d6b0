import { buildRepository } from '../github/names';
import { listStories } from '../Story';
import type { ManualRecord } from './ManualRecord';
import { toRecord } from './toRecord';

/** Its emergency was reviewed by nobody. */
const NOT_REVIEWED = 'payment-gateway';

/** The declarations of the releases that were made without an approval. */
export function listEmergencies(
  midnight: number,
  day: (daysAgo: number) => string,
): ManualRecord[] {
  return listStories(midnight)
    .filter(({ release }) => release.flaw === 'break-glass')
    .map(({ release, number, after, clock }) => {
      const { service, daysAgo, title } = release;
      const record = toRecord(
        `component:${service}`,
        {
          type: 'emergency-declared',
          daysAgo,
          content: {
            why: `${title}: customers are affected now, and no reviewer is on duty.`,
            startedAt: clock(-3000).replace('Z', '.000Z'),
            endedAt: clock(60).replace('Z', '.000Z'),
            deployments: [],
            commits: [after],
            changes: [`${buildRepository(service).html_url}/pull/${number}`],
            alerted: 'Platform Engineering on call',
          },
        },
        day,
      );
      return service === NOT_REVIEWED ? { ...record, confirmedBy: '' } : record;
    });
}
