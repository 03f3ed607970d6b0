import {
  type Instant,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Router } from 'express';
import type { AssessmentStore } from '../assess/AssessmentStore';
import type { DocumentStore } from '../ledger/DocumentStore';
import { describedTo } from '../read/evidence/readableDocument';
import { bindOperation, type Guards } from './bindOperation';
import { Fault } from './Fault';

/** What the operations on source documents use. */
export type DocumentRouterOptions = {
  documents: DocumentStore;
  assessments: AssessmentStore;
  /** The language of the answers; English by default. */
  sentences?: Sentences;
  now: () => Instant;
  onReplay: () => void;
};

/** Operations on source documents and on the queues. */
export function bindDocumentOperations(
  router: Router,
  options: Guards & DocumentRouterOptions,
): void {
  const { documents, assessments, now, onReplay, sentences } = options;
  bindOperation(
    router,
    options,
    operations.listDocuments,
    async ({ state, sourceId, limit, cursor, reader }) => {
      const visible = await reader.visible();
      const asked = { state, sourceId, limit, cursor, visible };
      const page = await documents.list(asked);
      return {
        ...page,
        items: await describedTo(reader, page.items, sentences),
      };
    },
  );
  bindOperation(
    router,
    options,
    operations.replayDocument,
    async ({ digest, reader }) => {
      const visible = await reader.visible();
      const queued = await documents.replay(digest, now(), visible);
      const found = queued ? await documents.find(digest) : undefined;
      const [view] = await describedTo(reader, found ? [found] : [], sentences);
      if (!view) {
        throw new Fault('document-unknown');
      }
      onReplay();
      return view;
    },
  );
  bindOperation(
    router,
    options,
    operations.readProcessing,
    async ({ reader }) => {
      const visible = await reader.visible();
      return {
        ...(visible === 'all' && { documents: await documents.count() }),
        assessments: { due: await assessments.countVisibleDue(now(), visible) },
      };
    },
  );
}
