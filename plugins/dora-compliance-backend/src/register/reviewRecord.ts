import {
  type Instant,
  type ReviewRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DocumentStore } from '../ledger/DocumentStore';
import { reviewDocument } from './ownSources';
import type { RegisterStore } from './RegisterStore';

/**
 * Stores that somebody reviewed the current record of an asset (DORA 8(1)). A
 * review of another state is rejected: nobody can confirm what they have not
 * seen.
 */
export async function reviewRecord(options: {
  register: RegisterStore;
  documents: DocumentStore;
  entityRef: string;
  review: ReviewRequest;
  reviewerRef: string;
  now: Instant;
}): Promise<'kept' | 'record-changed'> {
  const { register, documents, entityRef, review, reviewerRef, now } = options;
  const found = await register.find(entityRef);
  if (found?.record !== review.digest) {
    return 'record-changed';
  }
  const note = review.note?.trim();
  await documents.receive([
    reviewDocument({
      entityRef,
      record: review.digest,
      reviewer: { system: 'backstage', login: reviewerRef, kind: 'human' },
      reviewedAt: now,
      ...(note && { note }),
    }),
  ]);
  await register.recordReview(entityRef, now.slice(0, 10), reviewerRef);
  return 'kept';
}
