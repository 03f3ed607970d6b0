import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Knex } from 'knex';

/** What is used of a connection of node-postgres. */
type Connection = {
  connection: { stream: Socket };
  query: (...args: unknown[]) => unknown;
};

/** Statements that differ in their values only, and how long they were awaited. */
export type StatementFigures = {
  text: string;
  calls: number;
  milliseconds: number;
};

/** Counts what goes between this process and the database, transactions too. */
export class Traffic {
  readonly #connections = new Set<Connection>();
  readonly #byText = new Map<string, StatementFigures>();
  #bytesBefore = 0;

  constructor(knex: Knex) {
    knex.client.pool.on('acquireSuccess', (_: number, used: Connection) => {
      if (!this.#connections.has(used)) {
        this.#connections.add(used);
        this.#listenTo(used);
      }
    });
  }

  /** Counts from now. */
  begin(): void {
    this.#byText.clear();
    this.#bytesBefore = this.#allBytes();
  }

  /** Bytes that came from the database. */
  get bytes(): number {
    return this.#allBytes() - this.#bytesBefore;
  }

  get statements(): number {
    return this.#sum(({ calls }) => calls);
  }

  /** For how many seconds answers were awaited. */
  get awaited(): number {
    return this.#sum(({ milliseconds }) => milliseconds) / 1000;
  }

  /** The statements that were awaited longest. */
  costliest(most: number): StatementFigures[] {
    return [...this.#byText.values()]
      .sort((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, most);
  }

  #listenTo(connection: Connection) {
    const query = connection.query.bind(connection);
    connection.query = (config, ...rest) => {
      const text = withoutValues(
        typeof config === 'string' ? config : (config as { text: string }).text,
      );
      const begin = performance.now();
      const end = () => this.#note(text, performance.now() - begin);
      const callback = rest.at(-1);
      if (typeof callback === 'function') {
        const noting = (...answer: unknown[]) => {
          end();
          callback(...answer);
        };
        return query(config, ...rest.slice(0, -1), noting);
      }
      const answer = query(config, ...rest);
      Promise.resolve(answer).then(end, end);
      return answer;
    };
  }

  #note(text: string, milliseconds: number) {
    const known = this.#byText.get(text);
    this.#byText.set(text, {
      text,
      calls: (known?.calls ?? 0) + 1,
      milliseconds: (known?.milliseconds ?? 0) + milliseconds,
    });
  }

  #sum(figure: (one: StatementFigures) => number): number {
    return [...this.#byText.values()].reduce(
      (all, one) => all + figure(one),
      0,
    );
  }

  #allBytes() {
    return [...this.#connections].reduce(
      (sum, { connection }) => sum + connection.stream.bytesRead,
      0,
    );
  }
}

/** Lists of values of any length read the same. */
function withoutValues(sql: string): string {
  return sql
    .replace(/\$\d+|\?/g, '?')
    .replace(/\?(, ?\?)+/g, '?')
    .replace(/\(\?\)(, ?\(\?\))+/g, '(?)')
    .replace(/trx\d+/g, 'trx')
    .replace(/\s+/g, ' ');
}
