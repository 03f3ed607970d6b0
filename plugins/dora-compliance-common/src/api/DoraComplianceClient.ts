import type { Confirmation } from '../evidence-types/manual/governance';
import type { RecordRequest } from './manualEvidenceOperations';
import type { Day } from '../time/Day';
import type { Instant } from '../time/Instant';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { Digest } from '../evidence/Digest';
import type {
  ActionsParams,
  AsOfParams,
  ChangesParams,
  CompareParams,
  DeploymentParams,
  DoraComplianceApi,
  InventoryParams,
  PageParams,
  ResultsParams,
  ScopeParams,
} from './DoraComplianceApi';
import type { EvidenceFilter } from './EvidenceFilter';
import type { ReviewRequest } from './inventoryViews';
import type { Operation } from './Operation';
import { operations } from './operations';
import { type FetchRequest, writeRequest } from './writeRequest';
import type { TrialRequest } from './trialViews';
import type {
  BackfillRequest,
  CollectRequest,
  FlawedState,
} from './sourceViews';
import type { DocumentState } from './views';

/**
 * What the client needs of a fetch response.
 *
 * @public
 */
export type FetchResponse = Parameters<typeof ResponseError.fromResponse>[0] & {
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/**
 * Speaks to the backend over HTTP; for browsers and backends alike.
 *
 * @public
 */
export class DoraComplianceClient implements DoraComplianceApi {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: (url: string, init?: FetchRequest) => Promise<FetchResponse>;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: {
      fetch(url: string, init?: FetchRequest): Promise<FetchResponse>;
    };
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = (url, init) => options.fetchApi.fetch(url, init);
  }

  listControls() {
    return this.#call(operations.listControls, {}, {});
  }

  listPolicies() {
    return this.#call(operations.listPolicies, {}, {});
  }

  describeControl(controlId: string) {
    return this.#call(operations.describeControl, { controlId }, {});
  }

  listInventory(query: InventoryParams) {
    return this.#call(operations.listInventory, {}, query);
  }

  readInventorySummary(query: InventoryParams) {
    return this.#call(operations.readInventorySummary, {}, query);
  }

  exportInventory(query: InventoryParams) {
    return this.#read(operations.exportInventory, {}, query);
  }

  listUninventoriedPipelines(page: { cursor?: string; limit?: number }) {
    return this.#call(operations.listUninventoriedPipelines, {}, page);
  }

  listDiscoveries() {
    return this.#call(operations.listDiscoveries, {}, {});
  }

  listCriticalities(page: { cursor?: string; limit?: number }) {
    return this.#call(operations.listCriticalities, {}, page);
  }

  readScorecard(query: ScopeParams & PageParams) {
    return this.#call(operations.readScorecard, {}, query);
  }

  compareScorecards(query: CompareParams & PageParams) {
    return this.#call(operations.compareScorecards, {}, query);
  }

  readTrend(query: ScopeParams & { from?: Day; to?: Day }) {
    return this.#call(operations.readTrend, {}, query);
  }

  listStatusChanges(query: ChangesParams & PageParams) {
    return this.#call(operations.listStatusChanges, {}, query);
  }

  listChangePaths(query: { ref: string } & PageParams) {
    return this.#call(operations.listChangePaths, {}, query);
  }

  listScores(entityRefs: readonly string[]) {
    return this.#call(operations.listScores, {}, { ref: entityRefs.join(',') });
  }

  listActions(query: ActionsParams & PageParams) {
    return this.#call(operations.listActions, {}, query);
  }

  exportScorecard(query: ScopeParams) {
    return this.#read(operations.exportScorecard, {}, query);
  }

  listResults(query: ResultsParams & PageParams) {
    return this.#call(operations.listResults, {}, joinLists(query));
  }

  exportResults(query: ResultsParams) {
    return this.#read(operations.exportResults, {}, joinLists(query));
  }

  readAssetRecord(entityRef: string) {
    return this.#call(operations.readAssetRecord, path(entityRef), {});
  }

  readAssetGraph(entityRef: string) {
    return this.#call(operations.readAssetGraph, path(entityRef), {});
  }

  reviewAsset(entityRef: string, review: ReviewRequest) {
    return this.#call(operations.reviewAsset, path(entityRef), {}, review);
  }

  recordEvidence(entityRef: string, evidence: RecordRequest) {
    return this.#call(operations.recordEvidence, path(entityRef), {}, evidence);
  }

  confirmEvidence(entityRef: string, body: Confirmation) {
    return this.#call(operations.confirmEvidence, path(entityRef), {}, body);
  }

  tryControl(request: TrialRequest, page: PageParams) {
    return this.#call(operations.tryControl, {}, page, request);
  }

  readCompliance(entityRef: string) {
    return this.#call(operations.readCompliance, path(entityRef), {});
  }

  readControl(entityRef: string, controlId: string, query: AsOfParams = {}) {
    return this.#call(
      operations.readControl,
      path(entityRef, { controlId }),
      query,
    );
  }

  readControlTimeline(entityRef: string, controlId: string, from?: Day) {
    return this.#call(
      operations.readControlTimeline,
      path(entityRef, { controlId }),
      { ...(from && { from }) },
    );
  }

  listProductionChanges(entityRef: string) {
    return this.#call(operations.listProductionChanges, path(entityRef), {});
  }

  readProductionChange(entityRef: string, query: DeploymentParams) {
    return this.#call(operations.readProductionChange, path(entityRef), query);
  }

  listEvidence(entityRef: string, query: EvidenceFilter & PageParams) {
    return this.#call(operations.listEvidence, path(entityRef), query);
  }

  readEvidence(entityRef: string, evidenceId: Digest) {
    return this.#call(
      operations.readEvidence,
      path(entityRef, { evidenceId }),
      {},
    );
  }

  readDocument(entityRef: string, digest: Digest) {
    return this.#read(operations.readDocument, path(entityRef, { digest }), {});
  }

  listDocuments(
    query: { state?: DocumentState; sourceId?: string } & PageParams,
  ) {
    return this.#call(operations.listDocuments, {}, query);
  }

  replayDocument(digest: Digest) {
    return this.#call(operations.replayDocument, { digest }, {});
  }

  readProcessing() {
    return this.#call(operations.readProcessing, {}, {});
  }

  listSources() {
    return this.#call(operations.listSources, {}, {});
  }

  readSource(sourceId: string, page: PageParams) {
    return this.#call(operations.readSource, { sourceId }, page);
  }

  listGaps(sourceId: string, page: PageParams) {
    return this.#call(operations.listGaps, { sourceId }, page);
  }

  collectNow(sourceId: string, request: CollectRequest) {
    return this.#call(operations.collectNow, { sourceId }, {}, request);
  }

  startBackfill(sourceId: string, request: BackfillRequest) {
    return this.#call(operations.startBackfill, { sourceId }, {}, request);
  }

  listBackfills(sourceId: string, page: PageParams) {
    return this.#call(operations.listBackfills, { sourceId }, page);
  }

  replayFlawed(
    sourceId: string,
    query: { state: FlawedState; until?: Instant },
  ) {
    return this.#call(operations.replayFlawed, { sourceId }, query);
  }

  async #call<TAnswer extends z.ZodType>(
    of: Pick<Operation, 'method' | 'path'> & { answer: TAnswer },
    params: Record<string, string>,
    query: InventoryParams,
    body?: unknown,
  ): Promise<z.output<TAnswer>> {
    const response = await this.#send(of, params, query, body);
    return of.answer.parse(await response.json());
  }

  /** The bytes of an answer that is no JSON. */
  async #read(
    of: Pick<Operation, 'method' | 'path'>,
    params: Record<string, string>,
    query: InventoryParams,
  ) {
    const response = await this.#send(of, params, query);
    return new Uint8Array(await response.arrayBuffer());
  }

  async #send(
    of: Pick<Operation, 'method' | 'path'>,
    params: Record<string, string>,
    query: InventoryParams,
    body?: unknown,
  ) {
    const base = await this.#discovery.getBaseUrl('dora-compliance');
    const { url, ...init } = writeRequest(of, { base, params, query, body });
    const response = await this.#fetch(url, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function joinLists({ control, status, ...query }: ResultsParams) {
  return {
    ...query,
    ...(control && { control: control.join() }),
    ...(status && { status: status.join() }),
  };
}

function path(entityRef: string, more: Record<string, string> = {}) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return { kind, namespace, name, ...more };
}
