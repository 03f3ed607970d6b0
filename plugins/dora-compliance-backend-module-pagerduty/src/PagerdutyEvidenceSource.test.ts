import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { delivery, event, incident, p1, signed } from './__testUtils__/events';
import { PagerdutySettings } from './config';
import { unusedEvents } from './eventTypes';
import { gives } from './gives';
import { createPagerdutyEvidenceSource } from './PagerdutyEvidenceSource';

const options = {
  ...PagerdutySettings.parse({
    services: [
      { name: 'PF9KMXH', entity: 'ledger', environment: 'production' },
      { name: 'Cards *', entity: 'component:cards/api' },
    ],
  }),
  webhookSecrets: ['old', 'new'],
};
const source = createPagerdutyEvidenceSource(options);
const receivedAt = '2026-03-31T12:10:00.000Z' as Instant;
const triggered = delivery(event('incident.triggered'));

evidenceSourceContract('PagerDuty', {
  create: () => createPagerdutyEvidenceSource(options),
  gives,
  deliveries: [
    triggered,
    ...[
      'incident.acknowledged',
      'incident.reopened',
      'incident.resolved',
      'incident.priority_updated',
    ].map(type => delivery(event(type, incident({ priority: p1 })))),
  ],
  signs: [signed('old'), signed('new'), signed('other', 'new')],
  forge: signed('guessed', 'other'),
  proves: 'body',
});

it.each(['v0=', '', 'V1='])('a signature after %j does not count', prefix => {
  const { headers, body } = signed('new')(triggered);
  const header = headers['x-pagerduty-signature']!.replace('v1=', prefix);
  expect(
    source.authenticate(
      { headers: { ...headers, 'x-pagerduty-signature': header }, body },
      receivedAt,
    ),
  ).toEqual({ outcome: 'refused', code: 'signature-invalid' });
});

const read = (payload: unknown) => source.normalise(delivery(payload));
const by = {
  system: 'meridian.pagerduty.com',
  id: 'PLH1HKV',
  name: 'Marta Keller',
  kind: 'human',
};

it('reads an incident, and which asset its service is', () => {
  expect(source.normalise(triggered)).toEqual({
    outcome: 'normalised',
    statements: [
      {
        type: 'incident-detected',
        sourceId: 'pagerduty',
        observedAt: '2026-03-31T12:09:22.169Z',
        subjects: [
          { kind: 'incident', uri: 'urn:pagerduty:PGR0VU2' },
          { kind: 'entity', uri: 'component:default/ledger' },
        ],
        predicate: {
          incident: {
            id: 'PGR0VU2',
            url: 'https://meridian.pagerduty.com/incidents/PGR0VU2',
            title: 'Bookings fail',
            service: 'Ledger',
            severity: 'high',
            environment: { name: 'production', production: true },
          },
          detectedAt: '2026-03-31T12:09:22.169Z',
        },
      },
    ],
  });
});

it.each([
  ['incident.acknowledged', 'incident-acknowledged', { acknowledgedBy: by }],
  ['incident.resolved', 'incident-resolved', { resolvedBy: by }],
  ['incident.reopened', 'incident-detected', {}],
  [
    'incident.priority_updated',
    'incident-classified',
    { classification: 'P1', scheme: 'priority', classifiedBy: by },
  ],
  [
    'incident.incident_type.changed',
    'incident-classified',
    { classification: 'major', scheme: 'incident type', classifiedBy: by },
  ],
])('reads %s as %s', (type, evidence, predicate) => {
  const data = incident({ priority: p1, incident_type: { name: 'major' } });
  expect(read(event(type, data))).toMatchObject({
    statements: [{ type: evidence, predicate }],
  });
});

it('reads the priority that an incident has from the beginning', () => {
  const answer = read(event('incident.triggered', incident({ priority: p1 })));
  expect(answer).toMatchObject({
    statements: [
      {
        type: 'incident-detected',
        predicate: { incident: { severity: 'P1' } },
      },
      { type: 'incident-classified', predicate: { classification: 'P1' } },
    ],
  });
});

it.each([
  [null, undefined],
  [
    { id: 'PSVC1', type: 'service_reference' },
    { system: 'pagerduty.com', id: 'PSVC1', kind: 'bot' },
  ],
])('an agent that is %j acknowledged as %j', (agent, acknowledgedBy) => {
  const answer = read(
    event('incident.acknowledged', incident(), { agent }),
  ) as { statements: { predicate: object }[] };
  expect(answer.statements[0]?.predicate).toEqual({
    incident: expect.anything(),
    acknowledgedAt: '2026-03-31T12:09:22.169Z',
    ...(acknowledgedBy && { acknowledgedBy }),
  });
});

it('says that a removed priority still counts', () => {
  expect(read(event('incident.priority_updated'))).toEqual({
    outcome: 'normalised',
    statements: [],
    flaws: ['the priority was removed; the one before it still counts'],
  });
});

it('names an incident whose service is no asset', () => {
  const service = { id: 'PXXXXXX', type: 'service_reference', summary: 'Fax' };
  expect(read(event('incident.resolved', incident({ service })))).toMatchObject(
    {
      statements: [{ subjects: [{ kind: 'incident' }] }],
      flaws: [
        'the incident PGR0VU2 names neither an entity nor a repository, and no rule names its service',
      ],
    },
  );
});

it('finds the asset by the name of the service', () => {
  const service = { id: 'PXXXXXX', summary: 'Cards (API)' };
  expect(read(event('incident.resolved', incident({ service })))).toMatchObject(
    {
      statements: [
        {
          subjects: [
            { kind: 'incident' },
            { kind: 'entity', uri: 'component:cards/api' },
          ],
        },
      ],
    },
  );
});

it.each([...unusedEvents])('%s is no evidence', type => {
  expect(read(event(type, { message: 'Hello' }))).toEqual({
    outcome: 'normalised',
    statements: [],
  });
});

it('keeps an event that is not known, and names it', () => {
  expect(read(event('incident.teleported'))).toEqual({
    outcome: 'normalised',
    statements: [],
    flaws: [
      'event.event_type incident.teleported is no event that is known here',
    ],
  });
});

it('rejects an incident without an id, and names the field', () => {
  expect(read(event('incident.resolved', incident({ id: undefined })))).toEqual(
    { outcome: 'rejected', reason: 'pagerduty: event.data.id is missing' },
  );
});
