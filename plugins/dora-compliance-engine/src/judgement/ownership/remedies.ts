import { byCatalog, byOwner } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { OwnershipReasons } from './reasons';

export const remedies: RemediesFor<
  OwnershipReasons,
  | 'owner-accountable'
  | 'owner-can-act'
  | 'owner-exists'
  | 'owner-named'
  | 'owner-is-person'
> = {
  'accountable-person-unknown': byOwner,
  'owner-missing': byOwner,
  'owner-not-a-group': byOwner,
  'owner-too-few-members': byCatalog,
  'owner-too-many-members': byCatalog,
  'owner-unresolved': byOwner,
};
