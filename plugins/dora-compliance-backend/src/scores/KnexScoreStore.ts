import type { Knex } from 'knex';
import { foldScores, requireFormula } from './KnexFoldScores';

/** Scores and totals in the database of the plugin. */
export class KnexScoreStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Brings scores up to date with some entries of the queue; returns how many. */
  fold(options: Parameters<typeof foldScores>[1]): Promise<number> {
    return foldScores(this.#knex, options);
  }

  /** Queues all assets if their scores have another formula. */
  requireFormula(): Promise<void> {
    return requireFormula(this.#knex);
  }
}
