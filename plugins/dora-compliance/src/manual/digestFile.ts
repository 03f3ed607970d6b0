import {
  computeDigest,
  type ReferencedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A file as evidence refers to it: by the digest of its bytes, which stay here. The
 * browser computes digests itself only on pages with TLS.
 */
export async function digestFile(file: File): Promise<ReferencedDocument> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { title: file.name, digest: computeDigest(bytes) };
}
