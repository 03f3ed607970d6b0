import {
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { githubDefaults } from '../../githubDefaults';

/**
 * What ended since an instant began no earlier than this: GitHub lists runs
 * and deployments by when they began.
 */
export function longBefore(since: Instant): Instant {
  return subtractDuration(since, githubDefaults.longestRun);
}
