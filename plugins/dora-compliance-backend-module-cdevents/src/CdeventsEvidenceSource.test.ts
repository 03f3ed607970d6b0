import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  bare,
  carrying,
  cdeventsSourceContract,
  kept,
  receive,
  source,
} from './__testUtils__/cdeventsSource';
import { buildEvent, used } from './__testUtils__/events';
import {
  bytes,
  inBatch,
  inBinaryMode,
  inStructuredMode,
  message,
  decodeBody,
  wrapped,
} from './__testUtils__/messages';
import { createCdeventsEvidenceSource } from './CdeventsEvidenceSource';

const receivedAt = '2026-01-01T00:00:00.000Z' as Instant;

cdeventsSourceContract('CDEvents', used);

describe('a delivery', () => {
  const event = used[0]!;
  const envelope = wrapped(event);

  it.each([
    ['structured', inStructuredMode(envelope)],
    ['a batch', inBatch([envelope])],
    ['bare', bare(event)],
  ])('that is %s is kept byte for byte', (_, delivery) => {
    expect(kept(delivery)).toBe(delivery);
  });

  it('in binary mode is kept with its headers in its body', () => {
    const delivery = kept(inBinaryMode(envelope));
    expect(delivery.headers).toEqual({
      'content-type': 'application/cloudevents+json',
    });
    expect(JSON.parse(decodeBody(delivery))).toEqual(envelope);
  });

  it('that is no event is kept as it came, and rejected with the reason', () => {
    const { headers, body } = inBinaryMode(envelope);
    const delivery = { headers: { ...headers, 'ce-type': undefined }, body };
    expect(kept(delivery)).toBe(delivery);
    expect(source.normalise(delivery)).toEqual({
      outcome: 'rejected',
      reason: 'CloudEvent: type missing',
    });
  });

  it('whose envelope tells another type is rejected', () => {
    const type = 'dev.cdevents.service.removed.0.3.0';
    expect(receive(inStructuredMode({ ...envelope, type }))).toEqual({
      outcome: 'rejected',
      reason: `CloudEvent: the CloudEvent is a ${type}, the CDEvent a ${event.context.type}`,
    });
  });

  it.each([
    [{ headers: {}, body: bytes('{"a":1}') }, /^CDEvent: context /],
    [inStructuredMode({ ...envelope, data: '{}' }), /^CloudEvent: payload /],
    [
      message('application/json', {
        ...event,
        context: { ...event.context, type: 'com.example.sent' },
      }),
      /^CDEvent: context.type must be a type of CDEvents/,
    ],
  ])('that is no CDEvent is rejected (%#)', (delivery, reason) => {
    expect(receive(delivery)).toEqual({
      outcome: 'rejected',
      reason: expect.stringMatching(reason),
    });
  });

  it.each([
    ['Basic b2xk', 'token-missing'],
    ['Bearer', 'token-missing'],
    ['Bearer old new', 'token-missing'],
    ['Bearer older', 'token-invalid'],
  ])('with %s is refused', (authorization, code) => {
    expect(
      source.authenticate(
        carrying(authorization)(inStructuredMode(envelope)),
        receivedAt,
      ),
    ).toEqual({ outcome: 'refused', code });
  });
});

describe('the example of the README', () => {
  it.each([
    ['application/cloudevents+json', (it: unknown) => it],
    ['application/cloudevents-batch+json', (it: unknown) => [it]],
  ])('in the wrong type is told to come as %s', (type, form) => {
    const payload = form(wrapped(buildEvent('service.deployed')));
    expect(receive(message('application/json', payload))).toEqual({
      outcome: 'rejected',
      reason: expect.stringContaining(`send it as ${type}`),
    });
  });

  it('is evidence on an asset', () => {
    const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');
    const [, body = ''] = /-d '(\{[^']*\})'/.exec(readme) ?? [];
    expect(receive(inStructuredMode(JSON.parse(body)))).toMatchObject({
      statements: [
        {
          type: 'service-deployed',
          predicate: { deployment: { environment: { production: true } } },
          subjects: expect.arrayContaining([
            { kind: 'entity', uri: 'component:default/ledger' },
          ]),
        },
      ],
    });
  });
});

describe('the events service', () => {
  const event = used[0]!;
  const expected = receive(bare(event));
  const fed = (
    eventPayload: unknown,
    metadata?: Record<string, string | string[] | undefined>,
  ) => {
    const delivery = source.events?.toDelivery({
      eventPayload,
      ...(metadata && { metadata }),
    });
    return source.normalise(delivery as Delivery);
  };

  it('feeds the same source, in every form', () => {
    const { headers } = inBinaryMode(wrapped(event));
    expect(fed(event)).toEqual(expected);
    expect(fed(wrapped(event))).toEqual(expected);
    expect(fed([wrapped(event)])).toEqual(expected);
    expect(
      fed(
        event,
        Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [
            name.toUpperCase(),
            [value ?? ''],
          ]),
        ),
      ),
    ).toEqual(expected);
  });

  it('is unverified, and only there when asked for', () => {
    expect(source.events?.verification).toBe('unverified');
    expect(
      createCdeventsEvidenceSource({
        webhookTokens: ['x'],
        productionEnvironments: [],
        events: false,
      }),
    ).not.toHaveProperty('events');
  });
});
