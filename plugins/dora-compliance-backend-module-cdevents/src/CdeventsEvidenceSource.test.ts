import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  Delivery,
  EvidenceSource,
  Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { CloudEvent, HTTP } from 'cloudevents';
import fc from 'fast-check';
import { customEvent, eventOf, predicates } from './__testUtils__/events';
import {
  bytes,
  inBatch,
  inBinaryMode,
  inStructuredMode,
  message,
  textOf,
  wrapped,
} from './__testUtils__/messages';
import { createCdeventsEvidenceSource } from './CdeventsEvidenceSource';

const create = (): EvidenceSource =>
  createCdeventsEvidenceSource({
    webhookTokens: ['old', 'new'],
    productionEnvironments: ['live'],
    events: true,
  });

const carrying =
  (authorization: string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: { ...delivery.headers, authorization },
  });

const vocabulary = predicates.map(predicate => ({
  predicate,
  event: eventOf(predicate),
}));
const used = vocabulary.filter(({ predicate }) =>
  /^(approval.closed|artifact.(publ|sign)|branch.del|incident|repository|service.(depl|upgr|roll))|run.finished/.test(
    predicate,
  ),
);

evidenceSourceContract('CDEvents', {
  create,
  deliveries: used.flatMap(({ event }) => [
    inStructuredMode(wrapped(event)),
    inBinaryMode(wrapped(event)),
    message('application/json', event),
  ]),
  signs: [carrying('Bearer old'), carrying('bearer new')],
  forge: carrying('Bearer guessed'),
  proves: 'sender',
});

const source = create();
const kept = (delivery: Delivery): Delivery =>
  source.prepare?.(delivery) ?? delivery;
const receive = (delivery: Delivery): Normalised =>
  source.normalise(kept(delivery));
const statementsOf = (answer: Normalised) => {
  expect(answer).toMatchObject({ outcome: 'normalised' });
  return answer.outcome === 'normalised' ? answer.statements : [];
};

describe('the events of the vocabulary', () => {
  it('are 48', () => {
    expect(vocabulary).toHaveLength(48);
  });

  it.each(vocabulary.map(({ predicate, event }) => [predicate, event]))(
    '%s says the same in every form',
    (_, event) => {
      const bare = receive(message('application/json', event));
      expect(bare).not.toHaveProperty('flaws');
      const { length } = statementsOf(bare);
      for (const form of [
        inStructuredMode(wrapped(event)),
        inBinaryMode(wrapped(event)),
        inBinaryMode({
          ...wrapped(event),
          datacontenttype: 'application/cdevents+json; charset=utf-8',
        }),
        inBatch([wrapped(event)]),
      ]) {
        expect(receive(form)).toEqual(bare);
        expect(source.normalise(form)).toEqual(bare);
      }
      expect(
        statementsOf(receive(inBatch([wrapped(event), wrapped(event)]))),
      ).toHaveLength(2 * length);
    },
  );

  it('give this evidence', () => {
    const given = vocabulary.flatMap(({ predicate, event }) =>
      statementsOf(receive(inStructuredMode(wrapped(event)))).map(
        ({ type }) => `${predicate}: ${type}`,
      ),
    );
    expect(given).toEqual([
      'artifact.published: artifact-published',
      'artifact.signed: artifact-signed',
      'branch.deleted: reference-changed',
      'incident.detected: incident-detected',
      'incident.reported: incident-detected',
      'incident.resolved: incident-resolved',
      'pipelinerun.finished: pipeline-run-finished',
      'repository.created: settings-changed',
      'repository.deleted: settings-changed',
      'repository.modified: settings-changed',
      'service.deployed: service-deployed',
      'service.rolledback: service-rolled-back',
      'service.upgraded: service-deployed',
      'taskrun.finished: pipeline-task-finished',
      'testsuiterun.finished: test-suite-finished',
    ]);
  });

  it('are nothing to us when custom', () => {
    expect(receive(inStructuredMode(wrapped(customEvent())))).toEqual({
      outcome: 'normalised',
      statements: [],
    });
  });
});

describe('events of the official SDK', () => {
  const modes = (event: CloudEvent<unknown>): Delivery[] =>
    [
      HTTP.binary(event),
      HTTP.structured(event),
      {
        headers: { 'content-type': 'application/cloudevents-batch+json' },
        body: JSON.stringify([event, event]),
      },
    ].map(({ headers, body }) => ({
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name.toLowerCase(),
          String(value),
        ]),
      ),
      body:
        typeof body === 'string'
          ? bytes(body)
          : Uint8Array.from(body as Uint8Array),
    }));

  it.each(vocabulary.map(({ predicate, event }) => [predicate, event]))(
    'with %s are accepted in all modes',
    (_, event) => {
      const { data, ...attributes } = wrapped(event);
      for (const extras of [
        {},
        { subject: 'Straße € 😀 "q" 100%', traceparent: '00-ab-cd-01' },
        { subject: ' a  b ', partitionkey: 'köln', count: 5, flag: true },
        { time: undefined, dataschema: 'https://cdevents.dev/x' },
      ]) {
        const sent = new CloudEvent({
          ...attributes,
          ...extras,
          data,
        } as Partial<CloudEvent<unknown>>);
        const asBytes = new CloudEvent({
          ...attributes,
          ...extras,
          data: bytes(JSON.stringify(data)),
        } as Partial<CloudEvent<unknown>>);
        const expected = receive(message('application/json', event));
        for (const form of [...modes(sent), ...modes(asBytes)]) {
          const answer = receive(form);
          expect(statementsOf(answer).slice(0, 1)).toEqual(
            statementsOf(expected),
          );
          expect(answer).not.toHaveProperty('flaws');
        }
      }
    },
  );
});

