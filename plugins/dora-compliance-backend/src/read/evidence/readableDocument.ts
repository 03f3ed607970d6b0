import type { DocumentView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { inEnglish } from '../inEnglish';
import { catalogSource } from '../../register/ownSources';
import type { Reader } from '../../permissions/Reader';

type Description = DocumentView['document'];

/**
 * A document as it is described to callers who may not read the whole catalog:
 * the size of the backend's own documents would reveal what is left out.
 */
export function describedInPart(document: Description): Description {
  const { size, ...rest } = document;
  return document.sourceId === catalogSource.id ? rest : document;
}

/** Documents as they are described to a reader. */
export async function describedTo(
  reader: Reader,
  items: DocumentView[],
  sentences: Sentences = inEnglish,
): Promise<DocumentView[]> {
  const seesAll = await reader.seesAll();
  return items.map(({ document, rejection, flaws, ...item }) => ({
    ...item,
    document: seesAll ? document : describedInPart(document),
    ...(rejection !== undefined && { rejection: sentences.text(rejection) }),
    ...(flaws && { flaws: flaws.map(sentences.text) }),
  }));
}
