import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { tallyPairs } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { jsonRows } from '../../kernel/database/jsonRows';
import { whereTextIn } from '../../kernel/database/listTexts';
import { scopeKeys } from '../scopes';
import {
  TALLY_COLUMNS,
  tallyFromRow,
  tallyKinds,
  type TallyRow,
  tallyToRow,
} from '../tallyColumns';
import {
  changeTotals,
  listSteps,
  type PastScore,
  type PastTotal,
} from './sumPast';

type DayRow = TallyRow & {
  scope: string;
  day: Day;
  owner_ref: string | null;
  assets: StoredNumber;
  scopes: string | null;
};

/** A row of the past to store. */
type StoredPast = PastTotal & {
  scope: string;
  ownerRef?: string;
  scopes?: readonly string[];
};

/**
 * Replaces the past of some assets, and changes the totals by the difference, so that
 * they remain the sum over all assets. Recorded days stay as they are.
 *
 * @param scores - earliest first within an asset
 */
export async function writePast(
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
  scores: readonly PastScore[],
  recordedFrom: Day,
): Promise<void> {
  const keys = entityRefs.map(scopeKeys.asset);
  const former = (await takePast(transaction, keys)).map(toScore);
  const steps = new Map<string, PastTotal[]>();
  for (const ref of entityRefs) {
    const isOfAsset = ({ entityRef }: PastScore) => entityRef === ref;
    for (const { scope, step } of [
      ...listSteps(former.filter(isOfAsset), -1),
      ...listSteps(scores.filter(isOfAsset), 1),
    ]) {
      steps.set(scope, [...(steps.get(scope) ?? []), step]);
    }
  }
  const scopes = [...steps.keys()];
  const totals = await takePast(transaction, scopes);
  await insertPast(transaction, [
    ...scores.map(score => ({
      ...score,
      scope: scopeKeys.asset(score.entityRef),
      assets: 1,
    })),
    ...scopes.flatMap(scope =>
      changeTotals(
        totals.filter(row => row.scope === scope).map(toTotal),
        steps.get(scope)!,
      ).map(total => ({ ...total, scope })),
    ),
  ]);
  await endWithRecord(transaction, scopes, recordedFrom);
}

/** Removes what was computed before and returns it, earliest first. */
async function takePast(
  transaction: Knex.Transaction,
  scopes: readonly string[],
): Promise<DayRow[]> {
  const select = () =>
    whereTextIn(
      transaction('score_day').where('reconstructed', true),
      transaction,
      'scope',
      scopes,
    );
  const rows: DayRow[] = await select().orderBy(['scope', 'day']);
  await select().delete();
  return rows;
}

function toTotal(row: DayRow): PastTotal {
  return {
    day: row.day,
    assets: readNumber(row.assets),
    tally: tallyFromRow(row),
  };
}

function toScore(row: DayRow): PastScore {
  return {
    entityRef: row.scope.slice(scopeKeys.asset('').length),
    day: row.day,
    ownerRef: row.owner_ref ?? '',
    scopes: JSON.parse(row.scopes ?? '[]'),
    tally: tallyFromRow(row),
  };
}

async function insertPast(
  transaction: Knex.Transaction,
  rows: readonly StoredPast[],
): Promise<void> {
  const kinds = {
    scope: 'text',
    day: 'text',
    owner_ref: 'text',
    assets: 'integer',
    ...tallyKinds,
    scopes: 'text',
  } as const;
  const names = Object.keys(kinds).join();
  await transaction.raw(
    `INSERT INTO score_day (${names}, reconstructed)
     SELECT ${names}, true FROM (?) AS past`,
    [
      jsonRows(
        transaction,
        kinds,
        rows.map(({ scope, day, ownerRef, assets, tally, scopes }) => ({
          scope,
          day,
          owner_ref: ownerRef ?? null,
          assets,
          ...tallyToRow(tally),
          scopes: scopes ? JSON.stringify(scopes) : null,
        })),
      ),
    ],
  );
}

/**
 * A past total would hold on the days of the record if nothing was recorded for the
 * scope on its first day: nothing belonged to it then.
 */
async function endWithRecord(
  transaction: Knex.Transaction,
  scopes: readonly string[],
  recordedFrom: Day,
): Promise<void> {
  const none = tallyToRow(tallyPairs([]));
  const rows = jsonRows(
    transaction,
    { scope: 'text', assets: 'integer', ...tallyKinds },
    scopes.map(scope => ({ scope, assets: 0, ...none })),
  );
  await transaction.raw(
    `INSERT INTO score_day (scope, day, assets, ${TALLY_COLUMNS.join()})
     SELECT scope, CAST(? AS text), assets, ${TALLY_COLUMNS.join()}
     FROM (?) AS ended WHERE true
     ON CONFLICT (scope, day) DO NOTHING`,
    [recordedFrom, rows],
  );
}
