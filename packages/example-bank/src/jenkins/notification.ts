import type { Story } from '../Story';
import { describeJob } from './job';

/** Message of the Notification plugin: a build of the main branch succeeded. */
export function jenkinsNotification(story: Story, at: string) {
  const { release, number, after } = story;
  const { service } = release;
  const { path, address, cloneUrl } = describeJob(service);
  return {
    name: service,
    display_name: service,
    url: path,
    build: {
      full_url: `${address}${number}/`,
      number,
      queue_id: 1000 + number,
      timestamp: Date.parse(at),
      duration: 300_000,
      phase: 'COMPLETED',
      status: 'SUCCESS',
      url: `${path}${number}/`,
      scm: {
        url: cloneUrl,
        branch: 'origin/main',
        commit: after,
        changes: [],
        culprits: [],
      },
      log: '',
      notes: '',
      test_summary: {
        total: 120,
        failed: 0,
        passed: 120,
        skipped: 0,
        failed_tests: [],
      },
      artifacts: {},
    },
  };
}
