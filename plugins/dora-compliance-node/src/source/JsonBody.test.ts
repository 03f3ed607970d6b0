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

  it('knows equal bytes of another delivery apart', () => {
    expect(JsonBody.of(bytes('{}')).payload).not.toBe(
      JsonBody.of(bytes('{}')).payload,
    );
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
