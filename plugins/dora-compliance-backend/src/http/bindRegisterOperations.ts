import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type AssetRecordView,
  assetReviewPermission,
  type Instant,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import { reviewRecord } from '../register/reviewRecord';
import type { RegisterStore } from '../register/RegisterStore';
import type { DocumentStore } from '../ledger/DocumentStore';
import type { KnexRegisterQuery } from '../read/inventory/KnexRegisterQuery';
import {
  type OperationRequest,
  bindOperation,
  type Guards,
} from './bindOperation';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';
import { isPerson } from './isPerson';

/** What the operations on the record of one asset use. */
export type RegisterRouterOptions = {
  auth: AuthService;
  register: RegisterStore;
  registerQuery: KnexRegisterQuery;
  documents: DocumentStore;
  now: () => Instant;
  /** Called when a review was stored. */
  onReview: () => void;
};

/** Operations on the record of one asset, its graph, and its review. */
export function bindRegisterOperations(
  router: Router,
  options: Guards & RegisterRouterOptions,
): void {
  const { registerQuery } = options;
  bindOperation(router, options, operations.readAssetRecord, asked =>
    readRecord(options, asked),
  );
  bindOperation(
    router,
    options,
    operations.readAssetGraph,
    ({ entityRef, reader }) => registerQuery.readGraph(entityRef, reader),
  );
  bindOperation(
    router,
    options,
    operations.reviewAsset,
    async ({ entityRef, credentials, reader, body }) => {
      const outcome = await reviewRecord({
        ...options,
        entityRef,
        review: body,
        reviewerRef: requireReviewer(options.auth, credentials),
        now: options.now(),
      });
      if (outcome === 'record-changed') {
        throw new Fault(outcome);
      }
      options.onReview();
      return readRecord(options, { entityRef, credentials, reader });
    },
  );
}

async function readRecord(
  options: Guards & RegisterRouterOptions,
  asked: Pick<OperationRequest, 'entityRef' | 'credentials' | 'reader'>,
): Promise<AssetRecordView> {
  const { access, auth, registerQuery, now } = options;
  const { entityRef, credentials, reader } = asked;
  const mayReview =
    isPerson(auth, credentials) &&
    (await access.may(assetReviewPermission.name, credentials, entityRef));
  const today = now().slice(0, 10);
  const record = await registerQuery.readRecord(
    entityRef,
    today,
    mayReview,
    reader,
  );
  if (!record) {
    throw new Fault(
      'asset-unknown',
      errorDetail('asset-unknown', { entityRef }),
    );
  }
  return record;
}

/** The reviewer: a person, as the reference of the user. */
function requireReviewer(
  auth: AuthService,
  credentials: BackstageCredentials,
): string {
  if (!isPerson(auth, credentials)) {
    throw new Fault(
      'not-allowed',
      language => language.errors['review-by-machine'].meaning,
    );
  }
  return credentials.principal.userEntityRef;
}
