import { bare, kept, receive, source } from './__testUtils__/cdeventsSource';
import { used } from './__testUtils__/events';
import {
  bytes,
  inBatch,
  inBinaryMode,
  inStructuredMode,
  message,
  wrapped,
} from './__testUtils__/messages';

describe('deliveryId', () => {
  const event = used[0]!;
  const envelope = wrapped(event);
  const { source: from, id } = event.context;

  it.each([
    ['structured', inStructuredMode(envelope)],
    ['binary', inBinaryMode(envelope)],
    ['bare', bare(event)],
  ])('of a %s event is its source and id', (_, delivery) => {
    expect(source.deliveryId(delivery)).toBe(JSON.stringify([from, id]));
    expect(source.deliveryId(kept(delivery))).toBe(JSON.stringify([from, id]));
  });

  it.each(['source', 'id'])(
    'has at most 255 characters, whatever the %s',
    name => {
      const readId = (text: string) =>
        source.deliveryId(inStructuredMode({ ...envelope, [name]: text }));
      const texts = ['x', 'ä', '😀', '\\', '"'].flatMap(char =>
        [100, 180, 220, 256, 50_000].map(length => char.repeat(length)),
      );
      const ids = texts.map(text => readId(text)!);
      ids.forEach(one => expect(one.length).toBeLessThanOrEqual(255));
      expect(new Set(ids).size).toBe(texts.length);
      expect(texts.map(text => readId(text)!)).toEqual(ids);
    },
  );

  it.each([
    ['context.source', { source: '\0' }],
    ['context.source', { source: 'a\ud800' }],
    ['context.id', { id: 'a\udfff' }],
  ])('does not keep a bad %s from being told', (place, fields) => {
    const odd = { ...event, context: { ...event.context, ...fields } };
    const delivery = bare(odd);
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
