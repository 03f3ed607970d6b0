import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, normalised, received } from './samples';
import type { TestStores } from './TestStores';
import { normaliseWith } from './normaliseWith';

/** Receives a document with this text and keeps statements as read from it. */
export async function receiveAndKeep(
  { documents }: TestStores,
  text: string,
  ...statements: Statement[]
): Promise<void> {
  await documents.receive([received(text)]);
  await normaliseWith(documents, {
    limit: 10,
    now: at(100),
    normalise: normalised(...statements),
  });
}

/** The same, of a sender that nobody vouches for. */
export async function keepUnproven(
  { documents }: TestStores,
  text: string,
  ...statements: Statement[]
): Promise<void> {
  const { document, ...others } = received(text);
  const verification = 'unverified' as const;
  await documents.receive([
    { ...others, document: { ...document, verification, proof: 'none' } },
  ]);
  await normaliseWith(documents, {
    limit: 10,
    now: at(100),
    normalise: normalised(...statements),
  });
}
