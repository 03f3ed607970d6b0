import {
  type Evidence,
  type Predicate,
  UNINVENTORIED_DAYS,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import {
  asset,
  at,
  evidence,
  recordObserved,
  recordReviewed,
} from '../testing/story';
import { builtIn } from '../registry/builtIn';

type AssetRecord = Predicate<'asset-record-observed'>;
type Owner = NonNullable<Predicate<'ownership-observed'>['owner']>;

function judge(
  name: string,
  item: Evidence,
  more: readonly Evidence[] = [],
  asOf = at(1000),
) {
  const index = new EvidenceIndex([item, ...more], asOf);
  return builtIn.judgements.get(name)!.judge(
    {
      value: item.predicate,
      evidence: [item],
      describes: { kind: 'asset', title: 'Ledger', at: item.observedAt },
    },
    { index, asset, asOf, gaps: [], parameters: {} },
  );
}

/** Each check as its name, its answer, its code and its parameters. */
const tell = (...of: Parameters<typeof judge>) =>
  judge(...of).map(({ check, passed, cause }) => [
    check,
    passed,
    cause.code,
    cause.params,
  ]);

it.each([
  'asset.classification',
  'asset.ownership',
  'asset.provider',
  'asset.record',
  'asset.support',
  'branch.gates',
  'change.independence',
  'change.traceability',
  'finding.remediation',
])('%s says nothing of other evidence', name => {
  const other = evidence('release-changed', at(0), {} as never);
  expect(judge(name, other)).toEqual([]);
});

describe('the owner', () => {
  const observed = (owner?: Partial<Owner>, ownerRef?: string) =>
    evidence('ownership-observed', at(0), {
      entityRef: asset.entityRef,
      ...(ownerRef && { ownerRef }),
      ...(owner && {
        owner: { kind: 'group', title: 'Team', memberCount: 5, ...owner },
      }),
    } as Predicate<'ownership-observed'>);
  const ownerRef = 'group:default/team';
  const known = [
    ['owner-named', true, 'owner-named', { ownerRef }],
    ['owner-exists', true, 'owner-exists', { ownerRef }],
  ];
  const anna = { personRef: 'user:default/anna', exists: true };
  const user = anna.personRef;

  it.each([
    [true, 'owner-can-act', { count: 5, needed: 2 }, {}],
    [true, 'owner-is-person', {}, { kind: 'user' }],
    [false, 'owner-not-a-group', {}, { kind: 'other' }],
    [true, 'owner-accountable', { user }, { accountable: anna }],
    [
      false,
      'accountable-person-unknown',
      { user },
      { accountable: { ...anna, exists: false } },
    ],
    [
      false,
      'owner-too-many-members',
      { count: 51, most: 50 },
      { memberCount: 51 },
    ],
    [
      false,
      'owner-too-few-members',
      { count: 1, needed: 2 },
      { memberCount: 1 },
    ],
  ])('can act: %s, %s %j', (passed, code, params, owner) => {
    const item = observed(owner as Partial<Owner>, ownerRef);
    expect(tell('asset.ownership', item)).toEqual([
      ...known,
      ['owner-can-act', passed, code, { ownerRef, ...params }],
    ]);
    expect(
      judge('asset.ownership', item).map(({ evidence: ids }) => ids),
    ).toEqual([[item.id], [item.id], [item.id]]);
  });

  it('is named, and exists', () => {
    expect(tell('asset.ownership', observed())).toEqual([
      ['owner-named', false, 'owner-missing', {}],
    ]);
    expect(tell('asset.ownership', observed(undefined, ownerRef))).toEqual([
      known[0],
      ['owner-exists', false, 'owner-unresolved', { ownerRef }],
    ]);
  });
});

describe('the record', () => {
  it('is complete and usable, and has all pipelines', () => {
    const item = recordObserved({ uninventoriedPipelines: [] });
    expect(tell('asset.record', item)).toEqual([
      ['record-usable', true, 'record-usable', {}],
      ['record-complete', true, 'record-complete', {}],
      [
        'pipelines-inventoried',
        true,
        'pipelines-inventoried',
        { days: UNINVENTORIED_DAYS },
      ],
    ]);
    expect(
      judge('asset.record', item).flatMap(({ evidence: ids }) => ids),
    ).toEqual([item.id, item.id, item.id]);
  });

  it('says nothing of pipelines that are not known', () => {
    expect(judge('asset.record', recordObserved())).toHaveLength(2);
  });

  it('names what is missing, what can not be used, and which pipelines', () => {
    const problem = {
      field: 'spec.dora.continuity.rto',
      value: '"soon"',
      rule: 'recovery-objective',
      params: { least: 1 },
    };
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const item = recordObserved({
      missing: ['continuity', 'support'],
      problems: [problem, problem],
      uninventoriedPipelines: names,
    } as unknown as Partial<AssetRecord>);
    const { field, value, rule } = problem;
    expect(tell('asset.record', item)).toEqual([
      [
        'record-usable',
        false,
        'record-unusable',
        { least: 1, field, value, rule, more: 1 },
      ],
      [
        'record-complete',
        false,
        'record-incomplete',
        { fields: 'continuity,support' },
      ],
      [
        'pipelines-inventoried',
        false,
        'pipelines-not-inventoried',
        { names: 'a\nb\nc\nd\ne', count: 6, days: UNINVENTORIED_DAYS },
      ],
    ]);
  });
});

describe('the provider', () => {
  const provider = 'resource:default/github';
  const sound = {
    entityRef: provider,
    registered: true,
    identified: true,
    services: ['S19', 'S03'],
    contract: 'CTR-1',
    subcontractors: 2,
  };
  const all = (more = {}, levels: Partial<AssetRecord> = {}) =>
    tell(
      'asset.provider',
      recordObserved({ ...levels, provider: { ...sound, ...more } } as never),
    );

  it('is known with all that the register needs', () => {
    expect(all()).toEqual([
      ['provider-named', true, 'provider-named', { provider }],
      ['provider-registered', true, 'provider-registered', { provider }],
      ['provider-identified', true, 'provider-identified', { provider }],
      [
        'provider-services',
        true,
        'provider-services',
        { services: 'S19, S03' },
      ],
      ['provider-contract', true, 'provider-contract', { contract: 'CTR-1' }],
      [
        'provider-subcontractors',
        true,
        'subcontractors-declared',
        { count: 2 },
      ],
    ]);
  });

  it('rests on the record', () => {
    const item = recordObserved({ provider: sound } as never);
    for (const one of judge('asset.provider', item)) {
      expect(one.evidence).toEqual([item.id]);
    }
  });

  it('lacks what its entity does not declare', () => {
    const lacking = { identified: false, services: [], contract: undefined };
    expect(all(lacking).slice(2, 5)).toEqual([
      ['provider-identified', false, 'provider-unidentified', { provider }],
      ['provider-services', false, 'provider-services-missing', { provider }],
      ['provider-contract', false, 'provider-contract-missing', { provider }],
    ]);
    expect(all({ registered: false })).toEqual([
      ['provider-named', true, 'provider-named', { provider }],
      ['provider-registered', false, 'provider-unregistered', { provider }],
    ]);
  });

  it.each([
    [
      false,
      'subcontractors-missing',
      { provider },
      { declared: 'standard', computed: 'critical-or-important' },
    ],
    [
      true,
      'subcontractors-not-needed',
      { level: 'important' },
      { declared: 'standard', computed: 'important' },
    ],
    [
      true,
      'subcontractors-not-needed',
      { level: 'standard' },
      { declared: 'standard', computed: 'standard' },
    ],
    [null, 'subcontractors-unclear', { provider }, { declared: undefined }],
  ])('needs subcontractors: %s, %s %j', (passed, code, params, levels) => {
    const found = all({ subcontractors: undefined }, levels as never);
    expect(found.at(-1)).toEqual([
      'provider-subcontractors',
      passed,
      code,
      params,
    ]);
  });

  it('is none for a reason, or not declared', () => {
    const why = 'Run by ourselves';
    const none = (more: Partial<AssetRecord>) => {
      const item = recordObserved(more);
      const [check] = judge('asset.provider', item);
      return { ...check!, isOfRecord: check!.evidence[0] === item.id };
    };
    const noProvider = { reason: why, until: '2026-12-31' };
    expect(none({ noProvider })).toMatchObject({
      check: 'provider-named',
      passed: true,
      cause: {
        code: 'provider-none',
        params: { why, until: '2026-12-31' },
      },
      isOfRecord: true,
    });
    expect(none({ noProvider: { reason: why } }).cause).toEqual({
      code: 'exemption-unconfirmed',
      params: { lacks: 'provider', why },
    });
    const until = (day: string) =>
      none({ noProvider: { reason: why, until: day } });
    expect(until('2026-02-27')).toMatchObject({
      passed: false,
      cause: {
        code: 'exemption-ended',
        params: { lacks: 'provider', why, ended: '2026-02-27' },
      },
    });
    expect(until('2027-03-02')).toMatchObject({
      passed: false,
      cause: {
        code: 'exemption-too-long',
        params: { lacks: 'provider', why, until: '2027-03-02' },
      },
    });
    const item = recordObserved({ noProvider: { reason: why } });
    const reviewed = recordReviewed('2026-02-01');
    expect(judge('asset.provider', item, [reviewed])[0]).toMatchObject({
      passed: true,
      cause: { params: { why, until: '2027-02-01' } },
      evidence: [item.id, reviewed.id],
    });
    expect(none({ providerFacts: ['location', 'support'] })).toMatchObject({
      passed: null,
      cause: {
        code: 'provider-undeclared',
        params: { facts: 'location,support' },
      },
      isOfRecord: true,
    });
    expect(none({ providerFacts: ['pipeline'] })).toMatchObject({
      passed: false,
      cause: { code: 'provider-missing' },
      isOfRecord: true,
    });
  });
});

describe('the support', () => {
  const one = (more: Partial<AssetRecord>, reviews: Evidence[] = []) => {
    const item = recordObserved(more);
    const [check] = judge('asset.support', item, reviews);
    const { check: name, passed, cause, evidence: ids } = check!;
    expect(ids[0]).toBe(item.id);
    return [name, passed, cause.code, cause.params];
  };
  const NAME = 'supported-or-assessed';
  const support = { regularEnd: '2025-12-31' };

  it('names its end, or the assessment of the legacy system', () => {
    const end = '2026-12-31';
    expect(one({ support: { regularEnd: end } })).toEqual([
      NAME,
      true,
      'supported',
      { end },
    ]);
    const legacyAssessment = '2026-01-15';
    expect(one({ support, legacyAssessment })).toEqual([
      NAME,
      true,
      'legacy-assessed',
      { assessed: legacyAssessment, due: '2027-01-15' },
    ]);
    expect(one({ support })).toEqual([
      NAME,
      false,
      'support-ended',
      { end: '2025-12-31' },
    ]);
    const tooOld = '2025-01-15';
    expect(one({ support, legacyAssessment: tooOld })).toEqual([
      NAME,
      false,
      'support-ended',
      { end: '2025-12-31', assessed: tooOld },
    ]);
    expect(one({})).toEqual([NAME, null, 'support-unknown', {}]);
  });

  it('does not count an assessment that lies ahead', () => {
    const item = recordObserved({ support, legacyAssessment: '2026-03-05' });
    expect(judge('asset.support', item)[0]).toMatchObject({
      passed: false,
      changesAt: '2026-03-05T00:00:00.000Z',
    });
  });

  it('is not applicable for a reason that holds', () => {
    const notApplicable = 'written by ourselves';
    const until = '2026-12-31';
    expect(one({ support: { notApplicable, until } })).toEqual([
      NAME,
      true,
      'support-not-applicable',
      { why: notApplicable, until },
    ]);
    expect(one({ support: { notApplicable } })).toEqual([
      NAME,
      null,
      'exemption-unconfirmed',
      { lacks: 'end-of-support', why: notApplicable },
    ]);
  });

  it('rests on a reason that holds before an assessment', () => {
    const notApplicable = 'written by ourselves';
    const declared = { notApplicable, until: '2026-12-31' };
    expect(one({ support: declared, legacyAssessment: '2026-01-15' })[2]).toBe(
      'support-not-applicable',
    );
  });

  it('does not need a reason where it has not ended, or was assessed', () => {
    const notApplicable = 'written by ourselves';
    const ended = { notApplicable, until: '2026-02-01' };
    expect(one({ support: ended })[2]).toBe('exemption-ended');
    expect(one({ support: { ...ended, regularEnd: '2026-12-31' } })[2]).toBe(
      'supported',
    );
    expect(one({ support: ended, legacyAssessment: '2026-01-15' })[2]).toBe(
      'legacy-assessed',
    );
  });
});

describe('the classification', () => {
  const all = (more: Partial<AssetRecord>, reviews: Evidence[] = []) =>
    tell('asset.classification', recordObserved(more), reviews);

  it('is declared, high enough and reviewed', () => {
    const more = {
      declared: 'important' as const,
      computed: 'important' as const,
      because: ['Payments', 'Ledger'],
      lastReview: '2026-01-01',
    };
    expect(all(more)).toEqual([
      ['classified', true, 'classified', { declared: 'important' }],
      [
        'classified-high-enough',
        true,
        'classified-high-enough',
        { declared: 'important', computed: 'important' },
      ],
      [
        'reviewed-in-time',
        true,
        'reviewed-in-time',
        { reviewed: '2026-01-01', due: '2027-01-01' },
      ],
      ['reviewed-since-major-change', true, 'no-major-change', {}],
    ]);
    expect(all({ ...more, computed: undefined })[1]).toEqual([
      'classified-high-enough',
      true,
      'nothing-classified-above',
      {},
    ]);
  });

  it('names what is above it, and how it comes there', () => {
    const above = {
      computed: 'critical-or-important' as const,
      because: ['Payments', 'Ledger'],
    };
    const because = 'Payments > Ledger';
    expect(all({ declared: undefined, ...above })[0]).toEqual([
      'classified',
      false,
      'computed-not-classified',
      { computed: above.computed, because },
    ]);
    expect(all({ declared: 'standard', ...above })[1]).toEqual([
      'classified-high-enough',
      false,
      'classified-too-low',
      { declared: 'standard', computed: above.computed, because },
    ]);
    expect(all({ declared: undefined })[0]).toEqual([
      'classified',
      false,
      'not-classified',
      {},
    ]);
  });

  it('is not compared with others where none is declared', () => {
    const checks = all({ declared: undefined, computed: 'important' });
    expect(checks.map(([check]) => check)).toEqual([
      'classified',
      'reviewed-in-time',
      'reviewed-since-major-change',
    ]);
  });

  it('rests on the record and on the review that counts', () => {
    const item = recordObserved({
      declared: 'standard',
      lowered: { from: 'important', on: '2026-01-31' },
      lastMajorChange: '2026-01-31',
    });
    const list = (...reviews: Evidence[]) =>
      judge('asset.classification', item, reviews).map(one => one.evidence);
    const [good, old] = [
      recordReviewed('2026-02-01'),
      recordReviewed('2026-01-01'),
    ];
    const [own, both] = [[item.id], [item.id, good.id]];
    expect(list(good)).toEqual([own, own, [good.id], both, both]);
    expect(list(old)).toEqual([
      own,
      own,
      [old.id],
      [item.id, old.id],
      [item.id, old.id],
    ]);
    expect(list()).toEqual([own, own, own, own, own]);
    const plain = recordObserved({ computed: 'important' });
    expect(
      judge('asset.classification', plain).map(one => one.evidence),
    ).toEqual([[plain.id], [plain.id], [plain.id], [plain.id]]);
  });

  it('counts the recorded review after a declared one of the same day', () => {
    const reviewed = recordReviewed('2026-02-01');
    const check = all({ lastReview: '2026-02-01' }, [reviewed])[2];
    expect(check?.[3]).toMatchObject({ by: 'marco' });
  });

  it('names who reviewed it, and that the record was another one', () => {
    const reviewed = recordReviewed('2026-02-01');
    expect(all({}, [reviewed])[2]).toEqual([
      'reviewed-in-time',
      true,
      'reviewed-in-time',
      { reviewed: '2026-02-01', due: '2027-02-01', by: 'marco' },
    ]);
    const ofOther = recordReviewed('2026-02-01', {
      record: 'sha256:x' as never,
    });
    expect(all({}, [ofOther])[2]?.[3]).toMatchObject({ record: 'changed' });
  });

  it('is not reviewed in time, and says what it knows', () => {
    const check = (more: Partial<AssetRecord>) => all(more)[2];
    expect(check({ lastReview: '2025-02-01' })).toEqual([
      'reviewed-in-time',
      false,
      'review-overdue',
      { reviewed: '2025-02-01', due: '2026-02-01' },
    ]);
    expect(check({ lastReview: '2026-04-01' })).toEqual([
      'reviewed-in-time',
      false,
      'review-ahead',
      { on: '2026-04-01' },
    ]);
    expect(check({})).toEqual([
      'reviewed-in-time',
      false,
      'never-reviewed',
      {},
    ]);
  });

  it.each([
    [
      true,
      'reviewed-since-major-change',
      { reviewed: '2026-02-01' },
      { lastReview: '2026-02-01' },
    ],
    [
      false,
      'major-change-not-reviewed',
      { reviewed: '2026-01-31' },
      { lastReview: '2026-01-31' },
    ],
    [false, 'major-change-not-reviewed', {}, {}],
  ])(
    'is reviewed since a major change: %s, %s %j',
    (passed, code, params, more) => {
      const changed = '2026-02-01';
      expect(all({ lastMajorChange: changed, ...more })[3]).toEqual([
        'reviewed-since-major-change',
        passed,
        code,
        { changed, ...params },
      ]);
    },
  );

  it('may still be reviewed on the day of a major change', () => {
    expect(all({ lastMajorChange: '2026-03-01' })[3]).toEqual([
      'reviewed-since-major-change',
      true,
      'major-change-to-review',
      { changed: '2026-03-01' },
    ]);
  });

  it('is reviewed since it was lowered, by a review that saw it', () => {
    const lowered = { from: 'important' as const, on: '2026-02-01' };
    const params = {
      from: 'important',
      declared: 'standard',
      lowered: '2026-02-01',
    };
    const last = (more: Partial<AssetRecord>, reviews: Evidence[] = []) =>
      all({ declared: 'standard', lowered, ...more }, reviews)[4];
    expect(last({ lastReview: '2026-02-02' })).toEqual([
      'reviewed-since-lowered',
      true,
      'reviewed-since-lowered',
      { ...params, reviewed: '2026-02-02' },
    ]);
    expect(last({ lastReview: '2026-01-31' })).toEqual([
      'reviewed-since-lowered',
      false,
      'lowered-not-reviewed',
      { ...params, reviewed: '2026-01-31' },
    ]);
    expect(last({})).toEqual([
      'reviewed-since-lowered',
      false,
      'lowered-not-reviewed',
      params,
    ]);
    const onTheDay = recordReviewed('2026-02-01');
    expect(last({}, [onTheDay])?.[1]).toBe(true);
    const ofOther = recordReviewed('2026-02-01', {
      record: 'sha256:x' as never,
    });
    expect(last({}, [ofOther])?.[1]).toBe(false);
    const machine = recordReviewed('2026-02-03', {
      reviewer: { system: 'github.com', login: 'lint[bot]', kind: 'bot' },
    });
    expect(last({}, [machine])?.[1]).toBe(false);
  });
});
