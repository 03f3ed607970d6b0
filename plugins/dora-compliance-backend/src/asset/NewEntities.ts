import { setTimeout } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DocumentStore } from '../ingest/DocumentStore';
import type { AssetStore } from './AssetStore';
import type { Inventory } from './Inventory';
import { saveItems } from './syncAssets';

/**
 * When an entity is looked at after it was told of, in milliseconds. The
 * catalog tells before it shows: it has yet to put the entity together.
 */
const LOOKS = [1_000, 10_000, 40_000];

/** More are left to the next sweep, which reads all of them at once. */
const MOST = 5_000;

/** What taking up entities needs. */
export type NewEntitiesOptions = {
  inventory: Inventory;
  assets: AssetStore;
  documents: DocumentStore;
  logger: LoggerService;
  now: () => Instant;
  /** Told when controls have become due. */
  onDue: () => void;
  /** Waits so many milliseconds, or until it is over. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
};

const sleepUnheld = (milliseconds: number, signal: AbortSignal) =>
  setTimeout(milliseconds, undefined, { ref: false, signal });

/**
 * Takes up entities that were added or changed without waiting for the next
 * sweep: these alone are read. What gets lost here the sweep makes up for; it
 * also computes what the graph around them tells.
 */
export class NewEntities {
  readonly #options: NewEntitiesOptions;
  readonly #over = new AbortController();
  readonly #waiting = new Set<string>();

  constructor(options: NewEntitiesOptions) {
    this.#options = options;
  }

  /** Looks at entities soon. Answers when all of them were looked at. */
  async told(entityRefs: readonly string[]): Promise<void> {
    const { sleep = sleepUnheld, logger } = this.#options;
    let left = entityRefs
      .filter(ref => !this.#waiting.has(ref))
      .slice(0, Math.max(0, MOST - this.#waiting.size));
    left.forEach(ref => this.#waiting.add(ref));
    try {
      let waited = 0;
      for (const look of LOOKS) {
        if (left.length === 0) {
          return;
        }
        await sleep(look - waited, this.#over.signal);
        waited = look;
        const saved = new Set(await this.takeUp(left));
        saved.forEach(ref => this.#waiting.delete(ref));
        left = left.filter(ref => !saved.has(ref));
      }
    } catch (error) {
      if (!this.#over.signal.aborted) {
        logger.warn('Changed entities wait for the next sweep', {
          error: String(error),
        });
      }
    } finally {
      left.forEach(ref => this.#waiting.delete(ref));
    }
  }

  /** Reads entities now; answers which of them were new or had changed. */
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
