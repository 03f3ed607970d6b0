import type { Knex } from 'knex';
import type { AssessmentStore } from '../assess/AssessmentStore';
import { KnexAssessmentStore } from '../assess/KnexAssessmentStore';
import type { AssetStore } from '../asset/AssetStore';
import type { DiscoveryStore } from '../asset/DiscoveryStore';
import { KnexAssetStore } from '../asset/KnexAssetStore';
import { KnexDiscoveryStore } from '../asset/KnexDiscoveryStore';
import { KnexRegisterStore } from '../asset/KnexRegisterStore';
import type { RegisterStore } from '../asset/RegisterStore';
import type { BackfillStore } from '../collect/BackfillStore';
import type { CollectionStore } from '../collect/CollectionStore';
import { KnexLogReadStore } from '../collect/KnexLogReadStore';
import type { LogReadStore } from '../collect/LogReadStore';
import { KnexBackfillStore } from '../collect/KnexBackfillStore';
import { KnexCollectionStore } from '../collect/KnexCollectionStore';
import { migrate } from '../database/migrate';
import type { EvidenceStore } from '../evidence/EvidenceStore';
import { KnexEvidenceStore } from '../evidence/KnexEvidenceStore';
import { keepStatements } from '../evidence/KnexKeepStatements';
import type { DocumentStore } from '../ingest/DocumentStore';
import { KnexDocumentStore } from '../ingest/KnexDocumentStore';
import { KnexSilenceStore } from '../silence/KnexSilenceStore';
import type { SilenceStore } from '../silence/SilenceStore';
import { KnexPeopleStore } from '../people/KnexPeopleStore';
import type { PeopleStore } from '../people/PeopleStore';

/** All stores over one database. */
export type TestStores = {
  documents: DocumentStore;
  evidence: EvidenceStore;
  assets: AssetStore;
  register: RegisterStore;
  discoveries: DiscoveryStore;
  assessments: AssessmentStore;
  people: PeopleStore;
  targets: CollectionStore;
  backfills: BackfillStore;
  logReads: LogReadStore;
  silence: SilenceStore;
};

/** Makes the tables and the stores over them. */
export async function createStores(knex: Knex): Promise<TestStores> {
  await migrate({ getClient: async () => knex });
  return {
    documents: new KnexDocumentStore(knex, keepStatements),
    evidence: new KnexEvidenceStore(knex),
    assets: new KnexAssetStore(knex),
    register: new KnexRegisterStore(knex),
    discoveries: new KnexDiscoveryStore(knex),
    assessments: new KnexAssessmentStore(knex),
    people: new KnexPeopleStore(knex),
    targets: new KnexCollectionStore(knex),
    backfills: new KnexBackfillStore(knex),
    logReads: new KnexLogReadStore(knex),
    silence: new KnexSilenceStore(knex),
  };
}
