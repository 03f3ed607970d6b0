import type {
  ControlsAnnotation,
  Day,
  GapAnnotation,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { StoredNumber } from '../../../kernel/database/columns';
import { isSqlite } from '../../../kernel/database/isSqlite';

/** The time that is asked about, to the millisecond. */
export type TimeRange = { start: Instant; end: Instant };

/** A row of any kind of annotation; each kind has columns of its own. */
export type AnnotationRow = { day: Day } & (
  | {
      kind: 'controls';
      cause: ControlsAnnotation['change'];
      /** JSON list of ids and codes, separated by a space. */
      what: string;
    }
  | {
      kind: 'gap';
      until: Day | null;
      closed: Day | null;
      cause: GapAnnotation['cause'];
      /** The id of the source. */
      what: string;
      /** Targets; 0 for all of the source. */
      amount: StoredNumber;
    }
  | { kind: 'risk'; amount: StoredNumber; ended: StoredNumber }
);

/** The columns of all kinds, so that one statement reads them. */
const NOTHING = {
  until: 'CAST(NULL AS text)',
  closed: 'CAST(NULL AS text)',
  what: 'CAST(NULL AS text)',
  cause: 'CAST(NULL AS text)',
  amount: '0',
  ended: '0',
};

/**
 * The columns of a statement that selects annotations.
 *
 * @param latest - the last day on which it happened: the latest are listed first
 */
export function selectColumns(
  knex: Knex,
  kind: AnnotationRow['kind'],
  columns: { day: string; latest: string } & Partial<typeof NOTHING>,
): Knex.Raw {
  return knex.raw(
    Object.entries({
      kind: `CAST('${kind}' AS text)`,
      ...NOTHING,
      ...columns,
    })
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${value} AS ${name}`)
      .join(),
  );
}

/** The day (UTC) of an instant, as SQL. */
export function writeDay(knex: Knex, column: string): string {
  return isSqlite(knex)
    ? `SUBSTR(${column}, 1, 10)`
    : `TO_CHAR(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
}
