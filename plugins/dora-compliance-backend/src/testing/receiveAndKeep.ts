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
