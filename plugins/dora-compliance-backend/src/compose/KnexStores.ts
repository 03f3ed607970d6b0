import type { Knex } from 'knex';
import { KnexAssessmentStore } from '../assess/KnexAssessmentStore';
import { KnexEvidenceLoader } from '../assess/KnexEvidenceLoader';
import { KnexAssetStore } from '../register/KnexAssetStore';
import { KnexDiscoveryStore } from '../register/KnexDiscoveryStore';
import { KnexRegisterStore } from '../register/KnexRegisterStore';
import {
  servedLimits,
  upkeepLimits,
  workLimits,
} from '../kernel/database/DatabaseLimits';
import { withLimits } from '../kernel/database/KnexLimited';
import { KnexEvidenceStore } from '../read/evidence/KnexEvidenceStore';
import { requireZstdDictionaries } from '../ledger/bodies/requireZstdDictionaries';
import { ReceivedDocumentCache } from '../ledger/ReceivedDocumentCache';
import { KnexDocumentStore } from '../ledger/KnexDocumentStore';
import { KnexRuledAssets } from '../permissions/KnexRuledAssets';
import { KnexPeopleStore } from '../people/KnexPeopleStore';
import { KnexSilenceStore } from '../sources/silence/KnexSilenceStore';
import { KnexScoreStore } from '../scores/KnexScoreStore';
import type { Telemetry } from '../kernel/telemetry/Telemetry';

/** One database, with a view for each set of time limits. */
export function limitedDatabases(knex: Knex) {
  return {
    served: withLimits(knex, servedLimits),
    work: withLimits(knex, workLimits),
    upkeep: withLimits(knex, upkeepLimits),
  };
}

/** The stores of the corridor, over each view of its database. */
export function knexStores(
  databases: ReturnType<typeof limitedDatabases>,
  telemetry: Telemetry,
) {
  requireZstdDictionaries();
  const receivedCache = new ReceivedDocumentCache();
  const storesOver = (knex: Knex) => ({
    documents: new KnexDocumentStore(knex, telemetry, receivedCache),
    evidence: new KnexEvidenceStore(knex),
    assets: new KnexAssetStore(knex),
    register: new KnexRegisterStore(knex),
    discoveries: new KnexDiscoveryStore(knex),
    people: new KnexPeopleStore(knex),
    ruledAssets: new KnexRuledAssets(knex),
    scores: new KnexScoreStore(knex),
    assessments: new KnexAssessmentStore(knex, telemetry),
    /** What an assessment is computed from. */
    decision: {
      evidence: new KnexEvidenceLoader(knex),
      people: new KnexPeopleStore(knex),
      silence: new KnexSilenceStore(knex),
    },
  });
  return {
    served: storesOver(databases.served),
    work: storesOver(databases.work),
    upkeep: storesOver(databases.upkeep),
  };
}

/** The stores of the corridor, by the time limits of their users. */
export type Stores = ReturnType<typeof knexStores>;
