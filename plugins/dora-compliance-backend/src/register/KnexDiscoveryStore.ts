import type {
  DiscoveryReport,
  DiscoveryView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../kernel/database/columns';
import { whereVisible } from '../permissions/KnexVisible';
import type { Visibility } from '../permissions/Visibility';
import type { DiscoveryStore } from './DiscoveryStore';

type DiscoveryRow = {
  source: string;
  state: 'complete' | 'failed';
  pipelines: number | null;
  failure: string | null;
  last_complete: StoredInstant | null;
  at: StoredInstant;
};

/** The state of discoveries, in the database of the plugin. */
export class KnexDiscoveryStore implements DiscoveryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async note(report: DiscoveryReport): Promise<void> {
    const { source, state, pipelines, failure, at } = report;
    const isComplete = state === 'complete';
    // The results of a complete discovery are valid until the next complete
    // one.
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

  async list(visible: Visibility = 'all'): Promise<DiscoveryView[]> {
    const rows: DiscoveryRow[] = await this.#knex('discovery').orderBy(
      'source',
    );
    if (visible === 'all') {
      return rows.map(toView);
    }
    const readable = await this.#ofVisible(rows, visible);
    return rows
      .filter(({ source }) => readable.has(source))
      .map(row => {
        const { pipelines, failure, ...view } = toView(row);
        return view;
      });
  }

  /** Discoveries that include an asset that may be read. */
  async #ofVisible(
    rows: readonly DiscoveryRow[],
    visible: Visibility,
  ): Promise<Set<string>> {
    const found: string[] = await this.#knex
      .with(
        'readable',
        whereVisible(
          this.#knex('asset_identifier').select('subject_key'),
          this.#knex,
          'entity_ref',
          visible,
        ),
      )
      .from('discovery')
      .where(either => {
        either.whereRaw('1 = 0');
        for (const { source } of rows) {
          either.orWhere(one =>
            one
              .where('source', source)
              .whereExists(withPrefix(this.#knex, listPrefixes(source))),
          );
        }
      })
      .pluck('source');
    return new Set(found);
  }
}

/** The prefixes of the keys that a discovery covers. */
function listPrefixes(source: string): string[] {
  const [host = '', ...rest] = source
    .slice(source.indexOf(':') + 1)
    .toLowerCase()
    .split('/');
  const path = rest.join('/');
  return [
    ...['https', 'http'].map(
      scheme => `repository|${scheme}://${[host, ...rest].join('/')}/`,
    ),
    ...(path === ''
      ? [`pipeline|urn:cicd:${host}:`]
      : ['/', ':'].map(end => `pipeline|urn:cicd:${host}:${path}${end}`)),
  ];
}

function withPrefix(knex: Knex, prefixes: readonly string[]) {
  return knex('readable')
    .select(knex.raw('1'))
    .where(either => {
      for (const prefix of prefixes) {
        either.orWhereRaw("readable.subject_key LIKE ? ESCAPE '\\'", [
          `${prefix.replace(/[\\%_]/g, '\\$&')}%`,
        ]);
      }
    });
}

function toView(row: DiscoveryRow): DiscoveryView {
  return {
    source: row.source,
    state: row.state,
    ...(row.last_complete && {
      lastComplete: readInstant(row.last_complete),
    }),
    ...(row.pipelines !== null && { pipelines: row.pipelines }),
    ...(row.failure !== null && { failure: row.failure }),
    at: readInstant(row.at),
  };
}
