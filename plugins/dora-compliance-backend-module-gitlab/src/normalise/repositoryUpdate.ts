import { z } from 'zod';
import type { Reading } from './DeliveryContext';

const RepositoryUpdate = z.looseObject({
  changes: z.array(z.looseObject({ ref: z.string() })).nullish(),
});

/** Branches or tags of one push up to which GitLab sends an event for each. */
const LIMIT = 3;

/**
 * `repository_update`: says again what the events of each branch and tag say.
 * Where one push changed many, those events were not sent, and who needs them
 * must know.
 */
export function readRepositoryUpdate(payload: unknown): Reading {
  const { changes } = RepositoryUpdate.parse(payload);
  const refs = (changes ?? []).map(({ ref }) => ref);
  const isTooMany = ['refs/heads/', 'refs/tags/'].some(
    kind => refs.filter(ref => ref.startsWith(kind)).length > LIMIT,
  );
  return {
    statements: [],
    flaws: isTooMany
      ? [
          `changes names ${refs.length} branches and tags of one push: GitLab sends no push events for more than ${LIMIT} unless push_event_hooks_limit is raised`,
        ]
      : [],
  };
}
