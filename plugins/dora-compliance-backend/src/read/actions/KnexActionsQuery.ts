import {
  type ActionsView,
  type ActionView,
  type Control,
  Criticality,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { IsReadable, Reader } from '../../permissions/Reader';
import { findSeverity } from '../../scores/scoreAsset';
import { namesOfReason, readableReason } from '../compliance/readableReason';
import { inEnglish } from '../inEnglish';
import { readTotal } from '../scorecards/KnexTotals';
import type { ScorecardScope } from '../scorecards/ScorecardScope';
import { type Action, readActions } from './KnexActions';
import { type OPEN, rankActions } from './rankActions';

/** Answers with what waits for somebody. */
export class KnexActionsQuery {
  readonly #knex: Knex;
  readonly #controls: ReadonlyMap<string, Control>;
  readonly #sentences: Sentences;

  constructor(
    knex: Knex,
    controls: ControlCatalogue,
    sentences: Sentences = inEnglish,
  ) {
    this.#knex = knex;
    this.#controls = new Map(
      [...controls].map(([id, { control }]) => [id, control]),
    );
    this.#sentences = sentences;
  }

  /** What the owners of the assets of a scope have to do. */
  async list(
    scope: ScorecardScope,
    reader: Reader,
    page: {
      status?: (typeof OPEN)[number] | undefined;
      limit: number;
      cursor?: string | undefined;
    },
  ): Promise<ActionsView> {
    const [total, found] = await Promise.all([
      readTotal(this.#knex, scope),
      readActions(this.#knex, scope, {
        ...page,
        ranks: rankActions(this.#controls.values()),
      }),
    ]);
    const isReadable = await reader.readable([
      ...found.items.map(({ ownerRef }) => ownerRef),
      ...found.items.flatMap(one => namesOfReason(one.reason, one)),
    ]);
    return {
      owners: [...scope.owners],
      assets: total.assets,
      notSatisfied: total.tally.statuses['not-satisfied'],
      notAssessed: total.tally.statuses['not-assessed'],
      isPartial: scope.visible !== 'all',
      items: found.items.flatMap(one => this.#describe(one, isReadable)),
      ...(found.nextCursor && { nextCursor: found.nextCursor }),
    };
  }

  #describe(action: Action, isReadable: IsReadable): ActionView[] {
    const control = this.#controls.get(action.controlId);
    if (!control) {
      return [];
    }
    const { id, code, title, effort } = control;
    const criticality = Criticality.options[action.rank];
    const advice = this.#sentences.advice(control, action);
    return [
      {
        entityRef: action.entityRef,
        title: action.title,
        ownerRef: action.ownerRef,
        ...(criticality && { criticality }),
        control: { id, code, title },
        severity: findSeverity(control, action.rank),
        ...(effort && { effort }),
        status: action.status,
        reason: readableReason(
          action.reason,
          action,
          isReadable,
          this.#sentences.about(control),
        ),
        ...(advice !== undefined && { advice }),
        ...(action.since && { since: action.since }),
      },
    ];
  }
}
