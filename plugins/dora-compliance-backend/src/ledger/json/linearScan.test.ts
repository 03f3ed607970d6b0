import { MAX_BODY_SIZE } from '../receive/deliveryFault';
import { hostileJson } from '../redact/__testUtils__/hostileTexts';
import { readThrough } from '../redact/jsonValues';
import { findAmbiguity } from './ambiguity';
import { isDeeperThan } from './isDeeperThan';

/** A text that counts how many of its characters are looked at. */
class CountedText {
  visits = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  charCodeAt(at: number): number {
    this.visits += 1;
    return this.#text.charCodeAt(at);
  }

  indexOf(searched: string, from: number): number {
    const found = this.#text.indexOf(searched, from);
    this.visits += (found < 0 ? this.#text.length : found) - from;
    return found;
  }

  slice(from: number, to: number): string {
    this.visits += to - from;
    return this.#text.slice(from, to);
  }
}

const scanners: Record<string, (text: string) => unknown> = {
  isDeeperThan: text => isDeeperThan(text, 100),
  findAmbiguity: text => findAmbiguity({ text, payload: undefined }),
  readThrough: text => readThrough(text, 0),
};

describe.each(Object.entries(scanners))('%s', (_, scan) => {
  it.each(Object.entries(hostileJson))(
    'looks at each character a few times: %s',
    (__, make) => {
      const text = make(MAX_BODY_SIZE - 1024);
      const counted = new CountedText(text);
      expect(scan(counted as unknown as string)).toEqual(scan(text));
      expect(counted.visits).toBeGreaterThan(0);
      expect(counted.visits).toBeLessThan(4 * text.length);
    },
  );
});
