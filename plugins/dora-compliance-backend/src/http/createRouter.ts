import {
  type Instant,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AssessmentStore } from '../assess/AssessmentStore';
import type { ControlCatalogue } from '../controls/ControlCatalogue';
import type { EvidenceStore } from '../evidence/EvidenceStore';
import type { DocumentStore } from '../ingest/DocumentStore';
import type { ComplianceQuery } from '../query/ComplianceQuery';
import { evidenceView } from '../query/evidenceView';
import {
  bindInventoryOperations,
  type InventoryRouterOptions,
} from './bindInventoryOperations';
import { bindOperation, type Guards } from './bindOperation';
import {
  bindRegisterOperations,
  type RegisterRouterOptions,
} from './bindRegisterOperations';
import {
  bindSourceOperations,
  type SourceRouterOptions,
} from './bindSourceOperations';
import { namingCursor } from './namingCursor';
import { Fault } from './Fault';

/** Everything the operations are answered from. */
export type RouterOptions = Guards &
  RegisterRouterOptions &
  InventoryRouterOptions &
  SourceRouterOptions & {
    controls: ControlCatalogue;
    compliance: ComplianceQuery;
    evidence: EvidenceStore;
    documents: DocumentStore;
    assessments: AssessmentStore;
    now: () => Instant;
    onReplay: () => void;
  };

/** One route for each operation of the table. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  bindAssetOperations(router, options);
  bindEvidenceOperations(router, options);
  bindDocumentOperations(router, options);
  bindRegisterOperations(router, options);
  bindInventoryOperations(router, options);
  bindSourceOperations(router, options);
  return router;
}

function bindAssetOperations(router: Router, options: RouterOptions) {
  const { compliance, controls, now } = options;
  bindOperation(router, options, operations.listControls, async () => ({
    items: [...controls.values()].map(({ control }) => control),
  }));
  bindOperation(
    router,
    options,
    operations.readCompliance,
    async ({ entityRef }) =>
      (await compliance.readCompliance(entityRef, now())) ??
      unknownAsset(entityRef),
  );
  bindOperation(
    router,
    options,
    operations.readControl,
    async ({ entityRef, controlId }) => {
      const found = await compliance.readControl(
        entityRef,
        controlId,
        options.now(),
      );
      if (found === 'asset-unknown') {
        return unknownAsset(entityRef);
      }
      if (found === 'control-unknown') {
        throw new Fault(found, `There is no control ${controlId}.`);
      }
      return found;
    },
  );
}

function bindEvidenceOperations(router: Router, options: RouterOptions) {
  const { evidence } = options;
  bindOperation(
    router,
    options,
    operations.listEvidence,
    async ({ entityRef, limit, cursor }) => {
      const page = await namingCursor(() =>
        evidence.list(entityRef, { limit, cursor }),
      );
      return { ...page, items: page.items.map(evidenceView) };
    },
  );
  bindOperation(
    router,
    options,
    operations.readEvidence,
    async ({ entityRef, evidenceId }) => {
      const found = await evidence.find(entityRef, evidenceId);
      if (!found) {
        throw new Fault('evidence-unknown');
      }
      return evidenceView(found);
    },
  );
  bindOperation(
    router,
    options,
    operations.readDocument,
    async ({ entityRef, digest }, res) => {
      const found = await evidence.readDocument(entityRef, digest);
      if (!found) {
        throw new Fault('document-unknown');
      }
      if (found === 'altered') {
        throw new Fault('document-altered');
      }
      const hash = Buffer.from(digest.slice('sha256:'.length), 'hex');
      res
        .set('Content-Type', found.mediaType)
        .set('X-Content-Type-Options', 'nosniff')
        .set('Content-Disposition', 'attachment')
        .set('Repr-Digest', `sha-256=:${hash.toString('base64')}:`)
        .send(Buffer.from(found.body));
    },
  );
}

function bindDocumentOperations(router: Router, options: RouterOptions) {
  const { documents, assessments, now, onReplay } = options;
  bindOperation(
    router,
    options,
    operations.listDocuments,
    ({ state, sourceId, limit, cursor }) =>
      namingCursor(() => documents.list({ state, sourceId, limit, cursor })),
  );
  bindOperation(
    router,
    options,
    operations.replayDocument,
    async ({ digest }) => {
      const queued = await documents.replay(digest, now());
      const found = queued ? await documents.find(digest) : undefined;
      if (!found) {
        throw new Fault('document-unknown');
      }
      onReplay();
      return found;
    },
  );
  bindOperation(router, options, operations.readProcessing, async () => ({
    documents: await documents.count(),
    assessments: { due: await assessments.countDue(now()) },
  }));
}

function unknownAsset(entityRef: string): never {
  throw new Fault('asset-unknown', `There is no asset ${entityRef}.`);
}
