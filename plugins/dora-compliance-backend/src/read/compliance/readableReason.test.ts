import type { Reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../inEnglish';
import { namesOfReason, readableReason } from './readableReason';

/** A reason of any judgement. */
const reason = (code: string, params: Reason['params'] = {}): Reason => ({
  code,
  params,
});

const asset = { providerRef: 'resource:default/acme' };
const nothing = () => false;
const everything = () => true;

it.each([
  reason('owner-can-act', {
    ownerRef: 'group:default/guards',
    count: 2,
    needed: 2,
  }),
  reason('assertion-false', {
    id: 'named',
    read: 'provider.entityRef = "resource:default/acme"',
  }),
  reason('provider-named', { provider: 'resource:default/acme' }),
  reason('provider-contract', { contract: 'C-4711' }),
  reason('provider-services', { services: 'S17' }),
  reason('subcontractors-declared', { count: 4 }),
  reason('account-ambiguous', {
    change: '1',
    account: 'alice',
    users: 'user:default/alice, user:default/bob',
  }),
  reason('self-approval', {
    change: '1',
    approver: 'alice',
    user: 'user:default/alice',
  }),
])('says nothing of who may not be read: $code', why => {
  expect(namesOfReason(why, asset)).not.toEqual([]);
  expect(readableReason(why, asset, nothing, inEnglish)).toEqual({
    code: why.code,
    params: {},
    sentence:
      'The result depends on an entity that you may not read in the catalog.',
  });
  const shown = readableReason(why, asset, everything, inEnglish);
  expect(shown.params).toEqual(why.params);
});

it.each([
  reason('provider-missing'),
  reason('owner-missing'),
  reason('record-complete'),
  reason('direct-push', { commit: 'a', branch: 'main', person: 'alice' }),
])('stays as it is when it names no entity: $code', why => {
  expect(namesOfReason(why, asset)).toEqual([]);
  expect(readableReason(why, asset, nothing, inEnglish)).toMatchObject(why);
});

it('names no path of criticality', () => {
  const why = reason('classified-too-low', {
    declared: 'standard',
    computed: 'important',
    because: 'The vault > The ledger',
  });
  const shown = readableReason(why, asset, everything, inEnglish);
  expect(JSON.stringify(shown)).not.toContain('vault');
  expect(shown.sentence).toBe(
    'The asset is declared "standard", but something that uses it is "important".',
  );
});
