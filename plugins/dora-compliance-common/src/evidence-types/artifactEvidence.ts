import { z } from 'zod';
import { Instant } from '../time/Instant';
import { Completeness } from './Completeness';

const Artifact = z.object({
  name: z.string().optional(),
  /** `algorithm:hex`; a tag is no identification. */
  digest: z.string().optional(),
});

/**
 * An artifact was signed (CDEvents `artifact.signed`).
 *
 * @public
 */
export const ArtifactSigned = z.object({
  artifact: Artifact,
  /** The signature or where it lies. */
  signature: z.string().optional(),
  signedAt: Instant,
});

/**
 * How an artifact was made (SLSA provenance, in-toto). Nothing here says that
 * its signature holds: that is what `signatureChecked` is for.
 *
 * @public
 */
export const Provenance = z.object({
  artifact: Artifact.extend({ digest: z.string() }),
  predicateType: z.string(),
  builder: z.string().optional(),
  buildType: z.string().optional(),
  sourceRepository: z.string().optional(),
  sourceCommit: z.string().optional(),
  runUrl: z.string().optional(),
  signatureChecked: z.boolean(),
});

/**
 * What a repository or artifact is made of: a software bill of materials.
 *
 * @public
 */
export const Sbom = Completeness.extend({
  format: z.enum(['spdx', 'cyclonedx', 'other']),
  specVersion: z.string().optional(),
  name: z.string().optional(),
  components: z.number().int().nonnegative(),
  tool: z.string().optional(),
  commit: z.string().optional(),
  artifact: Artifact.optional(),
  createdAt: Instant.optional(),
});
