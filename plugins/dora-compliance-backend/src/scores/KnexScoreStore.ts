import type { Knex } from 'knex';
import { beginFirstSweep, endFirstSweep } from './KnexBeginRecord';
import { foldScores, requireFormula } from './KnexFoldScores';
import { reconstructScores } from './past/KnexReconstructScores';

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

  /** Computes the past of some assets; returns how many. */
  reconstruct(
    options: Parameters<typeof reconstructScores>[1],
  ): Promise<number> {
    return reconstructScores(this.#knex, options);
  }

  /** Notes that a sweep of the catalog begins. */
  beginSweep(): Promise<void> {
    return beginFirstSweep(this.#knex);
  }

  /** Notes that a sweep of the catalog has read everything. */
  endSweep(): Promise<void> {
    return endFirstSweep(this.#knex);
  }

  /** Whether no score is to be brought up to date. */
  async isIdle(): Promise<boolean> {
    return !(await this.#knex('score_queue').first('number'));
  }

  /** Queues all assets if their scores have another formula. */
  requireFormula(): Promise<void> {
    return requireFormula(this.#knex);
  }
}
