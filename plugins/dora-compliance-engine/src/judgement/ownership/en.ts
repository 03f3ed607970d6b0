import { count } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { OwnershipReasons } from './reasons';

export const en: WordsFor<OwnershipReasons> = {
  checks: {
    'owner-can-act':
      'Is the owner a person, or a group in which somebody can be held accountable?',
    'owner-exists': 'Does the owner exist?',
    'owner-named': 'Is an owner named?',
  },
  reasons: {
    'accountable-person-unknown': ({ ownerRef, user }) =>
      `The owner ${ownerRef} names ${user} as accountable, who does not exist in the catalog.`,
    'owner-accountable': ({ ownerRef, user }) =>
      `The owner ${ownerRef} names ${user} as accountable.`,
    'owner-can-act': ({ ownerRef, count: n }) =>
      `The owner ${ownerRef} has ${count(n, 'member')}.`,
    'owner-exists': ({ ownerRef }) =>
      `The owner ${ownerRef} exists in the catalog.`,
    'owner-missing': () => 'The catalog names no owner for the asset.',
    'owner-named': ({ ownerRef }) =>
      `The catalog names ${ownerRef} as the owner.`,
    'owner-is-person': ({ ownerRef }) => `The owner ${ownerRef} is a person.`,
    'owner-not-a-group': ({ ownerRef }) =>
      `The owner ${ownerRef} is neither a group nor a user.`,
    'owner-too-few-members': ({ ownerRef, count: n, needed }) =>
      `The owner ${ownerRef} has ${count(
        n,
        'member',
      )}. At least ${needed} are required.`,
    'owner-too-many-members': ({ ownerRef, count: n, most }) =>
      `The owner ${ownerRef} has ${count(
        n,
        'member',
      )} and names nobody as accountable. That is required of groups with more than ${most} members.`,
    'owner-unresolved': ({ ownerRef }) =>
      `The owner ${ownerRef} does not exist in the catalog.`,
  },
  advice: {
    'accountable-person-unknown':
      'Name a user who exists in the catalog in the annotation dora-compliance.io/accountable of the group.',
    'owner-missing':
      'Name the owner of the asset in spec.owner of its catalog file.',
    'owner-not-a-group':
      'Set spec.owner in the catalog file of the asset to a group or a user.',
    'owner-too-few-members':
      'Add members to the group, or name the user who is accountable in its annotation dora-compliance.io/accountable.',
    'owner-too-many-members':
      'Name the user who is accountable in the annotation dora-compliance.io/accountable of the group.',
    'owner-unresolved':
      'Set spec.owner in the catalog file of the asset to a group or a user that exists in the catalog.',
  },
};
