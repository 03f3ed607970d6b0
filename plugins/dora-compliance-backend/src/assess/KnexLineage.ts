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
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../kernel/database/columns';
import { evidenceFromRow, type EvidenceRow } from '../ledger/keep/evidenceRow';
import { subjectHash } from '../ledger/keep/subjectHash';
import { typeNumber } from '../ledger/keep/typeNumber';

/**
 * How many deployments before the window are read to find the one before its
 * first.
 */
const EARLIER_DEPLOYMENTS = 50;

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
    loadDeployments(knex, keys, since),
  );
  const sighted = await loadSightings(knex, deployments, types.commit);
  const starts = findStarts(assets, deployments, sighted);
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

async function loadDeployments(knex: Knex, keys: string[], since: Instant) {
  const ofAssets = () =>
    knex('evidence_subject')
      .whereIn('subject', keys.map(subjectHash))
      .where('type', typeNumber('service-deployed'));
  const earlier = ofAssets()
    .where('observed_at', '<=', since)
    .select('evidence_number')
    .rowNumber('place', query =>
      query.partitionBy('subject').orderBy('observed_at', 'desc'),
    );
  // One list of numbers: with two conditions PostgreSQL would read every row.
  const numbers = ofAssets()
    .where('observed_at', '>', since)
    .select('evidence_number')
    .union(
      knex
        .from(earlier.as('earlier'))
        .where('place', '<=', EARLIER_DEPLOYMENTS)
        .select('evidence_number'),
    );
  const rows: EvidenceRow[] = await knex('held_evidence').whereIn(
    'number',
    numbers,
  );
  return rows.map(evidenceFromRow);
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

/**
 * Each asset, from the earliest sighting of a commit that it deployed. A commit
 * deployed from one repository of an asset may have come through another one, and
 * a deployment may name only the asset.
 */
function findStarts(
  assets: readonly IctAsset[],
  deployments: readonly Evidence[],
  sighted: ReadonlyMap<string, Instant>,
): ReadonlyMap<string, Instant> {
  const firstSeen = new Map<string, Instant>();
  for (const deployment of deployments) {
    for (const commit of commitKeys(deployment)) {
      deployment.subjects.forEach(subject =>
        recordFirst(firstSeen, subjectKey(subject), sighted.get(commit)),
      );
    }
  }
  const starts = new Map<string, Instant>();
  for (const asset of assets) {
    for (const key of keysOfAsset(asset)) {
      recordFirst(starts, asset.entityRef, firstSeen.get(key));
    }
  }
  return starts;
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

function recordFirst(
  first: Map<string, Instant>,
  key: string,
  at: Instant | undefined,
) {
  const known = first.get(key);
  if (at && (!known || at < known)) {
    first.set(key, at);
  }
}

function commitKeys({ subjects }: Evidence): string[] {
  return subjects.filter(({ kind }) => kind === 'commit').map(subjectKey);
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
