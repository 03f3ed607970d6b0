import {
  Control,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { inChunks } from '../kernel/database/columns';
import type { InstalledControl } from './AssessmentStore';
import { type StoredCode, tellChange } from './decideInstallation';

/**
 * Records which installed controls become others, so that a jump of a trend can be
 * explained. Must be called before they are stored. The first controls of all are no
 * change: there are no results before them.
 */
export async function recordControlChanges(
  transaction: Knex.Transaction,
  controls: {
    stored: ReadonlyMap<string, StoredCode>;
    changed: readonly InstalledControl[];
    gone: readonly string[];
  },
  now: Instant,
): Promise<void> {
  const { stored, changed, gone } = controls;
  if (stored.size === 0 && !(await wasInstalledBefore(transaction))) {
    return;
  }
  const rows = changed.flatMap(one => {
    const { id, code } = one.control;
    const change = tellChange(one, stored.get(id));
    return change ? [{ control_id: id, code, change }] : [];
  });
  const removed = await readCodes(transaction, gone);
  for (const chunk of inChunks([...rows, ...removed])) {
    await transaction('control_change').insert(
      chunk.map(row => ({ ...row, changed_at: now })),
    );
  }
}

/** The texts of all controls that were ever installed are kept. */
async function wasInstalledBefore(transaction: Knex.Transaction) {
  return (await transaction('control_text').first('digest')) !== undefined;
}

async function readCodes(
  transaction: Knex.Transaction,
  gone: readonly string[],
) {
  const rows: { id: string; body: string }[] =
    gone.length === 0
      ? []
      : await transaction('control').whereIn('id', gone).select('id', 'body');
  return rows.map(({ id, body }) => ({
    control_id: id,
    code: readCode(body) ?? id,
    change: 'removed',
  }));
}

/** Undefined if somebody edited the control in the database. */
function readCode(body: string): string | undefined {
  try {
    return Control.safeParse(JSON.parse(body)).data?.code;
  } catch {
    return undefined;
  }
}
