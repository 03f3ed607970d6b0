import {
  type Instant,
  type ProviderDeclaration,
  subtractDuration,
  UNINVENTORIED_DAYS,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { DocumentStore } from '../ledger/DocumentStore';
import { setImmediate } from 'node:timers/promises';
import { observeRecord } from './observeRecord';
import { observationDocument } from './ownSources';
import { listNotListed } from './pipelinesNotListed';
import type { RegisteredAsset, RegisterStore } from './RegisterStore';
import {
  type AssetSurroundings,
  criticalities,
  type GraphItem,
  computeSurroundings,
} from './Surroundings';

const BATCH = 500;

/**
 * Computes what the graph says about every asset, saves what changed, and
 * stores changed records as evidence.
 */
export async function syncRegister(options: {
  graph: ReadonlyMap<string, GraphItem>;
  register: RegisterStore;
  documents: DocumentStore;
  now: Instant;
  observeBefore: Instant;
}): Promise<{ surrounded: number; observed: number }> {
  const { graph, register, now } = options;
  const notListed = await register.listPipelinesNotListed(
    subtractDuration(now, `P${UNINVENTORIED_DAYS}D`),
  );
  const known = await register.listInputs();
  const effective = criticalities(graph.values());
  let seen = 0;
  let surrounded = 0;
  let changed: AssetSurroundings[] = [];
  const save = async () => {
    await register.saveSurroundings(changed, now.slice(0, 10));
    surrounded += changed.length;
    changed = [];
  };
  for (const item of computeSurroundings(graph, effective, notListed)) {
    if (known.get(item.entityRef) !== item.input) {
      changed.push(item);
    }
    seen++;
    if (changed.length === BATCH) {
      await save();
    } else if (seen % BATCH === 0) {
      // Yields to the event loop, however many assets there are.
      await setImmediate();
    }
  }
  await save();
  await register.saveCriticalities(
    new Map([...effective].map(([ref, { level }]) => [ref, level])),
    now,
  );
  return { surrounded, observed: await observe({ ...options, notListed }) };
}

async function observe(options: {
  register: RegisterStore;
  documents: DocumentStore;
  now: Instant;
  observeBefore: Instant;
  notListed: ReadonlyMap<string, readonly string[]>;
}): Promise<number> {
  const { register, documents, now, observeBefore, notListed } = options;
  let observed = 0;
  for (;;) {
    const assets = await register.listUnobserved({
      before: observeBefore,
      limit: BATCH,
    });
    if (assets.length === 0) {
      return observed;
    }
    const providers = await findProviders(assets, register);
    await documents.receive(
      assets.map(asset =>
        observationDocument(
          'asset-record-observed',
          observeRecord(
            asset,
            providers,
            listNotListed(asset.asset, notListed),
          ),
          now,
        ),
      ),
    );
    await register.recordObserved(
      assets.map(({ asset, input }) => ({ entityRef: asset.entityRef, input })),
      now,
    );
    observed += assets.length;
  }
}

async function findProviders(
  assets: readonly RegisteredAsset[],
  register: RegisterStore,
): Promise<Map<string, ProviderDeclaration>> {
  const refs = new Set(assets.flatMap(({ asset }) => asset.providerRef ?? []));
  const found = new Map<string, ProviderDeclaration>();
  for (const entityRef of refs) {
    const declared = await register.findProvider(entityRef);
    if (declared) {
      found.set(entityRef, declared);
    }
  }
  return found;
}
