import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { ControlCatalogue } from '../../plugins/dora-compliance-backend/src/assess/ControlCatalogue';
import type { Stores } from '../../plugins/dora-compliance-backend/src/compose/KnexStores';
import { ComplianceQuery } from '../../plugins/dora-compliance-backend/src/read/compliance/ComplianceQuery';
import { KnexControlTexts } from '../../plugins/dora-compliance-backend/src/read/compliance/KnexControlTexts';
import { KnexEvidenceOrigins } from '../../plugins/dora-compliance-backend/src/read/compliance/KnexEvidenceOrigins';
import { KnexGapClosing } from '../../plugins/dora-compliance-backend/src/read/sources/KnexGapClosing';
import { percentile } from '../percentile';
import { toServiceRef } from './bank';
import { now } from './clock';
import { sizes } from './sizes';

/** Milliseconds between two pages. */
const PAUSE = 100;

/** A reader of everything. */
const reader = {
  seesAll: async () => true,
  visible: async () => 'all',
  readable: async () => () => true,
} as never;

/** Reads the compliance tab of the nth asset. */
export function pageReader(
  knex: Knex,
  stores: Stores['served'],
  controls: ControlCatalogue,
): (n: number) => Promise<void> {
  const closing = new KnexGapClosing({ knex, sources: new Map(), lookBack: 0 });
  const query = new ComplianceQuery({
    ...stores,
    controls,
    closing,
    texts: new KnexControlTexts(knex),
    origins: new KnexEvidenceOrigins(knex, new Map()),
  });
  return async n => {
    const entityRef = toServiceRef(n % sizes.assets);
    const page = await query.readCompliance(entityRef, now(), reader);
    if (!page) {
      throw new Error(`${entityRef} is not found`);
    }
  };
}

/**
 * How long so many pages take, in ms.
 *
 * @param begins - is called before each, and what it returns afterwards
 */
export async function readPages(
  read: (n: number) => Promise<void>,
  begins: () => () => void,
  count: number,
): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    await sleep(PAUSE);
    const begin = performance.now();
    const ends = begins();
    await read(n * 7919);
    ends();
    times.push(performance.now() - begin);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
