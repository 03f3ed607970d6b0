import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { basicAuthorization } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import {
  alert,
  carrying,
  delivery,
  group,
  options,
  resolved,
} from './__testUtils__/groups';
import { createAlertmanagerEvidenceSource } from './AlertmanagerEvidenceSource';
import { gives } from './gives';

const source = createAlertmanagerEvidenceSource(options);
const receivedAt = '2026-03-31T12:05:00.000Z' as Instant;
const basic = (password: string) =>
  carrying(basicAuthorization('alertmanager', password).authorization);

evidenceSourceContract('Alertmanager', {
  create: () => createAlertmanagerEvidenceSource(options),
  gives,
  deliveries: [
    group([alert()]),
    group([resolved()], { status: 'resolved' }),
    group([alert(), resolved({ fingerprint: 'bc97ff14869b13e3' })]),
  ].map(delivery),
  signs: [carrying('Bearer old'), carrying('bearer new'), basic('new')],
  forge: basic('guessed'),
  proves: 'sender',
});

const read = (payload: unknown) => source.normalise(delivery(payload));

it('binds a delivery to the scope of its token', () => {
  const scope = ['component:default/ledger'];
  const bound = createAlertmanagerEvidenceSource({
    ...options,
    webhookTokens: [{ secret: 'ours', scope }],
  });
  expect(
    bound.authenticate(basic('ours')(delivery(group([]))), receivedAt),
  ).toMatchObject({ outcome: 'accepted', proof: 'secret', scope });
});

it('reads who fired where, and since when', () => {
  expect(read(group([alert()]))).toEqual({
    outcome: 'normalised',
    statements: [
      {
        type: 'alert-changed',
        sourceId: 'alertmanager',
        observedAt: '2026-03-31T12:04:10.123Z',
        subjects: [
          { kind: 'alert', uri: 'urn:alertmanager:1a30ba71cca2921f' },
          { kind: 'entity', uri: 'component:default/ledger' },
        ],
        predicate: {
          alert: {
            id: '1a30ba71cca2921f',
            name: 'LedgerErrorRateHigh',
            url: 'https://prometheus.meridian.example/graph?g0.expr=ledger_errors&g0.tab=1',
            severity: 'critical',
            service: 'ledger',
            environment: { name: 'production', production: true },
          },
          state: 'firing',
          receiver: 'on-call-core',
          startedAt: '2026-03-31T12:04:10.123Z',
          changedAt: '2026-03-31T12:04:10.123Z',
        },
      },
    ],
  });
});

it('reads when an alert ended', () => {
  expect(read(group([resolved()]))).toMatchObject({
    statements: [
      {
        observedAt: '2026-03-31T12:31:40.123Z',
        predicate: {
          state: 'resolved',
          startedAt: '2026-03-31T12:04:10.123Z',
          changedAt: '2026-03-31T12:31:40.123Z',
        },
      },
    ],
  });
});

it('reads each alert of a group', () => {
  const one = alert({ fingerprint: 'a1' });
  const other = alert({ fingerprint: 'b2' });
  expect(read(group([one, other]))).toMatchObject({
    statements: [
      { predicate: { alert: { id: 'a1' } } },
      { predicate: { alert: { id: 'b2' } } },
    ],
  });
});

it('names the group whose alerts were cut off', () => {
  expect(read(group([alert()], { truncatedAlerts: 3 }))).toMatchObject({
    flaws: [
      'truncatedAlerts is 3: so many alerts are not in the group; set max_alerts of the webhook to 0',
    ],
  });
});

it('rejects another format, and says which one it reads', () => {
  expect(read(group([alert()], { version: '1' }))).toEqual({
    outcome: 'rejected',
    reason: 'alertmanager: version must be 4',
  });
});
