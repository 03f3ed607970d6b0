import type {
  ControlStatus,
  Criticality,
  InventoryStatus,
  RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from './Sentences';

/**
 * Parameters of the values of a record.
 *
 * @public
 */
export type RecordValueParams = {
  classification: {
    criticality: string;
    confidentiality?: string | undefined;
    integrity?: string | undefined;
    availability?: string | undefined;
  };
  continuity: { rto: string; rpo: string };
  exposure: {
    level: 'internet' | 'indirect' | 'none';
    reason?: string | undefined;
  };
  functions: { titles: readonly string[] };
  links: { count: number };
  support: {
    regularEnd?: string | undefined;
    extendedEnd?: string | undefined;
    customEnd?: string | undefined;
    notApplicable?: string | undefined;
    until?: string | undefined;
  };
};

/**
 * What the record of an asset says.
 *
 * @public
 */
export type RecordWords = {
  /** Titles of the nine fields, and where a missing value is declared. */
  readonly fields: Readonly<
    Record<RecordField, { title: string; edit: string }>
  >;
  /** A field as the column of an export. */
  column(of: { title: string; point: string }): string;
  /** Missing fields in a list. */
  missing(titles: readonly string[]): string;
  readonly values: SentencesOf<RecordValueParams>;
  /** An empty list that was declared. */
  readonly noneDeclared: string;
  /** A value that names an entity which is hidden from the reader. */
  readonly notReadable: string;
  /** Values that the inventory can be filtered by. */
  readonly filters: {
    readonly criticality: Readonly<
      Record<Criticality | 'unclassified', string>
    >;
    readonly exposure: Readonly<
      Record<'internet' | 'indirect' | 'none' | 'unknown', string>
    >;
    readonly review: Readonly<Record<'never' | 'due' | 'overdue', string>>;
    readonly finding: Readonly<
      Record<
        'declared-below-computed' | 'wrong-value' | 'out-of-support',
        string
      >
    >;
    readonly status: Readonly<Record<InventoryStatus, string>>;
  };
  /** The columns of an export beside the nine fields. */
  readonly columns: Readonly<
    Record<
      | ControlStatus
      | 'compliance'
      | 'coverage'
      | 'criticality'
      | 'entity'
      | 'kind'
      | 'lastReview'
      | 'missing'
      | 'problems'
      | 'provider'
      | 'reviewDue'
      | 'status'
      | 'system'
      | 'title'
      | 'type',
      string
    >
  >;
};
