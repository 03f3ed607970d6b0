import {
  computeDigest,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ConditionalCache } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import { redact, type RedactionScope } from '../../ledger/redact/redact';
import { RedactionTooCostly } from '../../ledger/redact/RedactionWork';
import { shiftInstant } from '../../kernel/worker/shiftInstant';

/** The largest answer that is kept, in characters. */
const MAX_BODY = 512 * 1024;

/** How many answers are kept of all sources. */
const MAX_ANSWERS = 20_000;

/** How long an answer nobody asked for again is kept: two weeks. */
const KEPT = 14 * 24 * 60 * 60 * 1000;

/**
 * Answers of one source for conditional requests. What holds secrets or
 * personal data that is not to be kept is not kept here either.
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
      body.length <= MAX_BODY &&
      (await this.#holdsNothing(body));
    if (!mayBeKept) {
      // What was kept before is not what the source says now.
      await this.#knex('collection_cache').where(of).delete();
      return;
    }
    await this.#knex('collection_cache')
      .insert({ ...of, etag: answer.etag, body, used_at: this.#now() })
      .onConflict(['source_id', 'url_digest'])
      .merge();
  }

  /** Whether a body holds nothing that must not be kept. */
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

/** Forgets answers that are old or too many, those not used longest first. */
export async function pruneCache(
  knex: Knex,
  now: Instant,
  most = MAX_ANSWERS,
): Promise<void> {
  await knex('collection_cache')
    .where('used_at', '<', shiftInstant(now, -KEPT))
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
