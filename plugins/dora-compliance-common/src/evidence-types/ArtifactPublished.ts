import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';

/**
 * A release was published (CDEvents `artifact.published`).
 *
 * @public
 */
export const ArtifactPublished = z.object({
  release: z.object({ tag: z.string(), name: z.string(), url: z.string() }),
  /** Branch or commit the tag was made from, as the source names it. */
  target: z.string(),
  publishedBy: Identity,
  publishedAt: Instant,
  prerelease: z.boolean(),
  artifacts: z.array(
    z.object({
      name: z.string(),
      url: z.string(),
      digest: z.string().optional(),
    }),
  ),
});
