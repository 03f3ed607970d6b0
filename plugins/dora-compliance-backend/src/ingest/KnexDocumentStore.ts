import type {
  Digest,
  DocumentState,
  DocumentView,
  Instant,
  Page,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { againAfterDeadlock } from '../database/againAfterDeadlock';
import { readInstant, type StoredNumber } from '../database/columns';
import { isUnreachable } from '../database/isUnreachable';
import { type QueueFigure, queueFigures } from '../database/queueFigures';
import { readNumberCursor, writeCursor } from '../query/cursor';
import { readableDocuments } from '../query/KnexReadableDocuments';
import type { Visibility } from '../query/Visibility';
import type {
  DocumentStore,
  KeepStatements,
  ReceivedDocument,
  WorkObserver,
} from './DocumentStore';
import { encodeBody } from './body/encodeBody';
import { KnexDictionaries } from './body/KnexDictionaries';
import {
  type DocumentViewRow,
  type EncodedDocument,
  documentColumns,
  documentViewFromRow,
} from './documentRow';
import { GroupCommit } from './GroupCommit';
import { JustReceived } from './JustReceived';
import { receiveDocuments } from './KnexReceiveDocuments';
import { KnexReceiveNew } from './KnexReceiveNew';
import { type DocumentWork, workDocuments } from './KnexWorkDocuments';

/** How many documents are kept in one transaction. */
const MAX_GROUP = 100;

/**
 * Documents are looked through for those that may be read in windows of so
 * many, and so many windows for a page; older ones are not listed then.
 */
const WINDOW = 100;
const WINDOWS = 100;

/** A row of a page, and where the next page begins. */
type ListRow = DocumentViewRow & { number: StoredNumber };

type ListOptions = Parameters<DocumentStore['list']>[0];

/** Source documents in the database of the plugin. */
export class KnexDocumentStore implements DocumentStore {
  readonly #knex: Knex;
  readonly #keep: KeepStatements<Knex.Transaction>;
  readonly #observer: WorkObserver | undefined;
  readonly #received: GroupCommit<EncodedDocument>;
  readonly #dictionaries: KnexDictionaries;
  readonly #justReceived: JustReceived;

  constructor(
    knex: Knex,
    keep: KeepStatements<Knex.Transaction>,
    observer?: WorkObserver,
    justReceived = new JustReceived(),
  ) {
    this.#knex = knex;
    this.#justReceived = justReceived;
    this.#keep = keep;
    this.#observer = observer;
    this.#dictionaries = new KnexDictionaries(knex);
    const allNew = new KnexReceiveNew(knex);
    const commit = async (documents: readonly EncodedDocument[]) => {
      const added =
        (await allNew.receive(documents)) ??
        (await knex.transaction(transaction =>
          receiveDocuments(transaction, documents),
        ));
      added.forEach((document, number) =>
        this.#justReceived.put(number, document),
      );
    };
    this.#received = new GroupCommit(
      documents => againAfterDeadlock(() => commit(documents)),
      MAX_GROUP,
      isUnreachable,
    );
  }

  async receive(received: readonly ReceivedDocument[]): Promise<void> {
    await Promise.all(
      received.map(async document => {
        const dictionary = await this.#dictionaries.for(document);
        const encoded = await encodeBody(document.body, dictionary);
        await this.#received.add({ ...document, encoded });
      }),
    );
  }

  async work(work: DocumentWork): Promise<number> {
    const worked = await this.#knex.transaction(transaction =>
      workDocuments(
        transaction,
        this.#keep,
        { justReceived: this.#justReceived, dictionaries: this.#dictionaries },
        work,
      ),
    );
    worked.forEach(({ sourceId, state, wait }) => {
      if (state) {
        this.#observer?.worked(sourceId, state, wait);
      }
    });
    return worked.length;
  }

  async replay(
    digest: Digest,
    now: Instant,
    visible: Visibility = 'all',
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const row: { number: StoredNumber } | undefined = await transaction(
        'document',
      )
        .where('digest', digest)
        .first('number');
      const known = row && (await isReadable(transaction, digest, visible));
      if (known) {
        await transaction('document_queue')
          .insert({ document_number: row.number, due_at: now, attempts: 0 })
          .onConflict('document_number')
          .merge();
        await transaction('document_outcome')
          .where('document_number', row.number)
          .delete();
      }
      return Boolean(known);
    });
  }

  async list(options: {
    state: DocumentState;
    sourceId?: string;
    limit: number;
    cursor?: string;
    visible?: Visibility;
  }): Promise<Page<DocumentView>> {
    const { limit, visible = 'all' } = options;
    const rows =
      visible === 'all'
        ? await this.#rows({ ...options, limit: limit + 1 })
        : await this.#rowsOf({ ...options, visible });
    const items = rows.slice(0, limit).map(documentViewFromRow);
    const last = rows[limit - 1];
    return rows.length > limit && last
      ? { items, nextCursor: cursorAfter(last) }
      : { items };
  }

  /** Rows of a page and one more, of documents that may be read. */
  async #rowsOf(
    options: ListOptions & { visible: readonly string[] },
  ): Promise<ListRow[]> {
    const { state, limit } = options;
    if (state === 'waiting' || state === 'rejected') {
      return [];
    }
    const visible = new Set(options.visible);
    const found: ListRow[] = [];
    let { cursor } = options;
    for (let n = 0; n < WINDOWS && found.length <= limit; n++) {
      const rows = await this.#rows({ ...options, limit: WINDOW, cursor });
      const digests = rows.map(({ digest }) => digest);
      const readable = new Set(
        await readableDocuments(this.#knex, digests, visible),
      );
      found.push(...rows.filter(({ digest }) => readable.has(digest)));
      const last = rows.at(-1);
      if (!last || rows.length < WINDOW) {
        break;
      }
      cursor = cursorAfter(last);
    }
    return found;
  }

  async #rows(options: ListOptions): Promise<ListRow[]> {
    const { state, sourceId, limit, cursor } = options;
    const query = this.#views()
      .orderBy([
        { column: 'document.received_at', order: 'desc' },
        { column: 'document.number', order: 'desc' },
      ])
      .limit(limit);
    if (state === 'waiting') {
      query.whereNull('document_outcome.state');
    } else {
      query.where('document_outcome.state', state);
    }
    if (sourceId !== undefined) {
      query.where('document.source_id', sourceId);
    }
    if (cursor) {
      query.whereRaw(
        '(document.received_at, document.number) < (?, ?)',
        readNumberCursor(cursor),
      );
    }
    return query;
  }

  async find(digest: Digest): Promise<DocumentView | undefined> {
    const row: DocumentViewRow | undefined = await this.#views()
      .where('document.digest', digest)
      .first();
    return row && documentViewFromRow(row);
  }

  #views() {
    return this.#knex('document')
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

  queue(now: Instant): Promise<QueueFigure> {
    return queueFigures(this.#knex, 'document_queue', now);
  }

  async count(): Promise<{ waiting: number; rejected: number }> {
    const waiting = await this.#knex('document_queue')
      .count({ n: '*' })
      .first();
    const rejected = await this.#knex('document_outcome')
      .where('state', 'rejected')
      .count({ n: '*' })
      .first();
    return { waiting: Number(waiting?.n), rejected: Number(rejected?.n) };
  }
}

function cursorAfter({ received_at, number }: ListRow): string {
  return writeCursor(readInstant(received_at), String(number));
}

async function isReadable(
  knex: Knex,
  digest: Digest,
  visible: Visibility,
): Promise<boolean> {
  if (visible === 'all') {
    return true;
  }
  const readable = await readableDocuments(knex, [digest], new Set(visible));
  return readable.length > 0;
}
