import fc from 'fast-check';
import { attributeText } from '../__testUtils__/attributeText';
import { encodeHeaderValue } from '../__testUtils__/messages';
import { decodeHeaderValue } from './decodeHeaderValue';

describe('decodeHeaderValue', () => {
  it.each([
    ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
    ['%e2%82%ac', '€'],
    ['%41%42', 'AB'],
    ['%2541', '%41'],
    ['"a \\"quoted\\" b"', 'a "quoted" b'],
    ['"100%25"', '100%'],
    ['a "b c" d', 'a b c d'],
    ['100% sure', '100% sure'],
    ['5" disk', '5" disk'],
    ['Stra\u00c3\u009fe', 'Straße'],
    ['Stra\u00dfe', 'Straße'],
    ['Straße €', 'Straße €'],
    ['%EF%BB%BFx', '\ufeffx'],
    ['', ''],
  ])('reads %j as %j', (value, expected) => {
    expect(decodeHeaderValue(value)).toBe(expected);
  });

  it.each(['%C0%A0', '%FF', '%ED%A0%80', '%E2%82'])(
    'refuses %s, which is no UTF-8',
    value => {
      expect(() => decodeHeaderValue(value)).toThrow();
    },
  );

  it('undoes the encoding of any text', () => {
    fc.assert(
      fc.property(attributeText, value => {
        expect(decodeHeaderValue(encodeHeaderValue(value))).toBe(value);
      }),
    );
  });
});
