import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  type LoadState,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';

/** The groups that the user acts for, as the sign-in of the app found them. */
export function useOwnGroups(): LoadState<string[]> {
  const identity = useApi(identityApiRef);
  return useLoaded('groups', async () => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    return [...new Set(ownershipEntityRefs.map(ref => ref.toLowerCase()))]
      .filter(ref => ref.startsWith('group:'))
      .sort((one, other) => one.localeCompare(other, 'en'));
  });
}
