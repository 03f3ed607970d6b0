import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, normalised, received } from './samples';
import type { TestStores } from './TestStores';

/** Receives a document with this text and keeps statements as read from it. */
export async function keepStatementsOf(
  { documents }: TestStores,
  text: string,
  ...statements: Statement[]
): Promise<void> {
  await documents.receive([received(text)]);
  await documents.work({
    limit: 10,
    now: at(100),
    normalise: normalised(...statements),
  });
}
