import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

/** The one row of the table. */
const ID = 1;

/**
 * The encryption key of cursors, stored in the database so that all replicas
 * share it. The first replica creates it.
 */
export class KnexCursorKey {
  readonly #knex: Knex;
  #known: Promise<Buffer> | undefined;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The key that this replica has. */
  async current(): Promise<Buffer> {
    this.#known ??= this.#read();
    try {
      return await this.#known;
    } catch (error) {
      this.#known = undefined;
      throw error;
    }
  }

  /** The key that is in the database now; undefined if it did not change. */
  async changed(): Promise<Buffer | undefined> {
    const before = await this.current();
    this.#known = this.#read();
    const now = await this.current();
    return now.equals(before) ? undefined : now;
  }

  async #read(): Promise<Buffer> {
    return (await this.#find()) ?? (await this.#create());
  }

  async #find(): Promise<Buffer | undefined> {
    const row: { key: string } | undefined = await this.#knex('cursor_key')
      .where('id', ID)
      .first('key');
    return row && Buffer.from(row.key, 'hex');
  }

  /** If another replica is faster, its key is used. */
  async #create(): Promise<Buffer> {
    await this.#knex('cursor_key')
      .insert({ id: ID, key: randomBytes(32).toString('hex') })
      .onConflict('id')
      .ignore();
    const key = await this.#find();
    if (!key) {
      throw new Error('The key of cursors was deleted while it was made');
    }
    return key;
  }
}
