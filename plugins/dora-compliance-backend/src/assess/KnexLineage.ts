import {
  type Evidence,
  type EvidenceType,
  type IctAsset,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { Lineage, LineageTypes } from './EvidenceLoader';
import { keysOfAsset, repositoryKeys } from '../register/assetKeys';
import { commitKeys, findStarts, recordFirst } from './findStarts';
import { loadDeployments } from './KnexDeployments';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../kernel/database/columns';
import { evidenceFromRow, type EvidenceRow } from '../ledger/keep/evidenceRow';
import { subjectHash } from '../ledger/keep/subjectHash';
import { typeNumber } from '../ledger/keep/typeNumber';

/**
 * From when on evidence about each repository is loaded, by the key of the
 * repository.
 */
type Starts = ReadonlyMap<string, Instant>;

/**
 * Four steps, each one statement for a hundred repositories: their deployments,
 * the earliest sightings of the deployed commits, all links of each asset since
 * its own earliest sighting, and other evidence about the changes among them.
 */
export async function loadLineage(
  knex: Knex,
  {
    assets,
    since,
    types,
  }: { assets: readonly IctAsset[]; since: Instant; types: LineageTypes },
): Promise<Lineage> {
  const identifiers = [...new Set(assets.flatMap(keysOfAsset))];
  const deployments = await ofChunks(identifiers, keys =>
    loadDeployments(knex, { keys, since, types: types.deployment }),
  );
  const sighted = await loadSightings(knex, deployments, types.commit);
  const starts = findStarts(assets, { deployments, sighted, since });
  const byKey = startsOfKeys(assets, starts);
  const links = await ofChunks([...byKey], some =>
    loadLinks(knex, some, types.commit),
  );
  const changes = await loadChanges(knex, links, types.change);
  return { evidence: [...deployments, ...links, ...changes], starts };
}

/** How many repositories one statement reads. */
const REPOSITORIES = 100;

async function ofChunks<T>(
  items: readonly T[],
  load: (chunk: T[]) => Promise<Evidence[]>,
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const chunk of inChunks(items, REPOSITORIES)) {
    found.push(...(await load(chunk)));
  }
  return found;
}

/** When each deployed commit was first sighted, by its key. */
async function loadSightings(
  knex: Knex,
  deployments: readonly Evidence[],
  types: readonly EvidenceType[],
) {
  const sighted = new Map<string, Instant>();
  for (const chunk of inChunks([...new Set(deployments.flatMap(commitKeys))])) {
    const keys = new Map(
      chunk.map(key => [subjectHash(key).toString('hex'), key]),
    );
    const rows: { subject: Buffer; at: StoredInstant }[] = await knex(
      'evidence_subject',
    )
      .whereIn('subject', chunk.map(subjectHash))
      .whereIn('type', types.map(typeNumber))
      .groupBy('subject')
      .select('subject')
      .min({ at: 'observed_at' });
    rows.forEach(({ subject, at }) =>
      sighted.set(keys.get(subject.toString('hex'))!, readInstant(at)),
    );
  }
  return sighted;
}

/** Several assets may be built from one repository: the earliest counts. */
function startsOfKeys(
  assets: readonly IctAsset[],
  starts: ReadonlyMap<string, Instant>,
): Starts {
  const byKey = new Map<string, Instant>();
  for (const asset of assets) {
    for (const key of repositoryKeys(asset)) {
      recordFirst(byKey, key, starts.get(asset.entityRef));
    }
  }
  return byKey;
}

async function loadLinks(
  knex: Knex,
  starts: [string, Instant][],
  types: readonly EvidenceType[],
) {
  const ids = knex('evidence_subject')
    .whereIn('type', types.map(typeNumber))
    .where(any =>
      starts.forEach(([key, start]) =>
        any.orWhere(one =>
          one
            .where('subject', subjectHash(key))
            .where('observed_at', '>=', start),
        ),
      ),
    )
    .select('evidence_number');
  const rows: EvidenceRow[] = await knex('held_evidence').whereIn(
    'number',
    ids,
  );
  return rows.map(evidenceFromRow);
}

async function loadChanges(
  knex: Knex,
  links: Evidence[],
  types: readonly EvidenceType[],
) {
  const changes = new Set(
    links
      .filter(({ type }) => type === 'change-merged')
      .flatMap(({ subjects }) => subjects)
      .filter(({ kind }) => kind === 'change')
      .map(subjectKey),
  );
  const found: Evidence[] = [];
  for (const chunk of inChunks([...changes])) {
    const rows: EvidenceRow[] = await knex('held_evidence').whereIn(
      'number',
      knex('evidence_subject')
        .whereIn('subject', chunk.map(subjectHash))
        .whereIn('type', types.map(typeNumber))
        .select('evidence_number'),
    );
    found.push(...rows.map(evidenceFromRow));
  }
  return found;
}
