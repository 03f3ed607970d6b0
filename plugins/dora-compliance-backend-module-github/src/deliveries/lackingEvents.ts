import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type GithubHook, judgedEvents } from './GithubHook';

/**
 * The events controls judge that none of some hooks has delivered all the time
 * since. What a hook delivered before it was changed last is not known.
 */
export function lackingEvents(
  hooks: readonly GithubHook[],
  since: Instant,
): string[] {
  const delivered = new Set(
    hooks
      .filter(({ changedAt }) => changedAt <= Date.parse(since))
      .flatMap(({ events }) => events),
  );
  return delivered.has('*')
    ? []
    : judgedEvents.filter(event => !delivered.has(event));
}
