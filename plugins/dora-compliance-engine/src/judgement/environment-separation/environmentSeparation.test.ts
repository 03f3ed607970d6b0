import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assertingOver, assess } from '../../testing/assess';
import { asset, at, evidence, person } from '../../testing/story';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);

const control = assertingOver(
  { each: 'record', from: 'environment-baseline', within: 'P3Y' },
  'environment.separation.satisfied',
);

const baseline = (
  name: string,
  more: Partial<Predicate<'environment-baseline'>> = {},
  on = '2026-04-01',
) =>
  evidence('environment-baseline', day(60), {
    entityRef: asset.entityRef,
    recordedBy: person('julia'),
    performedOn: on,
    documents: [],
    environment: name,
    production: name === 'production',
    account: `${name}-account`,
    identities: [`${name}-role`],
    networks: [`${name}-net`],
    data: 'masked',
    ...more,
  });

const seen = (name: string, on: number) =>
  evidence('environment-protection-observed', day(on), {
    ...{ complete: true, reviewers: [] },
    environment: { name, production: name === 'production' },
  });

const judge = (...all: Evidence[]) =>
  Object.fromEntries(
    assess(control, all, day(100)).rows.map(({ member, checks }) => [
      member.title,
      checks[0]!.cause.code,
    ]),
  );

const production = baseline('production');

it('compares both sides of the border of production, and not one side', () => {
  const [one, two] = ['test', 'preview'].map(name =>
    baseline(name, { account: 'shared' }),
  );
  expect(judge(production, one!, two!)).toEqual({
    production: 'environment-separate',
    test: 'environment-separate',
    preview: 'environment-separate',
  });
});

it('takes the latest of each environment', () => {
  const before = { account: 'production-account' };
  const once = baseline('test', before, '2026-03-01');
  expect(judge(production, once, baseline('test'))).toEqual({
    production: 'environment-separate',
    test: 'environment-separate',
  });
});

it('names what is shared first, whatever else is not known', () => {
  const test = baseline('test', { networks: ['a', ' Production-Net '] });
  expect(judge(production, test, seen('qa', 99))).toEqual({
    production: 'environment-shares-network',
    test: 'environment-shares-network',
  });
});

it('needs a baseline of each environment that is there', () => {
  const all = [production, baseline('test'), seen('TEST', 99), seen('qa', 98)];
  expect(judge(...all).production).toBe('environments-without-baseline');
  const round = evidence('collector-heartbeat', day(99), {
    ...{ target: 'ledger', complete: true, parts: [] },
    startedAt: day(98.5),
    finishedAt: day(99),
  });
  expect(judge(...all, round).production).toBe('environment-separate');
});
