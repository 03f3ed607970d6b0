import type {
  Digest,
  DocumentState,
  DocumentView,
  Instant,
  Page,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { againAfterDeadlock } from '../kernel/database/againAfterDeadlock';
import { readInstant, type StoredNumber } from '../kernel/database/columns';
import { isCancelled, isUnreachable } from '../kernel/database/isUnreachable';
import {
  type QueueFigure,
  readQueueFigures,
} from '../kernel/database/readQueueFigures';
import { writeCursor } from '../kernel/paging/cursor';
import { readableDocuments } from './KnexReadableDocuments';
import type { Visibility } from '../permissions/Visibility';
import type { DocumentStore, WorkObserver } from './DocumentStore';
import type { ReceivedDocument } from './ReceivedDocument';
import { DictionaryLost } from './bodies/DictionaryLost';
import { encodeBody } from './bodies/encodeBody';
import { KnexDictionaries } from './bodies/KnexDictionaries';
import { type EncodedDocument, documentViewFromRow } from './documentRow';
import { GroupCommit, type Reach } from './receive/GroupCommit';
import { ReceivedDocumentCache } from './ReceivedDocumentCache';
import { documentViews, type ListRow, nextDocuments } from './KnexDocumentPage';
import { receiveDocuments } from './receive/KnexReceiveDocuments';
import { KnexReceiveNew } from './receive/KnexReceiveNew';
import type { Claim, ReadDocument } from './ClaimedDocument';
import { completeClaim } from './keep/KnexCompleteClaim';
import {
  claimDocuments,
  releaseClaim,
  UNCLAIMED,
} from './normalise/KnexClaimDocuments';

/** How many documents are stored in one transaction. */
const MAX_GROUP = 100;

/**
 * How many documents are searched for those that may be read, starting with
 * windows of this size; older ones are not listed.
 */
const LOOKED_THROUGH = 10_000;
const FIRST_WINDOW = 100;
const LARGEST_WINDOW = 1000;

type ListOptions = Parameters<DocumentStore['list']>[0];

/** Source documents in the database of the plugin. */
export class KnexDocumentStore implements DocumentStore {
  readonly #knex: Knex;
  readonly #observer: WorkObserver | undefined;
  readonly #received: GroupCommit<EncodedDocument>;
  readonly #dictionaries: KnexDictionaries;
  readonly #receivedCache: ReceivedDocumentCache;

  constructor(
    knex: Knex,
    observer?: WorkObserver,
    receivedCache = new ReceivedDocumentCache(),
  ) {
    this.#knex = knex;
    this.#receivedCache = receivedCache;
    this.#observer = observer;
    this.#dictionaries = new KnexDictionaries(knex);
    const allNew = new KnexReceiveNew(knex);
    const keep = async (documents: readonly EncodedDocument[]) =>
      (await allNew.receive(documents)) ??
      (await knex.transaction(transaction =>
        receiveDocuments(transaction, documents),
      ));
    const commit = async (documents: readonly EncodedDocument[]) => {
      const added = await this.#againIfLost(keep, documents);
      added.forEach(({ encoded: _, ...document }, number) =>
        this.#receivedCache.put(number, document),
      );
    };
    this.#received = new GroupCommit(
      documents => againAfterDeadlock(() => commit(documents)),
      MAX_GROUP,
      toReach,
    );
  }

  async receive(received: readonly ReceivedDocument[]): Promise<void> {
    await Promise.all(
      received.map(async document =>
        this.#received.add(await this.#encode(document)),
      ),
    );
  }

  async #encode(document: ReceivedDocument): Promise<EncodedDocument> {
    const dictionary = await this.#dictionaries.for(document);
    const encoded = await encodeBody(document.body, dictionary);
    return { ...document, encoded };
  }

  /** Compresses documents again if the database lost a dictionary they use. */
  async #againIfLost<T>(
    keep: (documents: readonly EncodedDocument[]) => Promise<T>,
    documents: readonly EncodedDocument[],
  ): Promise<T> {
    try {
      return await keep(documents);
    } catch (error) {
      if (!(error instanceof DictionaryLost)) {
        throw error;
      }
      this.#dictionaries.forget();
      return keep(await Promise.all(documents.map(one => this.#encode(one))));
    }
  }

  claim(options: { limit: number; now: Instant }): Promise<Claim> {
    const bodies = {
      receivedCache: this.#receivedCache,
      dictionaries: this.#dictionaries,
    };
    return claimDocuments(this.#knex, bodies, options);
  }

  async complete(
    claim: Claim,
    read: readonly ReadDocument[],
    now: Instant,
  ): Promise<number> {
    const completed = await this.#knex.transaction(transaction =>
      completeClaim(transaction, claim, read, now),
    );
    for (const { sourceId, state, wait } of completed) {
      if (state) {
        this.#observer?.worked(sourceId, state, wait);
      }
    }
    return completed.length;
  }

  release(claim: Pick<Claim, 'ticket'>): Promise<void> {
    return releaseClaim(this.#knex, claim);
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
          .insert({
            document_number: row.number,
            due_at: now,
            attempts: 0,
            ...UNCLAIMED,
          })
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
        ? await nextDocuments(this.#knex, { ...options, limit: limit + 1 })
        : await this.#readRows({ ...options, visible });
    const items = rows.slice(0, limit).map(documentViewFromRow);
    const last = rows[limit - 1];
    return rows.length > limit && last
      ? { items, nextCursor: cursorAfter(last) }
      : { items };
  }

  /** The rows of a page and one more, of documents that may be read. */
  async #readRows(
    options: ListOptions & { visible: Visibility },
  ): Promise<ListRow[]> {
    const { state, limit, visible } = options;
    if (state === 'waiting' || state === 'rejected') {
      return [];
    }
    const found: ListRow[] = [];
    let { cursor } = options;
    let looked = 0;
    let window = FIRST_WINDOW;
    while (looked < LOOKED_THROUGH && found.length <= limit) {
      const rows = await nextDocuments(this.#knex, {
        ...options,
        limit: window,
        cursor,
      });
      const digests = rows.map(({ digest }) => digest);
      const readable = new Set(
        await readableDocuments(this.#knex, digests, visible),
      );
      found.push(...rows.filter(({ digest }) => readable.has(digest)));
      const last = rows.at(-1);
      if (!last || rows.length < window) {
        break;
      }
      cursor = cursorAfter(last);
      looked += window;
      // If few may be read, larger windows need fewer statements.
      window = Math.min(window * 2, LARGEST_WINDOW);
    }
    return found;
  }

  async find(digest: Digest): Promise<DocumentView | undefined> {
    const row: ListRow | undefined = await documentViews(this.#knex)
      .where('document.digest', digest)
      .first();
    return row && documentViewFromRow(row);
  }

  queue(now: Instant): Promise<QueueFigure> {
    return readQueueFigures(this.#knex, 'document_queue', now);
  }

  async count(): Promise<{ waiting: number; rejected: number }> {
    const waiting = await this.#knex('document_queue')
      .count({ n: '*' })
      .first();
    // Read from tallies, as there may be very many.
    const rejected = await this.#knex('document_tally')
      .where('state', 'rejected')
      .sum({ n: 'n' })
      .first();
    return { waiting: Number(waiting?.n), rejected: Number(rejected?.n ?? 0) };
  }
}

/** A canceled statement may have waited for a single row. */
function toReach(error: unknown): Reach {
  if (isCancelled(error)) {
    return 'unknown';
  }
  return isUnreachable(error) ? 'all' : 'one';
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
  const readable = await readableDocuments(knex, [digest], visible);
  return readable.length > 0;
}
