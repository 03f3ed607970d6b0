import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatAgo } from './formatAgo';
import { formatTime } from './formatTime';

/**
 * A moment as seen from now, and when exactly it is.
 *
 * @public
 */
export function RelativeTime({ instant }: { instant: Instant }) {
  return (
    <time dateTime={instant}>
      {formatAgo(instant, Date.now())}{' '}
      <span style={{ whiteSpace: 'nowrap' }}>({formatTime(instant)})</span>
    </time>
  );
}
