import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import {
  alert,
  delivery,
  group,
  options,
  signed,
} from './__testUtils__/groups';
import { gives } from './gives';
import { createGrafanaEvidenceSource } from './GrafanaEvidenceSource';

const source = createGrafanaEvidenceSource(options);
const receivedAt = '2026-01-01T00:00:00.000Z' as Instant;
const now = Date.parse(receivedAt) / 1000;
const first = delivery(group([alert()]));

evidenceSourceContract('Grafana', {
  create: () => createGrafanaEvidenceSource(options),
  gives,
  deliveries: [
    first,
    delivery(
      group([alert({ status: 'resolved', endsAt: '2026-03-31T15:00:00Z' })]),
    ),
  ],
  signs: [signed('old'), signed('new'), signed('new', now)],
  forge: signed('guessed'),
  proves: 'body',
});

it.each([
  ['of the body', signed('new'), 'signed-body'],
  ['of the time and the body', signed('new', now - 299), 'signed-delivery'],
])('a signature %s proves them', (_, sign, proof) => {
  expect(source.authenticate(sign(first), receivedAt)).toMatchObject({
    outcome: 'accepted',
    proof,
  });
});

it.each([-301, 301])('a time that is %d seconds off is refused', seconds => {
  expect(
    source.authenticate(signed('new', now + seconds)(first), receivedAt),
  ).toEqual({ outcome: 'refused', code: 'signature-stale' });
});

it('a signed time can neither be replaced nor removed', () => {
  const { headers, body } = signed('new', now)(first);
  for (const time of [String(now + 1), undefined]) {
    const other = { ...headers, 'x-grafana-alerting-timestamp': time };
    expect(source.authenticate({ headers: other, body }, receivedAt)).toEqual({
      outcome: 'refused',
      code: 'signature-invalid',
    });
  }
});

describe('a source with tokens', () => {
  const both = createGrafanaEvidenceSource({
    ...options,
    webhookTokens: ['token'],
  });
  const carrying = (authorization: string) => ({
    headers: { ...first.headers, authorization },
    body: first.body,
  });

  it.each(['Bearer token', `Basic ${btoa('grafana:token')}`])(
    'takes %s',
    authorization => {
      expect(
        both.authenticate(carrying(authorization), receivedAt),
      ).toMatchObject({ outcome: 'accepted', proof: 'secret' });
    },
  );

  it('refuses a token that nobody gave it', () => {
    expect(both.authenticate(carrying('Bearer no'), receivedAt)).toEqual({
      outcome: 'refused',
      code: 'token-invalid',
    });
  });

  it('refuses a wrong signature, although the token is right', () => {
    const { headers } = signed('guessed')(first);
    expect(
      both.authenticate(
        { ...first, headers: { ...headers, authorization: 'Bearer token' } },
        receivedAt,
      ),
    ).toEqual({ outcome: 'refused', code: 'signature-invalid' });
  });
});

it('reads an alert, whose asset annotations name', () => {
  expect(source.normalise(first)).toEqual({
    outcome: 'normalised',
    statements: [
      {
        type: 'alert-changed',
        sourceId: 'grafana',
        observedAt: '2026-03-31T12:04:10.123Z',
        subjects: [
          { kind: 'alert', uri: 'urn:grafana:c6eadffa33fcdf37' },
          { kind: 'entity', uri: 'component:default/payments' },
          { kind: 'repository', uri: 'https://github.com/meridian/payments' },
        ],
        predicate: {
          alert: {
            id: 'c6eadffa33fcdf37',
            name: 'Payments latency',
            url: 'https://grafana.meridian.example/alerting/1afz29v7z/edit',
            severity: 'warning',
            service: 'payments-api',
            environment: { name: 'staging', production: false },
          },
          state: 'firing',
          receiver: 'On call',
          startedAt: '2026-03-31T12:04:10.123Z',
          changedAt: '2026-03-31T12:04:10.123Z',
        },
      },
    ],
  });
});

it('rejects another format, and says which one it reads', () => {
  expect(
    source.normalise(delivery(group([alert()], { version: '4' }))),
  ).toEqual({ outcome: 'rejected', reason: 'grafana: version must be 1' });
});
