import {
  computeDigest,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ConditionalCache } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import { redact, type RedactionScope } from '../../ledger/redact/redact';
import { RedactionTooCostly } from '../../ledger/redact/RedactionWork';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import { sourceDefaults } from '../sourceDefaults';

/**
 * Answers of one source for conditional requests. An answer with secrets or
 * unwanted personal data is not stored.
 */
export class KnexConditionalCache implements ConditionalCache {
  readonly #knex: Knex;
  readonly #sourceId: string;
  readonly #redaction: RedactionScope;
  readonly #now: () => Instant;

  constructor(options: {
    knex: Knex;
    sourceId: string;
    redaction: RedactionScope;
    now: () => Instant;
  }) {
    this.#knex = options.knex;
    this.#sourceId = options.sourceId;
    this.#redaction = options.redaction;
    this.#now = options.now;
  }

  async get(url: string): Promise<{ etag: string; body: unknown } | undefined> {
    const of = this.#findRow(url);
    const row: { etag: string; body: string } | undefined = await this.#knex(
      'collection_cache',
    )
      .where(of)
      .first('etag', 'body');
    if (!row) {
      return undefined;
    }
    await this.#knex('collection_cache')
      .where(of)
      .update({ used_at: this.#now() });
    return { etag: row.etag, body: JSON.parse(row.body) };
  }

  async set(url: string, answer: { etag: string; body: unknown }) {
    const of = this.#findRow(url);
    const body = JSON.stringify(answer.body);
    const mayBeKept =
      body !== undefined &&
      body.length <= sourceDefaults.cachedCharacters &&
      (await this.#holdsNothing(body));
    if (!mayBeKept) {
      // The stored answer is out of date.
      await this.#knex('collection_cache').where(of).delete();
      return;
    }
    await this.#knex('collection_cache')
      .insert({ ...of, etag: answer.etag, body, used_at: this.#now() })
      .onConflict(['source_id', 'url_digest'])
      .merge();
  }

  /** Whether a body has nothing to redact. */
  async #holdsNothing(body: string): Promise<boolean> {
    try {
      const { redactions } = await redact(body, this.#redaction);
      return redactions.length === 0;
    } catch (error) {
      if (error instanceof RedactionTooCostly) {
        return false;
      }
      throw error;
    }
  }

  #findRow(url: string) {
    return { source_id: this.#sourceId, url_digest: computeDigest(url) };
  }
}

/** Removes answers that are old or too many, the least recently used first. */
export async function pruneCache(
  knex: Knex,
  now: Instant,
  most: number = sourceDefaults.cachedResponses,
): Promise<void> {
  await knex('collection_cache')
    .where('used_at', '<', shiftInstant(now, -sourceDefaults.cachedFor))
    .delete();
  const tooOld = await knex('collection_cache')
    .orderBy('used_at', 'desc')
    .offset(most)
    .first('used_at');
  if (tooOld) {
    await knex('collection_cache')
      .where('used_at', '<=', tooOld.used_at)
      .delete();
  }
}
