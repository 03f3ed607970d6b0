import {
  type AssetRecordView,
  digestOf,
  type InventoryItemView,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assetNamed } from '../testing/samples';
import { hideFunctions, hideUnreadable } from './hideUnreadable';

const secret = { entityRef: 'resource:default/secret', title: 'Secret' };
const open = { entityRef: 'resource:default/open', title: 'Open' };

const record: AssetRecordView = {
  asset: assetNamed('a'),
  digest: digestOf('x'),
  fields: [
    { field: 'functions', ...recordFields.functions, value: 'Open, Secret' },
  ],
  criticality: {
    level: 'important',
    because: [{ entityRef: secret.entityRef }],
    functions: [open.entityRef, secret.entityRef],
  },
  because: [secret, open],
  functions: [open, secret],
  review: { state: 'never' },
  mayReview: false,
  deploys: [{ ...secret, ownerRef: 'group:default/hidden' }],
};

it('says nothing of what may not be read but that there is something', () => {
  const shown = hideUnreadable(record, new Set([open.entityRef]));
  const text = JSON.stringify(shown);
  expect(text).not.toMatch(/secret/i);
  expect(text).not.toContain('group:default/hidden');
  expect(shown.fields[0]?.value).toBe('Open, something you may not see');
  expect(shown.because).toHaveLength(2);
});

it('changes nothing where all may be read', () => {
  const all = new Set([open.entityRef, secret.entityRef]);
  expect(hideUnreadable(record, all)).toEqual(record);
});

it('hides functions in a line of the inventory', () => {
  const item = { functions: [open, secret] } as InventoryItemView;
  const shown = hideFunctions(item, new Set([open.entityRef]));
  expect(JSON.stringify(shown)).not.toMatch(/secret/i);
  expect(shown.functions).toHaveLength(2);
});