describe('a batch', () => {
  const good = wrapped(used[0]!.event);

  it('may be empty', () => {
    expect(receive(inBatch([]))).toEqual({
      outcome: 'normalised',
      statements: [],
    });
  });

  it('names each event it can not read, and reads the others', () => {
    const answer = receive(
      inBatch([{ ...good, id: undefined }, good, [good], null]),
    );
    expect(answer).toEqual({
      outcome: 'normalised',
      statements: statementsOf(receive(inStructuredMode(good))),
      flaws: [
        'event 0: id missing',
        'event 2: a CloudEvent must be an object',
        'event 3: a CloudEvent must be an object',
      ],
    });
  });

  it('loses nothing to a bad event', () => {
    const bad = fc.oneof(
      fc.jsonValue(),
      fc
        .record({
          name: fc.constantFrom(...Object.keys(good)),
          value: fc.jsonValue(),
        })
        .map(({ name, value }) => ({ ...good, [name]: value, specversion: 2 })),
    );
    const goods = fc.shuffledSubarray(used.map(({ event }) => wrapped(event)));
    fc.assert(
      fc.property(goods, bad, fc.nat(), (events, odd, at) => {
        const place = at % (events.length + 1);
        const answer = receive(
          inBatch([...events.slice(0, place), odd, ...events.slice(place)]),
        );
        expect(statementsOf(answer)).toEqual(
          statementsOf(receive(inBatch(events))),
        );
        expect(answer).toMatchObject({
          flaws: [expect.stringMatching(`^event ${place}: `)],
        });
      }),
    );
  });

  it.each(['{}', '"x"', '7', 'null'])('is rejected when it is %s', body => {
    const { headers } = inBatch([]);
    expect(receive({ headers, body: bytes(body) })).toMatchObject({
      outcome: 'rejected',
      reason: 'CloudEvent: a batch must be a list',
    });
  });
});

describe('a delivery', () => {
  const event = used[0]!.event;
  const envelope = wrapped(event);

  it.each([
    ['structured', inStructuredMode(envelope)],
    ['a batch', inBatch([envelope])],
    ['bare', message('application/json', event)],
  ])('that is %s is kept byte for byte', (_, delivery) => {
    expect(kept(delivery)).toBe(delivery);
  });

  it('in binary mode is kept with its headers in its body', () => {
    const delivery = kept(inBinaryMode(envelope));
    expect(delivery.headers).toEqual({
      'content-type': 'application/cloudevents+json',
    });
    expect(JSON.parse(textOf(delivery))).toEqual(envelope);
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
      source.authenticate(carrying(authorization)(inStructuredMode(envelope))),
    ).toEqual({ outcome: 'refused', code });
  });
});

describe('the example of the README', () => {
  it.each([
    ['application/cloudevents+json', (it: unknown) => it],
    ['application/cloudevents-batch+json', (it: unknown) => [it]],
  ])('in the wrong type is told to come as %s', (type, form) => {
    const payload = form(wrapped(eventOf('service.deployed')));
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

describe('deliveryId', () => {
  const event = used[0]!.event;
  const envelope = wrapped(event);
  const { source: from, id } = event.context;

  it.each([
    ['structured', inStructuredMode(envelope)],
    ['binary', inBinaryMode(envelope)],
    ['bare', message('application/json', event)],
  ])('of a %s event is its source and id', (_, delivery) => {
    expect(source.deliveryId(delivery)).toBe(JSON.stringify([from, id]));
    expect(source.deliveryId(kept(delivery))).toBe(JSON.stringify([from, id]));
  });

  it.each(['source', 'id'])(
    'has at most 255 characters, whatever the %s',
    name => {
      const idOf = (text: string) =>
        source.deliveryId(inStructuredMode({ ...envelope, [name]: text }));
      const texts = ['x', 'ä', '😀', '\\', '"'].flatMap(char =>
        [100, 180, 220, 256, 50_000].map(length => char.repeat(length)),
      );
      const ids = texts.map(text => idOf(text)!);
      ids.forEach(one => expect(one.length).toBeLessThanOrEqual(255));
      expect(new Set(ids).size).toBe(texts.length);
      expect(texts.map(text => idOf(text)!)).toEqual(ids);
    },
  );

  it.each([
    ['context.source', { source: '\0' }],
    ['context.source', { source: 'a\ud800' }],
    ['context.id', { id: 'a\udfff' }],
  ])('does not keep a bad %s from being told', (place, fields) => {
    const bare = { ...event, context: { ...event.context, ...fields } };
    const delivery = message('application/json', bare);
    expect(source.deliveryId(delivery)).toMatch(/^[\x20-\x7e]+$/);
    expect(receive(delivery)).toEqual({
      outcome: 'rejected',
      reason: `CDEvent: ${place} has a NUL or half of a surrogate pair`,
    });
    const enveloped = inStructuredMode({ ...envelope, ...fields });
    expect(receive(enveloped)).toEqual({
      outcome: 'rejected',
      reason: expect.stringMatching(
        /^CloudEvent: (source|id) has characters no attribute may have$/,
      ),
    });
  });

  it.each([
    ['a batch', inBatch([envelope])],
    [
      'a batch that is none',
      message('application/cloudevents-batch+json', envelope),
    ],
    ['an event without id', inStructuredMode({ ...envelope, id: '' })],
    ['bad headers', inBinaryMode({ ...envelope, specversion: 'x' })],
    ['null', message('application/json', null)],
    ['no JSON', { headers: {}, body: bytes('{') }],
    ['nothing', { headers: {}, body: bytes('') }],
  ])('of %s is none', (_, delivery) => {
    expect(source.deliveryId(delivery)).toBeUndefined();
  });
});

describe('the events service', () => {
  const event = used[0]!.event;
  const expected = receive(message('application/json', event));
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
