import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import {
  delivery,
  incident,
  message,
  options,
  signed,
} from './__testUtils__/messages';
import { gives } from './gives';
import { createServicenowEvidenceSource } from './ServicenowEvidenceSource';

const source = createServicenowEvidenceSource(options);
const receivedAt = '2026-01-01T00:00:00.000Z' as Instant;
const now = Date.parse(receivedAt) / 1000;
const opened = delivery(message('opened'));

evidenceSourceContract('ServiceNow', {
  create: () => createServicenowEvidenceSource(options),
  gives,
  deliveries: [
    opened,
    ...['acknowledged', 'resolved', 'reopened'].map(event =>
      delivery(message(event)),
    ),
    delivery(
      message('classified', {
        classification: '1 - Critical',
        scheme: 'priority',
      }),
    ),
  ],
  signs: [signed('old', now), signed('new', now)],
  forge: signed('guessed', now),
  proves: 'body',
});

it('takes no old delivery again', () => {
  expect(
    source.authenticate(signed('new', now - 301)(opened), receivedAt),
  ).toEqual({ outcome: 'refused', code: 'signature-stale' });
});

it('takes a token only if one is configured', () => {
  const sent = {
    headers: { ...opened.headers, authorization: 'Bearer token' },
    body: opened.body,
  };
  expect(source.authenticate(sent, receivedAt)).toEqual({
    outcome: 'refused',
    code: 'signature-missing',
  });
  const both = createServicenowEvidenceSource({
    ...options,
    webhookTokens: ['token'],
  });
  expect(both.authenticate(sent, receivedAt)).toMatchObject({
    outcome: 'accepted',
    proof: 'secret',
  });
});

const read = (payload: unknown) => source.normalise(delivery(payload));
const by = {
  system: 'meridian.service-now.com',
  id: '6816f79cc0a8016401c5a33be04be441',
  login: 'marta.keller',
  name: 'Marta Keller',
  kind: 'human',
};

it('reads an incident and its asset', () => {
  const occurredAt = '2026-03-31T12:04:00Z';
  expect(read(message('opened', { occurredAt }))).toEqual({
    outcome: 'normalised',
    statements: [
      {
        type: 'incident-detected',
        sourceId: 'servicenow',
        observedAt: '2026-03-31T12:09:22.000Z',
        subjects: [
          {
            kind: 'incident',
            uri: 'urn:servicenow:9d385017c611228701d22104cc95c371',
          },
          { kind: 'entity', uri: 'component:default/ledger' },
        ],
        predicate: {
          incident: {
            id: 'INC0010042',
            url: incident().url,
            title: 'Bookings fail',
            service: 'Core banking',
            severity: '1 - High',
            environment: { name: 'production', production: true },
          },
          detectedAt: '2026-03-31T12:09:22.000Z',
          occurredAt: '2026-03-31T12:04:00.000Z',
        },
      },
    ],
  });
});

it.each([
  ['acknowledged', 'incident-acknowledged', { acknowledgedBy: by }],
  ['resolved', 'incident-resolved', { resolvedBy: by }],
  ['reopened', 'incident-detected', {}],
  [
    'classified',
    'incident-classified',
    { classification: 'major', classifiedBy: by },
  ],
])('reads %s as %s', (event, type, predicate) => {
  expect(read(message(event, { classification: 'major' }))).toMatchObject({
    statements: [{ type, predicate }],
  });
});

it.each([
  [undefined, undefined],
  [{ name: 'Marta Keller' }, undefined],
  [
    { login: 'flow', integration: true },
    { login: 'flow', kind: 'bot' },
  ],
  [{ login: 'marta' }, { login: 'marta', kind: 'unknown' }],
])('reads from %j who it was', (user, resolvedBy) => {
  const answer = read(message('resolved', { by: user })) as unknown as {
    statements: [{ predicate: { resolvedBy?: object } }];
  };
  expect(answer.statements[0].predicate.resolvedBy).toEqual(
    resolvedBy && { system: 'meridian.service-now.com', ...resolvedBy },
  );
});

it('finds the asset by its configuration item', () => {
  const item = incident({
    entity: '',
    environment: '',
    configurationItem: 'cards-api',
  });
  expect(read(message('resolved', { incident: item }))).toMatchObject({
    statements: [
      {
        subjects: [
          { kind: 'incident' },
          { kind: 'entity', uri: 'component:default/cards' },
        ],
        predicate: {
          incident: { environment: { name: 'live', production: true } },
        },
      },
    ],
  });
});

it.each([
  [
    message('cancelled'),
    'event cancelled is none of opened, acknowledged, classified, resolved and reopened',
  ],
  [
    message('classified'),
    'classification is missing; the one before it still counts',
  ],
])('keeps what it can not use, and says why (%#)', (payload, flaw) => {
  expect(read(payload)).toEqual({
    outcome: 'normalised',
    statements: [],
    flaws: [flaw],
  });
});

it('rejects a message of another version, and names the field', () => {
  expect(read(message('opened', { version: 2 }))).toEqual({
    outcome: 'rejected',
    reason: 'servicenow: version must be 1',
  });
});
