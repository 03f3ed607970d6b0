import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

/** The one row of the table. */
const ID = 1;

/**
 * The key of cursors, kept in the database so that all replicas have the same.
 * The replica that asks first makes it.
 */
export class KnexCursorKey {
  readonly #knex: Knex;
  #known: Promise<Buffer> | undefined;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The key as this replica knows it. */
  async current(): Promise<Buffer> {
    this.#known ??= this.#read();
    try {
      return await this.#known;
    } catch (error) {
      this.#known = undefined;
      throw error;
    }
  }

  /** The key as it is in the database now; undefined when it is the same. */
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

  /** Another replica may be faster; then its key is the one. */
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
