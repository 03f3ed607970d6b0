import {
  canonicalJson,
  CodeVersions,
  type Digest,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { lockInOrder } from '../due/KnexLockInOrder';
import { markDueByControls } from '../due/KnexMarkDue';
import { markPastOfAll } from '../due/KnexMarkPast';
import { markAllScores } from '../due/KnexMarkScores';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../kernel/database/columns';
import { isSqlite } from '../kernel/database/isSqlite';
import { typeNumber } from '../ledger/keep/typeNumber';
import type { InstalledControl } from './AssessmentStore';
import { markDueByJudges } from './KnexMarkJudged';
import { recordControlChanges } from './KnexRecordControlChanges';
import {
  decideInstallation,
  isAbandoned,
  type StoredCode,
} from './decideInstallation';

/**
 * Stores these as the installed controls. Those that are new, or that other code
 * decides now, become due for every asset. The results of other controls are deleted:
 * at the start of a replica, or once no replica has them. Returns the ids of what
 * became due.
 */
export function installControls(
  knex: Knex,
  controls: readonly InstalledControl[],
  when: { now: Instant; isStart: boolean },
): Promise<string[]> {
  const { now, isStart } = when;
  return knex.transaction(async transaction => {
    await lockControls(transaction);
    const stored = await readStored(transaction);
    const answers = controls.map(one => ({
      one,
      answer: decideInstallation(one, stored.get(one.control.id), when),
    }));
    const select = (wanted: string) =>
      answers.flatMap(({ one, answer }) => (answer === wanted ? [one] : []));
    const [changed, confirmed] = [select('install'), select('confirm')];
    const gone = [...stored]
      .filter(([, one]) => isStart || isAbandoned(one, now))
      .map(([id]) => id)
      .filter(id => !controls.some(({ control }) => control.id === id));
    await recordControlChanges(transaction, { stored, changed, gone }, now);
    await replaceControls(transaction, changed, now);
    await transaction('control')
      .whereIn('id', listIds(confirmed))
      .update({ seen_at: now });
    await keepTexts(transaction, isStart ? controls : changed);
    await transaction('control').whereIn('id', gone).delete();
    await lockInOrder(transaction, queue => queue.whereIn('control_id', gone));
    for (const table of ['assessment_queue', 'control_status']) {
      await transaction(table).whereIn('control_id', gone).delete();
    }
    const read = isStart ? [...changed, ...confirmed] : changed;
    await replaceReads(transaction, read, gone);
    await markDueByControls(transaction, listIds(changed), now);
    await markDueByJudges(transaction, changed, now);
    if (changed.length > 0 || gone.length > 0) {
      await markAllScores(transaction);
      await markPastOfAll(transaction);
    }
    return listIds(changed);
  });
}

/** Replicas that start at the same time install one after the other. */
async function lockControls(transaction: Knex.Transaction): Promise<void> {
  if (!isSqlite(transaction)) {
    await transaction.raw('LOCK TABLE control IN SHARE ROW EXCLUSIVE MODE');
  }
}

async function readStored(
  transaction: Knex.Transaction,
): Promise<ReadonlyMap<string, StoredCode>> {
  const rows: {
    id: string;
    digest: Digest;
    code_digest: Digest | null;
    versions: string | null;
    seen_at: StoredInstant | null;
  }[] = await transaction('control').select(
    'id',
    'digest',
    'code_digest',
    'versions',
    'seen_at',
  );
  return new Map(
    rows.map(row => [
      row.id,
      {
        digest: row.digest,
        codeDigest: row.code_digest ?? undefined,
        versions: readVersions(row.versions),
        seenAt: row.seen_at ? readInstant(row.seen_at) : undefined,
      },
    ]),
  );
}

/** Undefined if they are unknown, or somebody edited them in the database. */
function readVersions(text: string | null): CodeVersions | undefined {
  try {
    return CodeVersions.safeParse(JSON.parse(text ?? 'null')).data;
  } catch {
    return undefined;
  }
}

async function replaceControls(
  transaction: Knex.Transaction,
  controls: readonly InstalledControl[],
  now: Instant,
): Promise<void> {
  if (controls.length > 0) {
    await transaction('control')
      .insert(
        controls.map(({ control, digest, codeDigest, versions }) => ({
          id: control.id,
          digest,
          body: canonicalJson(control),
          code_digest: codeDigest,
          versions: canonicalJson(versions),
          seen_at: now,
        })),
      )
      .onConflict('id')
      .merge();
  }
}

/** Past results were decided by these texts: they are never changed or removed. */
async function keepTexts(
  transaction: Knex.Transaction,
  controls: readonly InstalledControl[],
): Promise<void> {
  const rows = controls.map(({ control, digest }) => ({
    digest,
    body: canonicalJson(control),
  }));
  for (const chunk of inChunks(rows)) {
    await transaction('control_text')
      .insert(chunk)
      .onConflict('digest')
      .ignore();
  }
}

/** What controls read may change with the code of their judgements. */
async function replaceReads(
  transaction: Knex.Transaction,
  controls: readonly InstalledControl[],
  gone: readonly string[],
): Promise<void> {
  await transaction('control_read')
    .whereIn('control_id', [...listIds(controls), ...gone])
    .delete();
  const rows = controls.flatMap(({ control, reads }) =>
    reads.map(type => ({ control_id: control.id, type: typeNumber(type) })),
  );
  for (const chunk of inChunks(rows)) {
    await transaction('control_read').insert(chunk);
  }
}

function listIds(controls: readonly InstalledControl[]): string[] {
  return controls.map(({ control }) => control.id);
}
