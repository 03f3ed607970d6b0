import type { Knex } from 'knex';
import { isSqlite } from '../kernel/database/isSqlite';

type Statement = { sql: string; bindings: readonly unknown[] };

type PostgresNode = {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: PostgresNode[];
};

/**
 * What the statements of a page read, by the plans of the database and not by
 * the time they take.
 */
export class RowsRead {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The statements that some work runs. */
  async recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
    const statements: Statement[] = [];
    const note = (query: Statement) => statements.push(query);
    this.#knex.on('query', note);
    try {
      await work();
    } finally {
      this.#knex.removeListener('query', note);
    }
    return statements;
  }

  /**
   * Steps that read whole tables or sort what they read. SQLite plans without
   * statistics; PostgreSQL shows how many rows each step really read, and one
   * that read more than a limit is one.
   */
  async longSteps(
    work: () => Promise<unknown>,
    limit: number,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const { sql, bindings } of await this.recordStatements(work)) {
      found.push(
        ...(isSqlite(this.#knex)
          ? await this.#stepsOnSqlite(sql, bindings)
          : await this.#stepsOnPostgres(sql, bindings, limit)),
      );
    }
    return found;
  }

  async #stepsOnSqlite(sql: string, bindings: readonly unknown[]) {
    const rows: { detail: string }[] = await this.#knex.raw(
      `EXPLAIN QUERY PLAN ${sql}`,
      bindings as Knex.RawBinding[],
    );
    const tables = new Set(await this.#tablesOnSqlite());
    return rows
      .map(({ detail }) => detail)
      .filter(detail => {
        const [, table = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
        // A scan in the order of an index ends with the page.
        const isLong = tables.has(table) && !detail.includes(' USING ');
        return isLong || detail.startsWith('USE TEMP B-TREE');
      })
      .map(detail => `${detail}: ${sql.slice(0, 150)}…`);
  }

  async #tablesOnSqlite(): Promise<string[]> {
    return this.#knex('sqlite_schema').where('type', 'table').pluck('name');
  }

  async #stepsOnPostgres(
    sql: string,
    bindings: readonly unknown[],
    limit: number,
  ) {
    // Statements are noted as the driver gets them, with $1 for the first.
    const text = sql.replace(/\$\d+/g, '?');
    const { rows } = await this.#knex.raw(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
      bindings as Knex.RawBinding[],
    );
    const nodes: PostgresNode[] = [rows[0]['QUERY PLAN'][0].Plan];
    const found: string[] = [];
    for (const node of nodes) {
      nodes.push(...(node.Plans ?? []));
      const read =
        node['Actual Loops'] *
        (node['Actual Rows'] +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Join Filter'] ?? 0));
      if (read > limit) {
        found.push(
          `${node['Node Type']} read ${read} rows: ${text.slice(0, 150)}…`,
        );
      }
    }
    return found;
  }
}
