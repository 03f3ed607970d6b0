import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { CloudEvent, HTTP } from 'cloudevents';
import fc from 'fast-check';
import {
  bare,
  enveloped,
  readEvidence,
  receive,
  source,
  expectStatements,
} from './__testUtils__/cdeventsSource';
import { customEvent, used, vocabulary } from './__testUtils__/events';
import {
  bytes,
  inBatch,
  inBinaryMode,
  inStructuredMode,
  wrapped,
} from './__testUtils__/messages';

describe('the events of the vocabulary', () => {
  it('are 48', () => {
    expect(vocabulary).toHaveLength(48);
  });

  it.each(vocabulary)('%s says the same in every form', (_, event) => {
    const told = receive(bare(event));
    expect(told).not.toHaveProperty('flaws');
    const { length } = expectStatements(told);
    for (const form of [
      ...enveloped(event),
      inBinaryMode({
        ...wrapped(event),
        datacontenttype: 'application/cdevents+json; charset=utf-8',
      }),
    ]) {
      expect(receive(form)).toEqual(told);
      expect(source.normalise(form)).toEqual(told);
    }
    expect(
      expectStatements(receive(inBatch([wrapped(event), wrapped(event)]))),
    ).toHaveLength(2 * length);
  });

  it('give this evidence', () => {
    expect(readEvidence(vocabulary)).toEqual([
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

  it.each(vocabulary)('with %s are accepted in all modes', (_, event) => {
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
      const expected = receive(bare(event));
      for (const form of [...modes(sent), ...modes(asBytes)]) {
        const answer = receive(form);
        expect(expectStatements(answer).slice(0, 1)).toEqual(
          expectStatements(expected),
        );
        expect(answer).not.toHaveProperty('flaws');
      }
    }
  });
});

describe('a batch', () => {
  const good = wrapped(used[0]!);

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
      statements: expectStatements(receive(inStructuredMode(good))),
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
    const goods = fc.shuffledSubarray(used.map(event => wrapped(event)));
    fc.assert(
      fc.property(goods, bad, fc.nat(), (events, odd, at) => {
        const place = at % (events.length + 1);
        const answer = receive(
          inBatch([...events.slice(0, place), odd, ...events.slice(place)]),
        );
        expect(expectStatements(answer)).toEqual(
          expectStatements(receive(inBatch(events))),
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
