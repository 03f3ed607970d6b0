const utf8 = new TextDecoder('utf-8', { fatal: true });

const known = new WeakMap<Uint8Array, JsonBody>();

/**
 * The JSON of a body, decoded once and parsed once. Several steps read the same
 * body, so both are cached for as long as the bytes are in use. Nobody must
 * change the bytes or the payload.
 *
 * @public
 */
export class JsonBody {
  readonly #body: Uint8Array;
  #text: string | undefined;
  #parsed: { payload: unknown } | undefined;

  /** The JSON of these bytes; the same object for the same bytes. */
  static of(body: Uint8Array): JsonBody {
    const found = known.get(body) ?? new JsonBody(body);
    known.set(body, found);
    return found;
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
