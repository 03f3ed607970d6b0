import type {
  Assessment,
  Digest,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';
import { isSqlite } from '../kernel/database/isSqlite';
import {
  type QueueFigure,
  readQueueFigures,
} from '../kernel/database/readQueueFigures';
import { whereVisible } from '../permissions/KnexVisible';
import type { Visibility } from '../permissions/Visibility';
import type {
  AssessmentStore,
  CurrentAssessment,
  CurrentResult,
  DecisionObserver,
  DriftedPair,
  InstalledControl,
} from './AssessmentStore';
import {
  assessmentAt,
  currentAssessments,
  currentResults,
} from './KnexCurrentAssessments';
import type {
  ClaimedPairs,
  CompletedPairs,
  DecidedPair,
  PairClaim,
} from './ClaimedPair';
import { releasePairs } from './KnexClaimPairs';
import { completePairs } from './KnexCompletePairs';
import { KnexPairClaims } from './KnexPairClaims';
import { installControls } from './KnexInstallControls';
import { describeResult } from './describeResult';
import { removeDrifted } from './KnexStatusDrift';

/** Assessments in the database of the plugin. */
export class KnexAssessmentStore implements AssessmentStore {
  readonly concurrency: number;
  readonly #knex: Knex;
  readonly #claims: KnexPairClaims;
  readonly #observer: DecisionObserver | undefined;

  constructor(knex: Knex, observer?: DecisionObserver) {
    this.#knex = knex;
    this.#claims = new KnexPairClaims(knex);
    this.#observer = observer;
    // SQLite has a single connection.
    this.concurrency = isSqlite(knex) ? 1 : 2;
  }

  async install(
    controls: readonly InstalledControl[],
    now: Instant,
  ): Promise<void> {
    await installControls(this.#knex, controls, { now, isStart: true });
  }

  confirm(
    controls: readonly InstalledControl[],
    now: Instant,
  ): Promise<string[]> {
    return installControls(this.#knex, controls, { now, isStart: false });
  }

  claim(options: {
    limit: number;
    now: Instant;
    codes?: readonly Digest[];
  }): Promise<PairClaim> {
    return this.#claims.claim(options);
  }

  async complete(
    claim: ClaimedPairs,
    decided: readonly DecidedPair[],
    now: Instant,
  ): Promise<CompletedPairs> {
    const { worked, failed } = await this.#knex.transaction(transaction =>
      completePairs(transaction, claim, decided, now),
    );
    for (const { since } of worked) {
      this.#observer?.decided((Date.parse(now) - Date.parse(since)) / 1000);
    }
    return { worked: worked.length, failed };
  }

  release(claim: ClaimedPairs): Promise<void> {
    return releasePairs(this.#knex, claim);
  }

  current(
    entityRef: string,
    controlId?: string,
  ): Promise<Map<string, CurrentAssessment>> {
    return currentAssessments(this.#knex, entityRef, controlId);
  }

  recordedAt(
    entityRef: string,
    controlId: string,
    instant: Instant,
  ): Promise<Assessment | undefined> {
    return assessmentAt(this.#knex, { entityRef, controlId, instant });
  }

  results(entityRef: string): Promise<Map<string, CurrentResult>> {
    return currentResults(this.#knex, entityRef);
  }

  queue(now: Instant): Promise<QueueFigure> {
    return readQueueFigures(this.#knex, 'assessment_queue', now);
  }

  async countDue(now: Instant, entityRef?: string): Promise<number> {
    const query = this.#knex('assessment_queue').where('due_at', '<=', now);
    if (entityRef) {
      query.where('entity_ref', entityRef);
    }
    const row = await query.count({ n: '*' }).first();
    return Number(row?.n);
  }

  removeDrifted(now: Instant): Promise<DriftedPair[]> {
    return removeDrifted(this.#knex, now);
  }

  async countVisibleDue(now: Instant, visible: Visibility): Promise<number> {
    const row = await whereVisible(
      this.#knex('assessment_queue').where('due_at', '<=', now),
      this.#knex,
      'entity_ref',
      visible,
    )
      .count({ n: '*' })
      .first();
    return Number(row?.n);
  }

  async rebuild(): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const installed = transaction('asset')
        .crossJoin('control' as never)
        .select('asset.entity_ref', 'control.id');
      const ranked = transaction('assessment')
        .select('body')
        .rowNumber('place', query =>
          query.partitionBy(['entity_ref', 'control_id']).orderBy([
            { column: 'as_of', order: 'desc' },
            { column: 'id', order: 'desc' },
          ]),
        )
        .whereIn(['entity_ref', 'control_id'], installed);
      const rows: { body: string }[] = await transaction
        .from(ranked.as('ranked'))
        .where('place', 1)
        .select('body');
      await transaction('control_status').delete();
      const latest = rows.map(row => JSON.parse(row.body) as Assessment);
      for (const chunk of inChunks(latest, 100)) {
        await transaction('control_status').insert(
          chunk.map(assessment => {
            const { id, digest } = describeResult(assessment);
            return {
              entity_ref: assessment.entityRef,
              control_id: assessment.controlId,
              assessment_id: id,
              result_digest: digest,
              status: assessment.status,
              assessed_at: assessment.asOf,
              valid_until: assessment.validUntil ?? null,
            };
          }),
        );
      }
    });
  }
}
