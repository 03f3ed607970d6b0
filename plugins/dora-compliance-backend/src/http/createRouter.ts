import {
  assetReadPermission,
  type Instant,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { EvidenceStore } from '../read/evidence/EvidenceStore';
import type { Reader } from '../permissions/Reader';
import type { ControlTrial } from '../read/compliance/ControlTrial';
import type { ComplianceQuery } from '../read/compliance/ComplianceQuery';
import { evidenceViews } from '../read/evidence/evidenceView';
import { isWholeReadable } from '../read/evidence/isWholeReadable';
import {
  bindCatalogueOperations,
  type CatalogueRouterOptions,
} from './bindCatalogueOperations';
import {
  bindInventoryOperations,
  type InventoryRouterOptions,
} from './bindInventoryOperations';
import {
  bindDocumentOperations,
  type DocumentRouterOptions,
} from './bindDocumentOperations';
import { bindOperation, type Guards } from './bindOperation';
import {
  bindManualEvidenceOperations,
  type ManualEvidenceRouterOptions,
} from './bindManualEvidenceOperations';
import {
  bindProductionOperations,
  type ProductionRouterOptions,
} from './bindProductionOperations';
import {
  bindRegisterOperations,
  type RegisterRouterOptions,
} from './bindRegisterOperations';
import {
  bindResultOperations,
  type ResultRouterOptions,
} from './bindResultOperations';
import {
  bindScorecardOperations,
  type ScorecardRouterOptions,
} from './bindScorecardOperations';
import {
  bindSourceOperations,
  type SourceRouterOptions,
} from './bindSourceOperations';
import {
  bindTimelineOperations,
  type TimelineRouterOptions,
} from './bindTimelineOperations';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';
import { unknownAsset } from './unknownAsset';

/** DORA entered into force in 2023; no source reports what is older than this. */
const EARLIEST = '2000-01-01T00:00:00.000Z';

/** Everything the operations use. */
export type RouterOptions = Guards &
  CatalogueRouterOptions &
  DocumentRouterOptions &
  RegisterRouterOptions &
  InventoryRouterOptions &
  ManualEvidenceRouterOptions &
  ProductionRouterOptions &
  ResultRouterOptions &
  ScorecardRouterOptions &
  SourceRouterOptions &
  TimelineRouterOptions & {
    compliance: ComplianceQuery;
    trial: ControlTrial;
    evidence: EvidenceStore;
    now: () => Instant;
  };

/** What answers in a language; everything else is the same in all. */
export type Translated = Pick<
  RouterOptions,
  | 'actions'
  | 'compliance'
  | 'controls'
  | 'descriptions'
  | 'production'
  | 'registerQuery'
  | 'results'
  | 'scorecards'
  | 'sourcesQuery'
  | 'timelines'
> & { sentences: Sentences; trial: ControlTrial };

/** One route for each operation of the table. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  bindCatalogueOperations(router, options);
  bindAssetOperations(router, options);
  bindProductionOperations(router, options);
  bindTimelineOperations(router, options);
  bindEvidenceOperations(router, options);
  bindDocumentOperations(router, options);
  bindRegisterOperations(router, options);
  bindManualEvidenceOperations(router, options);
  bindInventoryOperations(router, options);
  bindResultOperations(router, options);
  bindScorecardOperations(router, options);
  bindSourceOperations(router, options);
  return router;
}

function bindAssetOperations(router: Router, options: RouterOptions) {
  const { compliance, now } = options;
  bindOperation(
    router,
    options,
    operations.tryControl,
    async ({ body, limit, cursor, reader }) => {
      await requireWhole(reader);
      const page = { limit, cursor };
      const answer = await options.trial.try(body, page, now());
      if (typeof answer === 'string') {
        throw new Fault(
          'control-invalid',
          errorDetail('control-invalid', { problem: answer }),
        );
      }
      return answer;
    },
  );
  bindOperation(
    router,
    options,
    operations.readCompliance,
    async ({ entityRef, reader }) =>
      (await compliance.readCompliance(entityRef, now(), reader)) ??
      unknownAsset(entityRef),
  );
  bindOperation(
    router,
    options,
    operations.readControl,
    async ({ entityRef, controlId, asOf, known, reader }) => {
      const time = { now: now(), known, ...(asOf && { asOf }) };
      requirePast(asOf, time.now);
      const found = await compliance.readControl(
        entityRef,
        controlId,
        time,
        reader,
      );
      if (found === 'asset-unknown') {
        return unknownAsset(entityRef);
      }
      if (found === 'control-unknown') {
        throw new Fault(found, errorDetail(found, { controlId }));
      }
      return found;
    },
  );
}

/**
 * An assertion can ask for what a reader may not see, and the status tells the
 * answer: only who may read the whole catalog can try controls.
 */
async function requireWhole(reader: Reader): Promise<void> {
  if (!(await reader.seesAll())) {
    throw new Fault(
      'not-allowed',
      errorDetail('permission-missing', {
        permission: `catalog.entity.read and ${assetReadPermission.name} (without conditions)`,
      }),
    );
  }
}

/** Nothing is known of the time to come. */
function requirePast(asOf: Instant | undefined, now: Instant): void {
  if (asOf && (asOf > now || asOf < EARLIEST)) {
    throw new Fault(
      'request-invalid',
      errorDetail('parameter-invalid', {
        parameter: 'query.asOf',
        problem: `must be from ${EARLIEST} to ${now}`,
      }),
    );
  }
}

function bindEvidenceOperations(router: Router, options: RouterOptions) {
  const { evidence, sentences } = options;
  bindOperation(
    router,
    options,
    operations.listEvidence,
    async ({ entityRef, limit, cursor, reader, ...filter }) => {
      const page = await evidence.list(entityRef, { limit, cursor, filter });
      return {
        ...page,
        items: await evidenceViews(page.items, reader, sentences),
      };
    },
  );
  bindOperation(
    router,
    options,
    operations.readEvidence,
    async ({ entityRef, evidenceId, reader }) => {
      const found = await evidence.find(entityRef, evidenceId, {
        seesAll: await reader.seesAll(),
      });
      const [view] = await evidenceViews(
        found ? [found] : [],
        reader,
        sentences,
      );
      if (!view) {
        throw new Fault('evidence-unknown');
      }
      return view;
    },
  );
  bindOperation(
    router,
    options,
    operations.readDocument,
    async ({ entityRef, digest, reader }, res) => {
      const found = await evidence.readDocument(entityRef, digest, {
        seesAll: await reader.seesAll(),
      });
      if (!found || !(await isWholeReadable(evidence, digest, reader))) {
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
