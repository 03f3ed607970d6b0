import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceStore } from './EvidenceStore';
import type { Reader } from '../../permissions/Reader';
import { namesOfEvidence, readableEvidence } from './readableEvidence';

/**
 * Whether a reader may read all that a document is about: the entities that its
 * evidence names, and one of the assets that each piece of it concerns. Nothing
 * can be left out of bytes that have a digest. What is about organizations is only for
 * readers of the whole catalog.
 */
export async function isWholeReadable(
  evidence: EvidenceStore,
  digest: Digest,
  reader: Reader,
): Promise<boolean> {
  if (await reader.seesAll()) {
    return true;
  }
  if (await evidence.isAboutOrganizations(digest)) {
    return false;
  }
  const naming = await evidence.namingEntities(digest);
  const assets = await evidence.assetsIn(digest);
  const isReadable = await reader.readable([
    ...naming.flatMap(namesOfEvidence),
    ...assets.flat(),
  ]);
  return (
    naming.every(item => readableEvidence(item, isReadable).isWhole) &&
    assets.every(of => of.length === 0 || of.some(isReadable))
  );
}
