import { reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { catalogSource, peopleSource } from '../../register/ownSources';
import type { sourceState } from '../../sources/silence/sourceState';

type State = ReturnType<typeof sourceState>;

/**
 * The state of the backend's own sources before they have any evidence. What
 * people do in Backstage can't be missed, so nothing is wrong.
 */
export function ownSourceState(id: string, found: State): State {
  if (found.state !== 'never-heard') {
    return found;
  }
  switch (id) {
    case peopleSource.id:
      return { state: 'healthy', reason: reason('people-reviewed-nothing') };
    case catalogSource.id:
      return { ...found, reason: reason('catalog-unread') };
    default:
      return found;
  }
}
