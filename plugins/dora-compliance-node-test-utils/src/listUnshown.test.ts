import {
  computeDigest,
  Control,
  type Evidence,
  type Instant,
  parseStatement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ControlCase } from './prepareControl';
import { listContradictions, listUnshown } from './listUnshown';
import type { Shown } from './Shown';

const asOf = '2026-03-31T12:00:00.000Z' as Instant;

const control = Control.parse({
  id: 'gov-03-owner',
  code: 'GOV-03',
  title: 'Owner',
  objective: 'Somebody owns it.',
  provisions: [{ act: 'DORA', ref: '5(2)(c)', relation: 'requires' }],
  lens: { area: 'risk-identification' },
  appliesTo: { kind: 'component' },
  severity: {
    'critical-or-important': 'high',
    important: 'medium',
    standard: 'low',
  },
  population: { each: 'asset', from: 'ownership-observed', within: 'P30D' },
  assess: [
    { id: 'owned', text: 'Owned.', assert: 'asset.ownership.satisfied' },
    { id: 'linked', text: 'Linked.', assert: 'asset.linked' },
  ],
  remediation: 'Name the owner.',
});

function show(
  shows: Shown[],
  status: ControlCase['expect']['status'],
  reason = 'not-yet-observed',
): ControlCase {
  return { name: 'case', evidence: [], shows, expect: { status, reason } };
}

const all: Shown[] = [
  'satisfied',
  'missing',
  'stale',
  'incomplete',
  'empty-complete',
  'empty-unknown',
  'not-applicable',
  'risk-accepted',
  'failing-example',
  'fails: owned',
  'fails: linked',
];

describe('what cases have to show', () => {
  it('is every answer that matters, and each requirement failing', () => {
    expect(listUnshown({ control, cases: [show(all, 'satisfied')] })).toEqual(
      [],
    );
    expect(
      all.map(one =>
        listUnshown({
          control,
          cases: [
            show(
              all.filter(other => other !== one),
              'satisfied',
            ),
          ],
        }),
      ),
    ).toEqual(all.map(one => [`no case shows "${one}"`]));
  });

  it('is less if the file says why it cannot be shown', () => {
    const cases = [show(all.slice(1), 'satisfied')];
    const listFor = (cannot: Record<string, string>) =>
      listUnshown({ control, cases, cannot });
    expect(listFor({ satisfied: 'There is no such owner.' })).toEqual([]);
    expect(listFor({ satisfied: 'no' })).toEqual(['no case shows "satisfied"']);
    expect(
      listFor({ satisfied: 'For a reason.', stale: 'For a reason.' }),
    ).toEqual(['"stale" must not be in cannot']);
    expect(
      listFor({ satisfied: 'For a reason.', steel: 'For a reason.' }),
    ).toEqual(['there is no "steel"']);
  });

  it('is never that a requirement cannot fail', () => {
    const cases = [show(all.slice(0, -1), 'satisfied')];
    expect(
      listUnshown({
        control,
        cases,
        cannot: { 'fails: linked': 'For a reason.' },
      }),
    ).toEqual(['"fails: linked" must not be in cannot']);
  });
});

describe('a case', () => {
  const list = (item: ControlCase) =>
    listContradictions(item, { control, asOf });

  it('can show what its status and its reason allow', () => {
    expect(list(show(['missing'], 'not-assessed'))).toEqual([]);
    expect(list(show(['stale'], 'not-assessed'))).toEqual(['stale']);
    expect(list(show(['stale'], 'not-assessed', 'evidence-stale'))).toEqual([]);
    expect(
      list(show(['incomplete'], 'not-assessed', 'evidence-stale')),
    ).toEqual(['incomplete']);
    expect(list(show(['not-applicable'], 'not-applicable', 'none'))).toEqual([
      'not-applicable',
    ]);
    expect(list(show(['failing-example'], 'satisfied'))).toEqual([
      'failing-example',
    ]);
  });

  it('shows that a requirement fails only if that one fails by itself', () => {
    const observed = {
      ...parseStatement({
        type: 'ownership-observed',
        sourceId: 'test',
        observedAt: asOf,
        subjects: [{ kind: 'entity', uri: 'component:default/ledger' }],
        predicate: {
          entityRef: 'component:default/ledger',
          ownerRef: 'user:default/julia',
          owner: { kind: 'user', title: 'Julia', memberCount: 0 },
        },
      }),
      id: computeDigest('observed'),
      recordedAt: asOf,
      documentDigest: computeDigest('document'),
      verification: 'authenticated',
      proof: 'secret',
    } as Evidence;
    const unlinked: ControlCase = {
      ...show(['fails: linked', 'fails: owned'], 'not-satisfied'),
      asset: { linked: false },
      evidence: [observed],
    };
    expect(list(unlinked)).toEqual(['fails: owned']);
  });
});
