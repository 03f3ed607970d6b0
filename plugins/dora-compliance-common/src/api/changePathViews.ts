import { z } from 'zod';
import { Criticality } from '../asset/Criticality';
import { LinkRelation } from '../asset/inventoryNode';
import { Instant } from '../time/Instant';
import { InventoryScore, NamedRef } from './inventoryViews';

const Count = z.number().int().nonnegative();

/** What a line of an asset or of a pipeline has in common. */
const named = NamedRef.extend({
  type: z.string().optional(),
  /** Absent if it is not classified: it counts as the most critical. */
  criticality: Criticality.optional(),
  ownerRef: z.string().optional(),
  /** Absent until it was scored. */
  score: InventoryScore.optional(),
});

/**
 * A pipeline of the inventory that can change an asset, or that may be able to.
 *
 * @public
 */
export const ChangePathPipeline = named.extend({
  /**
   * `deployed-by`: its entity says that it deploys the asset. `same-repository`: it is
   * defined in a repository that the asset is built from.
   */
  link: z.enum(['deployed-by', 'same-repository']),
  /** Whether it can deploy at all; absent if its entity does not say so. */
  canDeploy: z.boolean().optional(),
});

/** @public */
export type ChangePathPipeline = z.output<typeof ChangePathPipeline>;

/**
 * Why it can't be told which pipeline deploys an asset: pipelines of its repository are
 * not in the inventory (`not-in-inventory`), do not name it (`not-named`) or deploy
 * nothing (`deploys-nothing`), no pipeline of its repository is known (`no-pipeline`), its
 * repository is not known (`no-repository`), or it is a pipeline itself (`is-pipeline`).
 *
 * @public
 */
export const ChangePathGap = z.enum([
  'not-in-inventory',
  'not-named',
  'deploys-nothing',
  'no-pipeline',
  'no-repository',
  'is-pipeline',
]);

/** @public */
export type ChangePathGap = z.output<typeof ChangePathGap>;

/**
 * An asset that a business function depends on, why it does, and the pipelines that can
 * change the asset.
 *
 * @public
 */
export const ChangePath = named.extend({
  /**
   * A shortest way from the function to the asset, link by link. Empty if it is too long,
   * too much uses the asset, or it leads through something that the caller may not read.
   */
  because: z.array(NamedRef.extend({ relation: LinkRelation.optional() })),
  /** Those that deploy it first, at most 20. */
  pipelines: z.array(ChangePathPipeline),
  pipelineCount: Count,
  /**
   * Pipelines of its repositories that ran and are not in the part of the inventory that
   * the reader may read, at most 5.
   */
  notInInventory: z.array(z.object({ name: z.string(), lastSeen: Instant })),
  notInInventoryCount: Count,
  /** Absent if a pipeline is known that deploys it. */
  gap: ChangePathGap.optional(),
});

/** @public */
export type ChangePath = z.output<typeof ChangePath>;

/**
 * A page of the assets that a business function depends on, as far as the caller may
 * read them and their pipelines.
 *
 * @public
 */
export const ChangePathsView = z.object({
  /** Whether assets and pipelines that the caller may not read would be left out. */
  isPartial: z.boolean(),
  /** The most critical first, then the greatest risk. */
  items: z.array(ChangePath),
  nextCursor: z.string().optional(),
});

/** @public */
export type ChangePathsView = z.output<typeof ChangePathsView>;
