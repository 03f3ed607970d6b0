import type {
  Predicate,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireSentAt } from '../DeliveryContext';
import { Moment, SOURCE_ID } from '../fields';

export type SettingsAction = Predicate<'settings-changed'>['action'];

/** When what an event is about was made, and last changed. */
export const Timestamps = z.looseObject({
  created_at: Moment.nullish(),
  updated_at: Moment.nullish(),
});

export function settingsChanged(
  subjects: readonly Subject[],
  change: Predicate<'settings-changed'>,
): Statement {
  return {
    type: 'settings-changed',
    subjects,
    predicate: change,
    observedAt: change.changedAt,
    sourceId: SOURCE_ID,
  };
}

/**
 * When it was changed. What is gone was last updated at some time before, so
 * only the event itself shows when that was.
 */
export function changedAt(
  action: SettingsAction,
  { created_at: created, updated_at: updated }: z.output<typeof Timestamps>,
  context: DeliveryContext,
) {
  switch (action) {
    case 'created':
      return created ?? updated ?? requireSentAt(context, 'change');
    case 'deleted':
    case 'removed':
      return requireSentAt(context, 'removal');
    default:
      return updated ?? requireSentAt(context, 'change');
  }
}

/** These events name no address, only paths and numbers of their GitLab. */
export function requireInstance({ instance }: DeliveryContext): string {
  if (!instance) {
    throw new TypeError(
      'the header X-Gitlab-Instance, which names the GitLab, is missing or matches several integrations',
    );
  }
  return instance;
}

/** A group has an address in the API by its number, which never changes. */
export function groupSubjects(
  { id, path }: { id: number; path?: string | null | undefined },
  context: DeliveryContext,
): Subject[] {
  const instance = requireInstance(context);
  return [
    `${instance}/api/v4/groups/${id}`,
    ...(path ? [`${instance}/groups/${path}`] : []),
  ].map(uri => ({ kind: 'organization', uri }));
}

/** The GitLab itself: what an account of it is a part of. */
export function instanceSubject(context: DeliveryContext): Subject {
  return { kind: 'organization', uri: requireInstance(context) };
}
