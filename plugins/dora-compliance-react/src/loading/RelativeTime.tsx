import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatAgo } from './formatAgo';
import { formatTime } from './formatTime';

/**
 * A moment as seen from now: `3 days ago`. On hover it shows the exact time,
 * in the time zone of the reader.
 *
 * @public
 */
export function RelativeTime({ instant }: { instant: Instant }) {
  return (
    <time dateTime={instant} title={formatTime(instant)}>
      {formatAgo(instant, Date.now())}
    </time>
  );
}
