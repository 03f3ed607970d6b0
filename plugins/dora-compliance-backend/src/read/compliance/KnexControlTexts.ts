import {
  Control,
  type Digest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';

/** Controls as they were when results were decided by them. */
export class KnexControlTexts {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Undefined if it was not installed since texts are kept, or can't be read. */
  async find(digest: Digest): Promise<Control | undefined> {
    const row: { body: string } | undefined = await this.#knex('control_text')
      .where('digest', digest)
      .first('body');
    return row && Control.safeParse(JSON.parse(row.body)).data;
  }
}
