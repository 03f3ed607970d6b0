const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Larger bodies are not cached: they are rare, and need much memory. */
const LARGEST = 64 * 1024;

/** The body that was read last. */
let last: { body: Uint8Array; json: JsonBody } | undefined;

/** Clears the cache: whoever had the payload may have changed it. */
export function forgetLastBody(): void {
  last = undefined;
}

/**
 * The JSON of a body. Several steps read the same body one after the other, so
 * the last one is cached: it is decoded once and parsed once. Nobody must change
 * the bytes or the payload.
 *
 * @public
 */
export class JsonBody {
  readonly #body: Uint8Array;
  #text: string | undefined;
  #parsed: { payload: unknown } | undefined;

  /** The JSON of these bytes. */
  static of(body: Uint8Array): JsonBody {
    if (last?.body === body) {
      return last.json;
    }
    const json = new JsonBody(body);
    last = body.byteLength > LARGEST ? undefined : { body, json };
    return json;
  }

  private constructor(body: Uint8Array) {
    this.#body = body;
  }

  /**
   * The bytes as text; a byte order mark is no part of it.
   *
   * @throws TypeError when they are no UTF-8
   */
  get text(): string {
    this.#text ??= utf8.decode(this.#body);
    return this.#text;
  }

  /**
   * What the text says.
   *
   * @throws TypeError when the bytes are no UTF-8
   * @throws SyntaxError when the text is no JSON
   */
  get payload(): unknown {
    this.#parsed ??= { payload: JSON.parse(this.text) };
    return this.#parsed.payload;
  }
}
