import type { DocumentState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { StoredNumber } from '../kernel/database/columns';
import { readNumberCursor } from '../kernel/paging/cursor';
import { type DocumentViewRow, documentColumns } from './documentRow';

/** A row of a list, and the start of the next page. */
export type ListRow = DocumentViewRow & { number: StoredNumber };

/** Which documents of a list. */
type DocumentPageQuery = {
  state: DocumentState;
  /** Only of one source. */
  sourceId?: string;
  limit: number;
  cursor?: string;
};

/** The sort key of a document, in each query. */
type Columns = { number: string; receivedAt: string; sourceId: string };

const ofDocument: Columns = {
  number: 'document.number',
  receivedAt: 'document.received_at',
  sourceId: 'document.source_id',
};

/**
 * Documents in one state, latest received first, in one statement. It reads one
 * page of an index; of waiting documents it reads all.
 */
export async function nextDocuments(
  knex: Knex,
  asked: DocumentPageQuery,
): Promise<ListRow[]> {
  const { state, limit } = asked;
  const page =
    state === 'waiting' ? waiting(knex, asked) : queryPage(knex, asked, state);
  return documentViews(knex)
    .join(page.limit(limit).as('page'), 'page.number', 'document.number')
    .orderBy([
      { column: 'page.received_at', order: 'desc' },
      { column: 'page.number', order: 'desc' },
    ]);
}

/** Documents and their outcomes. */
export function documentViews(knex: Knex) {
  return knex('document')
    .leftJoin(
      'document_outcome',
      'document_outcome.document_number',
      'document.number',
    )
    .select(
      'document.number',
      ...documentColumns.map(column => `document.${column}`),
      'document_outcome.state',
      'document_outcome.rejection',
      'document_outcome.flaws',
    );
}

function queryPage(
  knex: Knex,
  asked: DocumentPageQuery,
  state: 'normalised' | 'rejected' | 'partial',
) {
  if (state !== 'normalised') {
    return inOrder(
      knex('flawed_document').where('flawed_document.state', state),
      asked,
      {
        number: 'flawed_document.document_number',
        receivedAt: 'flawed_document.received_at',
        sourceId: 'flawed_document.source_id',
      },
    );
  }
  // Nearly all are. SQLite reads the tables of a CROSS JOIN in order.
  return inOrder(
    knex('document')
      .crossJoin('document_outcome' as never)
      .whereRaw('document_outcome.document_number = document.number')
      .where('document_outcome.state', state),
    asked,
    ofDocument,
  );
}

/**
 * Few documents wait, or not for long. All of them are read and then sorted: in
 * the order of all documents, the few may come last.
 */
function waiting(knex: Knex, asked: DocumentPageQuery) {
  const all = knex('document_queue')
    .crossJoin('document' as never)
    .whereRaw('document.number = document_queue.document_number')
    .whereNotExists(
      knex('document_outcome').whereRaw(
        'document_outcome.document_number = document_queue.document_number',
      ),
    )
    .select('document.number', 'document.received_at', 'document.source_id');
  return inOrder(knex.withMaterialized('waiting', all).from('waiting'), asked, {
    number: 'waiting.number',
    receivedAt: 'waiting.received_at',
    sourceId: 'waiting.source_id',
  });
}

function inOrder(
  query: Knex.QueryBuilder,
  { sourceId, cursor }: DocumentPageQuery,
  columns: Columns,
) {
  query
    .orderBy([
      { column: columns.receivedAt, order: 'desc' },
      { column: columns.number, order: 'desc' },
    ])
    .select({ number: columns.number, received_at: columns.receivedAt });
  if (sourceId !== undefined) {
    query.where(columns.sourceId, sourceId);
  }
  if (cursor) {
    query.whereRaw(
      `(${columns.receivedAt}, ${columns.number}) < (?, ?)`,
      readNumberCursor(cursor),
    );
  }
  return query;
}
