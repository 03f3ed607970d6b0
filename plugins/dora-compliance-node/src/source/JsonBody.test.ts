import { JsonBody } from './JsonBody';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('JsonBody', () => {
  it('decodes and parses the same bytes once', () => {
    const body = bytes('{"a":[1]}');
    const parse = jest.spyOn(JSON, 'parse');
    const first = JsonBody.of(body);
    expect(first.payload).toEqual({ a: [1] });
    expect(JsonBody.of(body).payload).toBe(first.payload);
    expect(first.text).toBe('{"a":[1]}');
    expect(parse).toHaveBeenCalledTimes(1);
    parse.mockRestore();
  });

  it('caches the last body only, and no large one', () => {
    const [one, other] = [bytes('{}'), bytes('{}')];
    const first = JsonBody.of(one);
    expect(JsonBody.of(other)).not.toBe(first);
    expect(JsonBody.of(one)).not.toBe(first);
    const large = bytes(`"${'x'.repeat(100_000)}"`);
    expect(JsonBody.of(large)).not.toBe(JsonBody.of(large));
  });

  it('has null as a payload, and no byte order mark', () => {
    expect(JsonBody.of(bytes('\ufeffnull')).payload).toBeNull();
  });

  it('throws each time when there is no JSON', () => {
    const broken = JsonBody.of(bytes('{'));
    expect(() => broken.payload).toThrow(/JSON/);
    expect(() => broken.payload).toThrow(/JSON/);
    expect(() => JsonBody.of(Uint8Array.of(0xff)).text).toThrow(/utf-8/i);
  });
});
