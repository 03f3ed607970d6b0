import type {
  Control,
  ControlStatus,
  Instant,
  StatusChangeView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readInstant,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { readNumberCursor } from '../../kernel/paging/cursor';
import { cutPage } from '../../kernel/paging/cutPage';
import { whereTextIn } from '../../kernel/database/listTexts';
import { whereVisible } from '../../permissions/KnexVisible';
import { whereScope } from './KnexWhereScope';
import type { ScorecardScope } from './ScorecardScope';

type ChangeRow = {
  number: StoredNumber;
  entity_ref: string;
  control_id: string;
  from_status: ControlStatus;
  to_status: ControlStatus;
  changed_at: StoredInstant;
  title: string | null;
};

/**
 * A page of the changes of statuses since an instant, latest first. Those of a group
 * are those of the assets that it owned at that time.
 */
export async function readStatusChanges(
  knex: Knex,
  scope: ScorecardScope,
  options: {
    controls: ReadonlyMap<string, Control>;
    since: Instant;
    controlId?: string | undefined;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<{ items: StatusChangeView[]; nextCursor?: string }> {
  const { controls, since, controlId, limit, cursor } = options;
  const query = selectStatusChanges(knex, scope)
    .leftJoin(
      'inventory_node',
      'inventory_node.entity_ref',
      'status_change.entity_ref',
    )
    .where('changed_at', '>=', since)
    .orderBy([
      { column: 'changed_at', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .limit(limit + 1)
    .select('status_change.*', 'inventory_node.title');
  if (controlId !== undefined) {
    query.where('status_change.control_id', controlId);
  }
  if (cursor) {
    query.whereRaw('(changed_at, number) < (?, ?)', readNumberCursor(cursor));
  }
  const rows: ChangeRow[] = await query;
  const { shown, next } = cutPage(rows, limit, row => [
    readInstant(row.changed_at),
    String(row.number),
  ]);
  return { items: shown.map(row => describeChange(row, controls)), ...next };
}

/**
 * The changes of statuses of a scope. Those of a group are those of the assets that it
 * owned at that time, and those of other parts those of the assets that they have now.
 */
export function selectStatusChanges(
  knex: Knex,
  scope: ScorecardScope,
): Knex.QueryBuilder {
  const changes = knex('status_change');
  if (scope.of === 'group' || scope.of === 'organization') {
    whereVisible(changes, knex, 'status_change.entity_ref', scope.visible);
    return scope.of === 'group'
      ? whereTextIn(changes, knex, 'status_change.owner_ref', scope.owners)
      : changes;
  }
  return changes.whereIn(
    'status_change.entity_ref',
    whereScope(
      knex('asset_score').select('asset_score.entity_ref'),
      knex,
      scope,
    ) as never,
  );
}

/** A control that is no longer installed is named by its id. */
function describeChange(
  row: ChangeRow,
  controls: ReadonlyMap<string, Control>,
): StatusChangeView {
  const control = controls.get(row.control_id);
  return {
    entityRef: row.entity_ref,
    title: row.title ?? row.entity_ref,
    control: {
      id: row.control_id,
      code: control?.code ?? row.control_id,
      title: control?.title ?? row.control_id,
    },
    from: row.from_status,
    to: row.to_status,
    at: readInstant(row.changed_at),
  };
}
