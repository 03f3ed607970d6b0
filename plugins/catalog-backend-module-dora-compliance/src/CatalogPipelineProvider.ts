import type {
  EntityIteratorResult,
  IncrementalEntityProvider,
} from '@backstage/plugin-catalog-backend-module-incremental-ingestion';
import {
  type DiscoveryReport,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { BuiltFrom } from './pipelines/BuiltFrom';
import { DiscoveryError } from './pipelines/DiscoveryError';
import { pipelineEntity } from './pipelines/pipelineEntity';
import type { PipelineSource } from './pipelines/PipelineSource';
import { Places } from './Places';

/** Where a round through a source is. Kept as JSON by the ingestion. */
export type PipelineCursor = {
  /** Cursor of the source. */
  next: string;
  /** Pipelines found so far in this round. */
  found: number;
};

/** What the discovery of pipelines needs. */
type PipelineProviderOptions = {
  source: PipelineSource;
  /** Reference of the ICT third-party provider the pipelines come from. */
  provider?: string;
  /** Share of the known pipelines that may vanish in one round. */
  rejectRemovalsAbovePercentage: number;
  catalog: {
    read(): Promise<BuiltFrom>;
    countPipelines(sourceId: string): Promise<number>;
  };
  report(report: DiscoveryReport): Promise<void>;
  now(): number;
};

/**
 * Brings the pipelines of one source into the catalog, page by page. Pages
 * and places are kept by the incremental ingestion: after a failure or a
 * restart it resumes, and what a round has not found is removed
 * after the last page only.
 */
export class CatalogPipelineProvider
  implements IncrementalEntityProvider<PipelineCursor, BuiltFrom>
{
  readonly #options: PipelineProviderOptions;
  /** Not to be asked before. */
  #notBefore = 0;
  /** Pipelines found in a round that has just come to its end. */
  #complete: number | undefined;
  /** Whether the current round can't be finished and restarts. */
  #again = false;
  readonly #places = new Places();

  constructor(options: PipelineProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return `dora-compliance-pipelines:${this.#options.source.id}`;
  }

  async around(burst: (built: BuiltFrom) => Promise<void>): Promise<void> {
    if (this.#options.now() < this.#notBefore) {
      return;
    }
    this.#complete = undefined;
    try {
      await burst(await this.#options.catalog.read());
    } catch (error) {
      await this.#reportFailure(error);
      throw error;
    }
    // Only now are the entities of the last page in the catalog.
    if (this.#complete !== undefined) {
      await this.#report({ state: 'complete', pipelines: this.#complete });
    }
  }

  async next(
    built: BuiltFrom,
    cursor?: PipelineCursor | null,
  ): Promise<EntityIteratorResult<PipelineCursor>> {
    const { source, provider } = this.#options;
    const from = this.#again ? undefined : cursor ?? undefined;
    this.#places.enter(from);
    const { pipelines, nextCursor } = await this.#read(from?.next);
    if (this.#places.leadsBack(nextCursor)) {
      this.#again = true;
      throw new DiscoveryError(
        'unexpected',
        'The list of pipelines leads back to a page that was read before',
      );
    }
    const found = (from?.found ?? 0) + pipelines.length;
    if (nextCursor === undefined) {
      await this.#checkRemovals(found);
    }
    this.#again = false;
    const entities = pipelines.map(pipeline => ({
      entity: pipelineEntity(pipeline, {
        sourceId: source.id,
        provider,
        components: built.get(pipeline.repository),
      }),
      locationKey: this.getProviderName(),
    }));
    if (nextCursor !== undefined) {
      return { done: false, entities, cursor: { next: nextCursor, found } };
    }
    this.#complete = found;
    return { done: true, entities };
  }

  /**
   * A cursor may lead to what was deleted since, a folder or a project. The
   * round then restarts, or it would never end.
   */
  async #read(cursor: string | undefined) {
    try {
      return await this.#options.source.read(cursor);
    } catch (error) {
      const isGone =
        error instanceof DiscoveryError && error.failure === 'not-found';
      this.#again ||= isGone && cursor !== undefined;
      throw error;
    }
  }

  /**
   * A token that lost access sees less and is told so by nobody. The limits
   * of the ingestion itself would leave behind for ever what they spared.
   */
  async #checkRemovals(found: number) {
    const { source, catalog, rejectRemovalsAbovePercentage } = this.#options;
    const known = await catalog.countPipelines(source.id);
    const removed = known > 0 ? (100 * (known - found)) / known : 0;
    if (removed > rejectRemovalsAbovePercentage) {
      this.#again = true;
      throw new DiscoveryError(
        'unexpected',
        `Only ${found} of ${known} known pipelines were found, and more than ${rejectRemovalsAbovePercentage}% may not vanish at once (doraCompliance.pipelines.rejectRemovalsAbovePercentage)`,
      );
    }
  }

  async #reportFailure(error: unknown) {
    const retryAfter = error instanceof DiscoveryError && error.retryAfter;
    if (retryAfter) {
      this.#notBefore = this.#options.now() + retryAfter;
    }
    const reason = error instanceof Error ? error.message : String(error);
    const failure = `${reason.replace(
      /\.$/,
      '',
    )}; the pipelines known before stay as they are.`;
    await this.#report({ state: 'failed', failure });
  }

  async #report(report: Omit<DiscoveryReport, 'source' | 'at'>) {
    const { source, now } = this.#options;
    const at = toInstant(new Date(now()));
    await this.#options.report({ source: source.id, ...report, at });
  }
}
