import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';

/**
 * A release or a package was published (CDEvents `artifact.published`).
 *
 * @public
 */
export const ArtifactPublished = z.object({
  /** The release it is part of, for releases of a repository. */
  release: z
    .object({ tag: z.string(), name: z.string(), url: z.string() })
    .optional(),
  /** The package it is, for packages of a registry. */
  package: z
    .object({
      /** The registry's kind in the words of purl: npm, maven, oci, … */
      ecosystem: z.string().min(1),
      name: z.string().min(1),
      version: z.string().optional(),
      url: z.string().optional(),
    })
    .optional(),
  /** Branch or commit it was made from, as the source names it. */
  target: z.string().optional(),
  publishedBy: Identity.optional(),
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
