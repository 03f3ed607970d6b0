import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { IsReadable, Reader } from '../../permissions/Reader';
import { readScoredAssets, type ScoredAsset } from './KnexScoredAssets';
import type { ScorecardScope } from './ScorecardScope';

/** How many assets are read at once. */
const PAGE = 200;

/** The columns of the export. */
export const SCORECARD_COLUMNS = [
  'Asset',
  'Title',
  'Owner',
  'Criticality',
  'Control',
  'Status',
  'Weight',
];

/**
 * The lines of the export, a page of assets at a time: every pair of asset and
 * control with what the two numbers are computed from. The assets are in the order of
 * their references, which no change of a status moves.
 */
export async function* exportPairs(
  knex: Knex,
  scope: ScorecardScope,
  controls: ReadonlyMap<string, Control>,
  reader: Pick<Reader, 'readable'>,
): AsyncGenerator<string[][]> {
  let cursor: string | undefined;
  do {
    const page = await readScoredAssets(knex, scope, {
      limit: PAGE,
      cursor,
      order: 'reference',
    });
    const owners = page.items.flatMap(({ ownerRef }) => ownerRef || []);
    const isReadable = await reader.readable(owners);
    yield page.items.flatMap(asset =>
      describePairs(asset, controls, isReadable),
    );
    cursor = page.nextCursor;
  } while (cursor);
}

function describePairs(
  asset: ScoredAsset,
  controls: ReadonlyMap<string, Control>,
  isReadable: IsReadable,
): string[][] {
  return Object.entries(asset.cells).map(([id, [status, weight]]) => [
    asset.entityRef,
    asset.title,
    isReadable(asset.ownerRef) ? asset.ownerRef : '',
    Criticality.options[asset.rank] ?? 'unclassified',
    controls.get(id)?.code ?? id,
    status,
    String(weight),
  ]);
}
