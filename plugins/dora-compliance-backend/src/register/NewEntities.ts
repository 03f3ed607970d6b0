import { setTimeout } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inChunks } from '../kernel/database/columns';
import type { DocumentStore } from '../ledger/DocumentStore';
import type { AssetStore } from './AssetStore';
import type { Inventory } from './Inventory';
import { saveItems } from './syncAssets';

/**
 * The delay between the event of an entity and the read, in milliseconds. The
 * catalog sends the event before the entity can be read: it still has to stitch
 * it.
 */
const LOOKS = [1_000, 10_000, 40_000];

/** More are left to the next sweep, which reads all of them at once. */
const MOST = 5_000;

/** What reading new entities needs. */
type NewEntitiesOptions = {
  inventory: Inventory;
  assets: AssetStore;
  documents: DocumentStore;
  logger: LoggerService;
  now: () => Instant;
  /** Called when controls became due. */
  onDue: () => void;
  /** Waits for some milliseconds, or until the signal aborts. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
};

const sleepUnheld = (milliseconds: number, signal: AbortSignal) =>
  setTimeout(milliseconds, undefined, { ref: false, signal });

/** Entities that are read together. */
type Batch = { refs: Set<string>; done: Promise<void> };

/**
 * Reads entities that were added or changed without waiting for the next sweep.
 * Events are coalesced: all entities that are reported before the first read
 * share a batch, with one timer, and only one batch is read at a time. The next
 * sweep finds whatever is missed here, and computes the graph around them.
 */
export class NewEntities {
  readonly #options: NewEntitiesOptions;
  readonly #over = new AbortController();
  /** All entities of all batches. */
  readonly #waiting = new Set<string>();
  /** The batch that was not read yet, which takes more entities. */
  #open: Batch | undefined;
  #lastRead: Promise<unknown> = Promise.resolve();

  constructor(options: NewEntitiesOptions) {
    this.#options = options;
  }

  /** Reads entities soon. Resolves when the last read is done. */
  async add(entityRefs: readonly string[]): Promise<void> {
    const added = [...new Set(entityRefs)]
      .filter(ref => !this.#waiting.has(ref))
      .slice(0, Math.max(0, MOST - this.#waiting.size));
    if (added.length === 0 || this.#over.signal.aborted) {
      return;
    }
    this.#open ??= this.#openBatch();
    const { refs, done } = this.#open;
    added.forEach(ref => {
      refs.add(ref);
      this.#waiting.add(ref);
    });
    await done;
  }

  #openBatch(): Batch {
    const refs = new Set<string>();
    return { refs, done: this.#lookAt(refs) };
  }

  async #lookAt(refs: Set<string>): Promise<void> {
    const { sleep = sleepUnheld, logger } = this.#options;
    try {
      let waited = 0;
      for (const look of LOOKS) {
        await sleep(look - waited, this.#over.signal);
        waited = look;
        await this.#inTurn(() => this.#read(refs));
        if (refs.size === 0) {
          return;
        }
      }
    } catch (error) {
      if (!this.#over.signal.aborted) {
        logger.warn('Changed entities wait for the next sweep', {
          error: String(error),
        });
      }
    } finally {
      refs.forEach(ref => this.#waiting.delete(ref));
    }
  }

  /** Runs after the reads that were requested before, even if they failed. */
  #inTurn(read: () => Promise<void>): Promise<void> {
    const turn = this.#lastRead.then(read);
    this.#lastRead = turn.catch(() => {});
    return turn;
  }

  /** Reads a batch; entities that were saved leave it. */
  async #read(refs: Set<string>): Promise<void> {
    if (this.#open?.refs === refs) {
      // Entities that are reported from now on need a first read of their own.
      this.#open = undefined;
    }
    for (const chunk of inChunks([...refs])) {
      this.#over.signal.throwIfAborted();
      for (const ref of await this.takeUp(chunk)) {
        refs.delete(ref);
        this.#waiting.delete(ref);
      }
    }
  }

  /** Reads entities now; returns which of them were new or had changed. */
  async takeUp(entityRefs: readonly string[]): Promise<string[]> {
    const { inventory, assets, now, onDue } = this.#options;
    const items = await inventory.find(entityRefs);
    const known = await assets.listKnown(
      items.map(({ node }) => node.entityRef),
    );
    const { saved } = await saveItems(
      items,
      new Map(known.map(node => [node.entityRef, node])),
      { ...this.#options, now: now() },
    );
    if (saved.length > 0) {
      onDue();
    }
    return saved;
  }

  stop(): void {
    this.#over.abort();
  }
}
