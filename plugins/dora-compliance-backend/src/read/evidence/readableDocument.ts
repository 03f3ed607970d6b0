import type { DocumentView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { catalogSource } from '../../register/ownSources';
import type { Reader } from '../../permissions/Reader';

type Description = DocumentView['document'];

/**
 * A document as it is described to callers who may not read the whole catalog:
 * the size of what we wrote about the catalog tells what is left out of it.
 */
export function describedInPart(document: Description): Description {
  const { size, ...rest } = document;
  return document.sourceId === catalogSource.id ? rest : document;
}

/** Documents as they are described to a reader. */
export async function describedTo(
  reader: Reader,
  items: DocumentView[],
): Promise<DocumentView[]> {
  return (await reader.seesAll())
    ? items
    : items.map(item => ({
        ...item,
        document: describedInPart(item.document),
      }));
}
