import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { whereTextIn } from '../kernel/database/listTexts';
import { findSeverity } from '../scores/scoreAsset';
import type { ExpiringPair } from './composeExpiries';

type Pair = { entityRef: string; controlId: string };

/** Titles of assets and controls, and severities. */
export class KnexPairNames {
  readonly #knex: Knex;
  readonly #controls: ReadonlyMap<string, { control: Control }>;

  constructor(knex: Knex, controls: ReadonlyMap<string, { control: Control }>) {
    this.#knex = knex;
    this.#controls = controls;
  }

  /** Names pairs of these assets; an asset that is gone has its name as title. */
  async read(
    entityRefs: readonly string[],
  ): Promise<(pair: Pair) => ExpiringPair> {
    const rows: { entity_ref: string; title: string; rank: number | null }[] =
      await whereTextIn(
        this.#knex('inventory_node'),
        this.#knex,
        'inventory_node.entity_ref',
        entityRefs,
      )
        .leftJoin(
          'asset_index',
          'asset_index.entity_ref',
          'inventory_node.entity_ref',
        )
        .select('inventory_node.entity_ref', 'inventory_node.title', {
          rank: 'asset_index.criticality_rank',
        });
    const assets = new Map(rows.map(row => [row.entity_ref, row]));
    return ({ entityRef, controlId }) => {
      const asset = assets.get(entityRef);
      const control = this.#controls.get(controlId)?.control;
      return {
        entityRef,
        controlId,
        asset: asset?.title ?? parseEntityRef(entityRef).name,
        control: control?.title ?? controlId,
        remediation: control?.remediation ?? '',
        severity: control ? findSeverity(control, asset?.rank ?? -1) : 'high',
      };
    };
  }
}
