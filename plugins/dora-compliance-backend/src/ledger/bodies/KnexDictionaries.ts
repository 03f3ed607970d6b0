import { randomInt } from 'node:crypto';
import { isAtLeast } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { ReceivedDocument } from '../ReceivedDocument';
import { type Dictionary, dictionaryFrom } from './encodeBody';
import { kindOfBody } from './kindOfBody';

/** How many kinds of payloads of a source get a dictionary in a month. */
const MAX_KINDS = 64;

/** How many dictionaries are cached; each has up to 32 KiB. */
const MAX_CACHED = 256;

/** The largest number of a dictionary: its column holds 32 bits. */
const MAX_NUMBER = 2 ** 31 - 1;

type Found = Dictionary | 'none';

/**
 * The dictionaries that bodies are compressed with. The first payload of a kind
 * in a month is the dictionary of the following ones, which are mostly the
 * same. Each month has its own, so that old dictionaries can be deleted
 * together with the documents that need them.
 */
export class KnexDictionaries {
  readonly #knex: Knex;
  readonly #byKind = new Map<string, Found>();
  readonly #byNumber = new Map<number, Uint8Array>();
  /** The dictionaries that this process created, by digest. */
  readonly #made = new Map<string, true>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The dictionary for a document; creates one from it if there is none. */
  async for(received: ReceivedDocument): Promise<Dictionary | undefined> {
    const { sourceId, receivedAt } = received.document;
    const of = {
      source_id: sourceId,
      kind: kindOfBody(received),
      month: receivedAt.slice(0, 7),
    };
    const key = JSON.stringify(of);
    const cached = this.#byKind.get(key);
    const found = cached ?? (await this.#findOrMake(of, received));
    if (!cached && found) {
      put(this.#byKind, key, found);
    }
    return found === 'none' ? undefined : found;
  }

  /** Clears the cache of dictionaries: the database lacks one of them. */
  forget(): void {
    this.#byKind.clear();
    this.#made.clear();
  }

  /** The bytes of dictionaries by their numbers. */
  async read(
    numbers: Iterable<number>,
  ): Promise<ReadonlyMap<number, Uint8Array>> {
    const found = new Map<number, Uint8Array>();
    const unread: number[] = [];
    for (const number of new Set(numbers)) {
      const bytes = this.#byNumber.get(number);
      if (bytes) {
        found.set(number, bytes);
      } else {
        unread.push(number);
      }
    }
    if (unread.length > 0) {
      const rows: Dictionary[] = await this.#knex('body_dictionary')
        .whereIn('number', unread)
        .select('number', 'bytes');
      for (const { number, bytes } of rows) {
        put(this.#byNumber, number, bytes);
        found.set(number, bytes);
      }
    }
    return found;
  }

  /** Undefined if there is none yet, but may be one later. */
  async #findOrMake(
    of: { source_id: string; kind: string; month: string },
    { document, body }: ReceivedDocument,
  ): Promise<Found | undefined> {
    const find = (): Promise<Dictionary | undefined> =>
      this.#knex('body_dictionary').where(of).first('number', 'bytes');
    const known = await find();
    if (known) {
      return known;
    }
    // Only authenticated senders choose a dictionary: it affects a whole month.
    if (!isAtLeast(document.verification, 'authenticated')) {
      return undefined;
    }
    if (await this.#cameBefore(document.digest)) {
      return undefined;
    }
    const { source_id, month } = of;
    const [row] = await this.#knex('body_dictionary')
      .where({ source_id, month })
      .count({ n: '*' });
    if (Number(row?.n) >= MAX_KINDS) {
      return 'none';
    }
    // Nothing is awaited in between, however many deliveries of the same bytes
    // arrive at once.
    if (this.#made.has(document.digest)) {
      return undefined;
    }
    put(this.#made, document.digest, true);
    await this.#knex('body_dictionary')
      .insert({
        // A sequence can issue a number again after a backup was restored;
        // caches would confuse two dictionaries.
        number: randomInt(1, MAX_NUMBER),
        ...of,
        bytes: Buffer.from(dictionaryFrom(body)),
      })
      .onConflict(['source_id', 'kind', 'month'])
      .ignore();
    return find();
  }

  /** A captured body can be sent again under any event, without the secret. */
  async #cameBefore(digest: string): Promise<boolean> {
    const again = await this.#knex('document')
      .where('digest', digest)
      .first('number');
    return again !== undefined;
  }
}

/** Caches an entry; the oldest is removed. */
function put<K, V>(cache: Map<K, V>, key: K, value: V) {
  const [oldest] = cache.keys();
  if (cache.size >= MAX_CACHED && oldest !== undefined) {
    cache.delete(oldest);
  }
  cache.set(key, value);
}
