import { minimal } from '../__testUtils__/messages';
import { readJsonData, readCloudEvent } from './CloudEvent';

describe('readCloudEvent', () => {
  it.each([
    [
      { ext: 5, flag: true, absent: null, time: null },
      { ext: 5, flag: true },
    ],
    [{ time: '2018-04-05t03:56:24.123456789z' }, {}],
  ])('reads %j', (members, expected) => {
    expect(readCloudEvent({ ...minimal, ...members }).attributes).toEqual(
      expect.objectContaining(expected),
    );
  });

  it.each([
    [{ data: 1, data_base64: 'YQ==' }, 'exclude each other'],
    [{ data: null, data_base64: 'YQ==' }, 'exclude each other'],
    [{ data_base64: 'YQ=' }, 'data_base64 must be base64'],
    [{ data_base64: 7 }, 'data_base64 must be base64'],
    [{ ext: 1.5 }, 'ext must be'],
    [{ ext: 2 ** 31 }, 'ext must be'],
    [{ ext: {} }, 'ext must be'],
    [{ Ext: 'x' }, "can't name"],
    [{ id: 7 }, 'id must be a text'],
    [{ id: null }, 'id missing'],
    [{ specversion: '0.3' }, 'specversion must be 1.0'],
    [{ subject: 'a\ud800' }, 'subject has characters'],
    [{ time: '2018-04-05T03:56:24' }, 'time must be'],
  ])('refuses %j', (members, reason) => {
    expect(() => readCloudEvent({ ...minimal, ...members })).toThrow(reason);
  });

  it('tells a null payload from none', () => {
    expect(readJsonData(readCloudEvent({ ...minimal, data: null }))).toBeNull();
    expect(() => readJsonData(readCloudEvent(minimal))).toThrow('data missing');
  });

  it('reads JSON given as bytes, and nothing else', () => {
    const coded = { ...minimal, data_base64: 'eyJhIjoxfQ==' };
    expect(readJsonData(readCloudEvent(coded))).toEqual({ a: 1 });
    expect(() =>
      readJsonData(readCloudEvent({ ...coded, datacontenttype: 'text/xml' })),
    ).toThrow('must be JSON');
  });
});
