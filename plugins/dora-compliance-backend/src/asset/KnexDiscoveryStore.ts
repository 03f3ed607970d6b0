import type {
  DiscoveryReport,
  DiscoveryView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../database/columns';
import type { DiscoveryStore } from './DiscoveryStore';

type DiscoveryRow = {
  source: string;
  state: 'complete' | 'failed';
  pipelines: number | null;
  failure: string | null;
  last_complete: StoredInstant | null;
  at: StoredInstant;
};

/** How discoveries go, in the database of the plugin. */
export class KnexDiscoveryStore implements DiscoveryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async note(report: DiscoveryReport): Promise<void> {
    const { source, state, pipelines, failure, at } = report;
    const isComplete = state === 'complete';
    // What a complete discovery found holds until the next complete one.
    const found = {
      ...(isComplete && { pipelines: pipelines ?? null, last_complete: at }),
    };
    const row = { source, state, failure: failure ?? null, at, ...found };
    await this.#knex('discovery')
      .insert(row)
      .onConflict('source')
      .merge(Object.keys(row).filter(column => column !== 'source'))
      .where('discovery.at', '<=', at);
  }

  async list(): Promise<DiscoveryView[]> {
    const rows: DiscoveryRow[] = await this.#knex('discovery').orderBy(
      'source',
    );
    return rows.map(row => ({
      source: row.source,
      state: row.state,
      ...(row.last_complete && {
        lastComplete: readInstant(row.last_complete),
      }),
      ...(row.pipelines !== null && { pipelines: row.pipelines }),
      ...(row.failure !== null && { failure: row.failure }),
      at: readInstant(row.at),
    }));
  }
}
