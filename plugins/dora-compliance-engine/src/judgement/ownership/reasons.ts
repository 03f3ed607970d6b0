import type { None } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createReasons } from '../../registry/createReasons';

type Owner = { ownerRef: string };

/**
 * Why an asset has, or does not have, an owner who can act.
 */
export type OwnershipReasons = {
  'accountable-person-unknown': Owner & { user: string };
  'owner-accountable': Owner & { user: string };
  'owner-can-act': Owner & { count: number; needed: number };
  'owner-exists': Owner;
  'owner-missing': None;
  'owner-named': Owner;
  'owner-is-person': Owner;
  'owner-not-a-group': Owner;
  'owner-too-few-members': Owner & { count: number; needed: number };
  'owner-too-many-members': Owner & { count: number; most: number };
  'owner-unresolved': Owner;
};

export const reason = createReasons<OwnershipReasons>();
