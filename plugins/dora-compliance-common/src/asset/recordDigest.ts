import { canonicalJson } from '../evidence/canonicalJson';
import { type Digest, computeDigest } from '../evidence/Digest';
import type { IctAsset } from './IctAsset';

/**
 * The digest of the record of an asset as a review confirms it: its fields
 * and the functions it supports, without the dates of reviews and changes.
 *
 * @public
 */
export function recordDigest(
  asset: IctAsset,
  functions: readonly string[],
): Digest {
  const { id, ownerRef, providerRef, systemRef, type, declared } = asset;
  const { lastReview, lastMajorChange, legacyAssessment, ...fields } = declared;
  const record = { id, type, ownerRef, systemRef, providerRef, fields };
  return computeDigest(
    canonicalJson(JSON.parse(JSON.stringify({ ...record, functions }))),
  );
}
