import {
  computeDigest,
  type Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at } from '../../testing/samples';
import { namesOfEvidence, readableEvidence } from './readableEvidence';

const entityRef = 'component:default/ledger';
const provider = {
  entityRef: 'resource:default/acme',
  registered: true,
  identified: true,
  services: ['S17'],
  contract: 'C-4711',
};

const common = {
  id: computeDigest('x'),
  subjects: [{ kind: 'entity' as const, uri: entityRef }],
  observedAt: at(0),
  recordedAt: at(0),
  sourceId: 'catalog',
  documentDigest: computeDigest('y'),
  verification: 'authenticated' as const,
  proof: 'read' as const,
};

const observed: Evidence<'asset-record-observed'> = {
  ...common,
  type: 'asset-record-observed',
  predicate: {
    entityRef,
    record: computeDigest('z'),
    missing: [],
    problems: [],
    provider,
  },
};

const owned: Evidence<'ownership-observed'> = {
  ...common,
  type: 'ownership-observed',
  predicate: {
    entityRef,
    ownerRef: 'group:default/team',
    owner: { kind: 'group', title: 'The team', memberCount: 3 },
  },
};

const only =
  (...refs: string[]) =>
  (ref: string) =>
    refs.includes(ref);

it('is whole where all it names may be read', () => {
  for (const evidence of [observed, owned]) {
    const isReadable = only(...namesOfEvidence(evidence));
    expect(readableEvidence<Evidence>(evidence, isReadable)).toEqual({
      shown: evidence,
      isWhole: true,
    });
  }
});

it('tells nothing of an accountable person who may not be read', () => {
  const accountable = { personRef: 'user:default/anna', exists: true };
  const { owner, ...rest } = owned.predicate;
  const evidence = {
    ...owned,
    predicate: { ...rest, owner: { ...owner!, accountable } },
  };
  expect(namesOfEvidence(evidence)).toContain('user:default/anna');
  const isReadable = only(entityRef, 'group:default/team');
  expect(readableEvidence(evidence, isReadable)).toMatchObject({
    shown: { predicate: owned.predicate },
    isWhole: false,
  });
  expect(
    readableEvidence(evidence, isReadable).shown.predicate.owner,
  ).not.toHaveProperty('accountable');
});

it('tells nothing of a provider who may not be read', () => {
  const { shown, isWhole } = readableEvidence(observed, only(entityRef));
  expect(isWhole).toBe(false);
  expect(shown.predicate).not.toHaveProperty('provider');
  expect(shown.predicate).toHaveProperty('record');
});

it('tells nothing of an owner who may not be read', () => {
  const { shown, isWhole } = readableEvidence(owned, only(entityRef));
  expect(isWhole).toBe(false);
  expect(shown.predicate).toEqual({ entityRef });
});

it('leaves out the path that older evidence has by its titles', () => {
  const old = {
    ...observed,
    predicate: { ...observed.predicate, because: ['The vault', 'The ledger'] },
  };
  const isReadable = only(...namesOfEvidence(old));
  const { shown, isWhole } = readableEvidence(old, isReadable);
  expect(isWhole).toBe(false);
  expect(JSON.stringify(shown)).not.toContain('vault');
  expect(shown.predicate).toHaveProperty('provider');
});

it('leaves out entities it is about besides', () => {
  const both = {
    ...owned,
    subjects: [
      ...owned.subjects,
      { kind: 'entity' as const, uri: 'component:default/vault' },
      { kind: 'repository' as const, uri: 'https://github.com/bank/ledger' },
    ],
  };
  const isReadable = only(entityRef, 'group:default/team');
  const { shown, isWhole } = readableEvidence(both, isReadable);
  expect(isWhole).toBe(false);
  expect(shown.subjects).toEqual([both.subjects[0], both.subjects[2]]);
});
