import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { evaluateControl } from '../evaluate/evaluateControl';
import { overRecord, ownership } from '../testing/controls';
import {
  asset,
  at,
  evidence,
  recordObserved,
  recordReviewed,
} from '../testing/story';

type Observed = Predicate<'asset-record-observed'>;

const DAY = 24 * 60;
const asOf = at(10_000);

const controls = {
  classification: overRecord('classification'),
  provider: overRecord('provider'),
  record: overRecord('record'),
  support: overRecord('support'),
  ownership,
};

const day = fc
  .tuple(fc.constantFrom(-365, 0, 365), fc.integer({ min: -40, max: 40 }))
  .map(([year, near]) => at((year + near) * DAY).slice(0, 10));
const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const level = fc.constantFrom(
  'critical-or-important' as const,
  'important' as const,
  'standard' as const,
);
const exempt = fc.constantFrom('our own work', 'x', 'n/a');

/** Dates, or a reason for none: who declares both contradicts himself. */
const support = fc.oneof(
  fc.record({ regularEnd: day, extendedEnd: perhaps(day) }),
  fc.record({ notApplicable: exempt, until: perhaps(day) }),
);
const provider = fc.oneof(
  fc.record({
    provider: fc.record({
      entityRef: fc.constant('resource:default/acme'),
      registered: fc.boolean(),
      identified: fc.boolean(),
      services: fc.constantFrom<string[]>([], ['S19']),
      contract: perhaps(fc.constant('CTR-1')),
      subcontractors: perhaps(fc.constantFrom(0, 2)),
    }),
  }),
  fc.record({
    noProvider: perhaps(fc.record({ reason: exempt, until: perhaps(day) })),
  }),
);

const record = fc
  .tuple(
    fc.record({
      missing: fc.constantFrom<Observed['missing']>([], ['support']),
      declared: perhaps(level),
      computed: perhaps(level),
      lowered: perhaps(fc.record({ from: level, on: day })),
      lastReview: perhaps(day),
      lastMajorChange: perhaps(day),
      legacyAssessment: perhaps(day),
      providerFacts: fc.constantFrom<Observed['providerFacts']>(
        ['pipeline'],
        ['location'],
      ),
      uninventoriedPipelines: fc.constantFrom<string[]>([], ['Deploy']),
      support: perhaps(support),
    }),
    provider,
  )
  .map(([one, other]) => ({ ...one, ...other } as Partial<Observed>));

const owner: fc.Arbitrary<Predicate<'ownership-observed'>> = fc.record({
  entityRef: fc.constant(asset.entityRef),
  ownerRef: perhaps(fc.constant('group:default/team')),
  owner: perhaps(
    fc.record({
      kind: fc.constantFrom(
        'group' as const,
        'user' as const,
        'other' as const,
      ),
      title: fc.constant('Team'),
      memberCount: fc.constantFrom(0, 1, 2, 50, 51, 4000),
      accountable: perhaps(
        fc.constant({ personRef: 'user:default/anna', exists: true }),
      ),
    }),
  ),
});

type Story = {
  record: Partial<Observed>;
  reviews: string[];
  owner: Predicate<'ownership-observed'>;
};

const story: fc.Arbitrary<Story> = fc.record({
  record,
  reviews: fc.array(day, { maxLength: 3 }),
  owner,
});

function tell(told: Story): Evidence[] {
  const subject = { kind: 'entity' as const, uri: asset.entityRef };
  return [
    recordObserved(told.record, 9000),
    ...told.reviews.map(on => recordReviewed(on)),
    evidence('ownership-observed', at(9000), told.owner, [subject]),
  ].map(item => ({ ...item, recordedAt: at(-400 * DAY) } as Evidence));
}

/** The controls that an asset complies with. */
function listPassed(all: readonly Evidence[]): string[] {
  return Object.entries(controls).flatMap(([name, control]) => {
    const { status } = evaluateControl(control, {
      asset,
      evidence: all,
      asOf,
      sourceHeard: true,
      gaps: [],
      people: [],
    });
    return ['satisfied', 'not-applicable'].includes(status) ? [name] : [];
  });
}

/** What a record says in favor of the asset; the rest speaks against it. */
const supporting = [
  'declared',
  'lastReview',
  'legacyAssessment',
  'noProvider',
  'provider',
  'support',
] as const;

/** The story without one thing that supports it. */
const drops: Readonly<Record<string, (told: Story) => Story>> = {
  ...Object.fromEntries(
    supporting.map(field => [
      field,
      (told: Story) => ({
        ...told,
        record: { ...told.record, [field]: undefined },
      }),
    ]),
  ),
  ...Object.fromEntries(
    (['contract', 'subcontractors'] as const).map(field => [
      `provider.${field}`,
      ({ record: of, ...told }: Story) => ({
        ...told,
        record: of.provider
          ? { ...of, provider: { ...of.provider, [field]: undefined } }
          : of,
      }),
    ]),
  ),
  'a review': told => ({ ...told, reviews: told.reviews.slice(1) }),
  'the owner': ({ owner: { owner: _, ...rest }, ...told }) => ({
    ...told,
    owner: rest,
  }),
  'the accountable person': ({ owner: of, ...told }) => ({
    ...told,
    owner: {
      ...of,
      ...(of.owner && { owner: { ...of.owner, accountable: undefined } }),
    },
  }),
};

describe('less is never more', () => {
  it.each(Object.entries(drops))('without %s', (_, drop) => {
    fc.assert(
      fc.property(story, told => {
        const before = listPassed(tell(told));
        expect(before).toEqual(
          expect.arrayContaining(listPassed(tell(drop(told)))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each(['asset-record-observed', 'ownership-observed', 'review-completed'])(
    'without any evidence of type %s',
    type => {
      fc.assert(
        fc.property(story, told => {
          const all = tell(told);
          const rest = all.filter(item => item.type !== type);
          expect(listPassed(all)).toEqual(
            expect.arrayContaining(listPassed(rest)),
          );
        }),
        { numRuns: 100 },
      );
    },
  );
});
