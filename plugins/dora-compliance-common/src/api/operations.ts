import { z } from 'zod';
import { Digest } from '../evidence/Digest';
import {
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
} from '../permissions/permissions';
import { operation } from './Operation';
import { pageOf, PageQuery } from './Page';
import {
  ComplianceView,
  ControlDetailView,
  ControlView,
  DocumentState,
  DocumentView,
  EvidenceView,
  ProcessingView,
} from './views';

const none = z.object({});

const AssetPath = z.object({
  kind: z.string().min(1),
  namespace: z.string().min(1),
  name: z.string().min(1),
});

const asset = '/assets/{kind}/{namespace}/{name}';

/**
 * Everything the API does, apart from receiving deliveries.
 *
 * @public
 */
export const operations = {
  listControls: operation({
    method: 'GET',
    path: '/controls',
    summary: 'The control catalogue',
    needs: controlReadPermission.name,
    params: none,
    query: none,
    answer: z.object({ items: z.array(ControlView) }),
  }),
  readCompliance: operation({
    method: 'GET',
    path: `${asset}/compliance`,
    summary: 'How an asset stands on all controls',
    needs: 'asset',
    params: AssetPath,
    query: none,
    answer: ComplianceView,
  }),
  readControl: operation({
    method: 'GET',
    path: `${asset}/controls/{controlId}`,
    summary: 'One control for one asset with the rows it rests on',
    needs: 'asset',
    params: AssetPath.extend({ controlId: z.string().min(1) }),
    query: none,
    answer: ControlDetailView,
  }),
  listEvidence: operation({
    method: 'GET',
    path: `${asset}/evidence`,
    summary: 'Evidence that concerns an asset, latest first',
    needs: 'asset',
    params: AssetPath,
    query: PageQuery,
    answer: pageOf(EvidenceView),
  }),
  readEvidence: operation({
    method: 'GET',
    path: `${asset}/evidence/{evidenceId}`,
    summary: 'A piece of evidence that concerns an asset',
    needs: 'asset',
    params: AssetPath.extend({ evidenceId: Digest }),
    query: none,
    answer: EvidenceView,
  }),
  readDocument: operation({
    method: 'GET',
    path: `${asset}/documents/{digest}`,
    summary: 'The raw bytes of a source document that concerns an asset',
    needs: 'asset',
    params: AssetPath.extend({ digest: Digest }),
    query: none,
    answer: z.instanceof(Uint8Array),
    raw: true,
  }),
  listDocuments: operation({
    method: 'GET',
    path: '/documents',
    summary: 'Source documents in one state, latest first',
    needs: documentReadPermission.name,
    params: none,
    query: PageQuery.extend({ state: DocumentState.default('rejected') }),
    answer: pageOf(DocumentView),
  }),
  replayDocument: operation({
    method: 'POST',
    path: '/documents/{digest}/replay',
    summary: 'Normalise a source document again',
    needs: documentReplayPermission.name,
    params: z.object({ digest: Digest }),
    query: none,
    answer: DocumentView,
  }),
  readProcessing: operation({
    method: 'GET',
    path: '/processing',
    summary: 'How much work waits',
    needs: documentReadPermission.name,
    params: none,
    query: none,
    answer: ProcessingView,
  }),
} as const;

/** @public */
export type Operations = typeof operations;

/** @public */
export type OperationName = keyof Operations;
