import { z } from 'zod';
import { EvidenceType } from '../evidence/EvidenceType';
import { Instant } from '../time/Instant';

/**
 * A page of a CI system where something is set.
 *
 * @public
 */
export const SettingsPage = z.object({
  /** The repository by its address, or the pipeline by its URN. */
  target: z.string(),
  uri: z.string(),
  /** When the source reads it next; absent if it is not read by itself. */
  readAt: Instant.optional(),
});

/** @public */
export type SettingsPage = z.output<typeof SettingsPage>;

/**
 * A type of evidence, and which installed sources can give it. `seen`: it came from
 * this source within a year. `connected`: the source could deliver it, or be
 * collected, and has not given it for this asset. `not-connected`: its module can read
 * it, but is not configured for that.
 *
 * @public
 */
export const EvidenceOrigin = z.object({
  type: EvidenceType,
  /** Those that give it first; empty if no installed source can. */
  sources: z.array(
    z.object({
      id: z.string(),
      /** Its name for people; absent for the backend's own sources. */
      title: z.string().optional(),
      state: z.enum(['seen', 'connected', 'not-connected']),
      /** When the last of it happened. */
      lastAt: Instant.optional(),
      /**
       * Where the asset's repositories and pipelines set what it reports, in the CI
       * system; absent if no such page is known.
       */
      settings: z.array(SettingsPage).optional(),
    }),
  ),
});

/** @public */
export type EvidenceOrigin = z.output<typeof EvidenceOrigin>;
