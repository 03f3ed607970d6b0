import { demoSecrets } from '../demoSecrets';
import { makeDigest } from '../github/names';
import type { Story } from '../Story';
import type { WireRequest } from '../WireRequest';
import { buildPod, findImage } from './pod';

const HOUR = 60 * 60_000;

/** Somebody replaced its image with `kubectl set image`. */
const CHANGED_BY_HAND = 'fraud-scoring';

/** What runs in production in the hour before a day, as a job in the cluster sends it. */
export function listRuntimeRequests(
  stories: readonly Story[],
  midnight: number,
): WireRequest[] {
  const at = new Date(midnight - HOUR).toISOString().replace('.000', '');
  const last = new Map(stories.map(story => [story.release.service, story]));
  const items = [...last].map(([service, story]) =>
    buildPod(
      story,
      service === CHANGED_BY_HAND
        ? makeDigest(`${service} by hand`)
        : findImage(story),
      at,
    ),
  );
  return [
    {
      source: 'runtime',
      name: 'pods of production',
      at,
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${demoSecrets.runtime}`,
        'X-Runtime-Cluster': 'eu-north-1',
        'X-Runtime-Observed-At': at,
      },
      body: JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items,
        metadata: { resourceVersion: '' },
      }),
    },
  ];
}
