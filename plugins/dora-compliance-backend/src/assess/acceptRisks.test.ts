import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assetNamed, at } from '../testing/samples';
import { acceptRisks } from './acceptRisks';

const risk = (observedAt: Instant, recordedAt = observedAt): Evidence =>
  ({
    id: `sha256:${'1'.repeat(64)}`,
    type: 'risk-accepted',
    observedAt,
    recordedAt,
    subjects: [],
    verification: 'authenticated',
    predicate: {
      entityRef: 'component:default/a',
      recordedBy: { system: 'backstage', login: 'anna', kind: 'human' },
      performedOn: '2026-03-01',
      documents: [],
      control: 'chg-02',
      justification: 'Why.',
      until: '2026-03-10',
    },
  } as unknown as Evidence);

const accept = (...evidence: Evidence[]) =>
  acceptRisks(
    { asset: assetNamed('a'), evidence, people: [], asOf: at(10) },
    new Map(),
  );

it.each([
  ['was recorded', risk(at(9)), undefined],
  ['the clock of another replica dates later', risk(at(12), at(10)), at(12)],
  ['another replica recorded later', risk(at(9), at(11)), at(11)],
  ['is both', risk(at(12), at(11)), at(11)],
])('a record that %s counts from when it is known', (_, item, next) => {
  expect(accept(item).findNext('chg-02')).toBe(next);
});

it('leaves controls alone that no record names', () => {
  expect(accept(risk(at(12))).findNext('chg-03')).toBeUndefined();
  expect(accept()).toMatchObject({ acceptances: [] });
});
