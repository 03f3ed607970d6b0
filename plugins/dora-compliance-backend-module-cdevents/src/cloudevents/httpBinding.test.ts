import fc from 'fast-check';
import { attributeText } from '../__testUtils__/attributeText';
import {
  bytes,
  inBinaryMode,
  inStructuredMode,
  minimal,
  readMessage,
  decodeBody,
} from '../__testUtils__/messages';
import { readJsonData } from './CloudEvent';
import type { HttpMessage } from './HttpMessage';
import { toStructured } from './toStructured';

const binary = (
  headers: Record<string, string | undefined> = {},
  body = '{"a":1}',
): HttpMessage => ({
  headers: { ...inBinaryMode(minimal).headers, ...headers },
  body: bytes(body),
});

const request = (wire: string): HttpMessage => {
  const [head = '', body = ''] = wire.split('\n\n');
  const [, ...fields] = head.split('\n');
  return {
    headers: Object.fromEntries(
      fields.map(field => {
        const [name = '', ...value] = field.split(':');
        return [name.trim().toLowerCase(), value.join(':').trim()];
      }),
    ),
    body: bytes(body),
  };
};

describe('an HTTP request', () => {
  const attributes = {
    specversion: '1.0',
    type: 'bank.transfer.booked',
    source: 'https://bank.example/transfers?day=5',
    id: 'B-1',
    time: '2026-01-05T09:30:00Z',
    datacontenttype: 'application/json',
  };

  it.each([
    [
      'binary mode',
      `POST / HTTP/1.1
Host: in.example
ce-specversion: 1.0
ce-type: bank.transfer.booked
ce-time: 2026-01-05T09:30:00Z
ce-id: B-1
ce-source: https://bank.example/transfers?day=5
Content-Type: application/json

{"amount": 12.5}`,
    ],
    [
      'structured mode',
      `POST / HTTP/1.1
Host: in.example
Content-Type: application/cloudevents+json; charset=utf-8

{"specversion": "1.0", "type": "bank.transfer.booked", "id": "B-1",
 "time": "2026-01-05T09:30:00Z", "datacontenttype": "application/json",
 "source": "https://bank.example/transfers?day=5",
 "data": {"amount": 12.5}}`,
    ],
    [
      'structured mode, with data as bytes',
      `POST / HTTP/1.1
Content-Type: application/cloudevents+json

{"specversion": "1.0", "type": "bank.transfer.booked", "id": "B-1",
 "time": "2026-01-05T09:30:00Z", "datacontenttype": "application/json",
 "source": "https://bank.example/transfers?day=5",
 "data_base64": "eyJhbW91bnQiOiAxMi41fQ=="}`,
    ],
  ])('in %s is an event', (_, wire) => {
    const event = readMessage(request(wire));
    expect(event.attributes).toEqual(attributes);
    expect(readJsonData(event)).toEqual({ amount: 12.5 });
  });

  it.each(['0.1', '0.2', '0.3', '1.1', ''])(
    'of version %j is refused: CDEvents demand 1.0',
    specversion => {
      for (const received of [
        inBinaryMode({ ...minimal, specversion }),
        inStructuredMode({ ...minimal, specversion }),
      ]) {
        expect(() => readMessage(received)).toThrow(/specversion must/);
      }
    },
  );

  it('keeps data of another type as bytes, and extensions', () => {
    const event = {
      ...minimal,
      datacontenttype: 'text/plain',
      traceparent: '00-ab-cd-01',
      data_base64: Buffer.from('Guten Tag').toString('base64'),
    };
    for (const received of [inBinaryMode(event), inStructuredMode(event)]) {
      const { attributes: said, bytes: raw } = readMessage(received);
      expect(said).toMatchObject({ traceparent: '00-ab-cd-01' });
      expect(new TextDecoder().decode(raw)).toBe('Guten Tag');
    }
  });
});

describe('an event', () => {
  const name = fc
    .stringMatching(/^[a-z0-9]{1,20}$/)
    .filter(
      one =>
        one !== 'data' &&
        !['time', 'subject', 'dataschema', 'datacontenttype'].includes(one),
    );
  const filled = attributeText.filter(value => value !== '');
  const event = fc.record(
    {
      id: filled,
      source: filled,
      type: filled,
      subject: filled,
      extensions: fc.dictionary(name, attributeText, { maxKeys: 3 }),
      data: fc.jsonValue(),
    },
    { requiredKeys: ['id', 'source', 'type', 'extensions'] },
  );

  it('is the same in binary and in structured mode', () => {
    fc.assert(
      fc.property(event, ({ extensions, data, ...attributes }) => {
        const envelope = {
          ...extensions,
          ...attributes,
          specversion: '1.0',
          datacontenttype: 'application/json',
          ...(data !== undefined && { data }),
        };
        expect(readMessage(inBinaryMode(envelope))).toEqual(
          readMessage(inStructuredMode(envelope)),
        );
      }),
    );
  });

  it('keeps any bytes that are no JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), body => {
        const received = readMessage({
          headers: {
            ...binary().headers,
            'content-type': 'application/octet-stream',
          },
          body,
        });
        expect(received.bytes).toEqual(Uint8Array.from(body));
      }),
    );
  });
});

describe('toStructured', () => {
  it('keeps JSON data letter by letter', () => {
    const data = '{ "n": 12345678901234567890, "n": 1e400 }';
    const structured = toStructured(binary({}, data));
    expect(decodeBody(structured)).toContain(`"data":${data}}`);
  });

  it('drops the headers it wrote into the body, and no others', () => {
    expect(toStructured(binary({ 'x-other': 'kept' })).headers).toEqual({
      'content-type': 'application/cloudevents+json',
      'x-other': 'kept',
    });
  });

  it('tells events apart by their headers', () => {
    expect(decodeBody(toStructured(binary({ 'ce-id': '1' })))).not.toBe(
      decodeBody(toStructured(binary({ 'ce-id': '2' }))),
    );
  });

  it.each([
    ['structured', inStructuredMode(minimal)],
    ['no event', { headers: {}, body: bytes('{}') }],
  ])('leaves what is %s as it is', (_, message) => {
    expect(toStructured(message)).toBe(message);
  });

  it.each([
    ['ce-id', { 'ce-id': undefined }, /^id missing/],
    ['an empty source', { 'ce-source': '' }, /^source must not be empty/],
    ['a version to come', { 'ce-specversion': '2.0' }, /^specversion must/],
    ['a bad time', { 'ce-time': '2018-04-05' }, /^time must/],
    ['a bad name', { 'ce-my-ext': 'x' }, /^"my-ext" can't name/],
    ['ce-data', { 'ce-data': 'x' }, /^"data" can't name/],
    ['the type twice', { 'ce-datacontenttype': 'a/b' }, /^datacontenttype/],
    ['no UTF-8', { 'ce-subject': '%C0%A0' }, /^subject encodes bytes/],
    ['a control character', { 'ce-subject': 'a%0Ab' }, /^subject has char/],
    ['another charset', { 'content-type': 'a/json;charset=latin1' }, /latin1/],
    [
      'another format',
      { 'content-type': 'application/cloudevents+avro' },
      /avro/,
    ],
    ['a bad type', { 'content-type': 'json' }, /^datacontenttype must/],
  ])('refuses %s', (_, headers, reason) => {
    expect(() => toStructured(binary(headers))).toThrow(reason);
  });

  it('refuses JSON that is none', () => {
    expect(() => toStructured(binary({}, '{'))).toThrow();
  });
});
