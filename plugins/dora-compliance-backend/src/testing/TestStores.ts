import type { Knex } from 'knex';
import type { DecisionStores } from '../assess/loadEvidence';
import type { EvidenceLoader } from '../assess/EvidenceLoader';
import { KnexEvidenceLoader } from '../assess/KnexEvidenceLoader';
import type { AssessmentStore } from '../assess/AssessmentStore';
import { KnexAssessmentStore } from '../assess/KnexAssessmentStore';
import type { AssetStore } from '../register/AssetStore';
import type { DiscoveryStore } from '../register/DiscoveryStore';
import { KnexAssetStore } from '../register/KnexAssetStore';
import { KnexDiscoveryStore } from '../register/KnexDiscoveryStore';
import { KnexRegisterStore } from '../register/KnexRegisterStore';
import type { RegisterStore } from '../register/RegisterStore';
import type { BackfillStore } from '../sources/backfill/BackfillStore';
import type { CollectionStore } from '../sources/collect/CollectionStore';
import { KnexLogReadStore } from '../sources/collect/KnexLogReadStore';
import type { LogReadStore } from '../sources/collect/LogReadStore';
import { KnexBackfillStore } from '../sources/backfill/KnexBackfillStore';
import { KnexCollectionStore } from '../sources/collect/KnexCollectionStore';
import { migrate } from '../kernel/database/migrate';
import type { EvidenceStore } from '../read/evidence/EvidenceStore';
import { KnexEvidenceStore } from '../read/evidence/KnexEvidenceStore';
import type { DocumentStore } from '../ledger/DocumentStore';
import { KnexDocumentStore } from '../ledger/KnexDocumentStore';
import { KnexSilenceStore } from '../sources/silence/KnexSilenceStore';
import type { SilenceStore } from '../sources/silence/SilenceStore';
import { KnexPeopleStore } from '../people/KnexPeopleStore';
import type { PeopleStore } from '../people/PeopleStore';

/** All stores over one database. */
export type TestStores = {
  documents: DocumentStore;
  evidence: EvidenceStore;
  evidenceLoader: EvidenceLoader;
  assets: AssetStore;
  register: RegisterStore;
  discoveries: DiscoveryStore;
  assessments: AssessmentStore;
  people: PeopleStore;
  targets: CollectionStore;
  backfills: BackfillStore;
  logReads: LogReadStore;
  silence: SilenceStore;
  /** What a decision is made from. */
  decision: DecisionStores;
};

/** Makes the tables and the stores over them. */
export async function createStores(knex: Knex): Promise<TestStores> {
  await migrate({ getClient: async () => knex });
  const evidenceLoader = new KnexEvidenceLoader(knex);
  const people = new KnexPeopleStore(knex);
  const silence = new KnexSilenceStore(knex);
  return {
    documents: new KnexDocumentStore(knex),
    evidence: new KnexEvidenceStore(knex),
    evidenceLoader,
    assets: new KnexAssetStore(knex),
    register: new KnexRegisterStore(knex),
    discoveries: new KnexDiscoveryStore(knex),
    assessments: new KnexAssessmentStore(knex),
    people,
    targets: new KnexCollectionStore(knex),
    backfills: new KnexBackfillStore(knex),
    logReads: new KnexLogReadStore(knex),
    silence,
    decision: { evidence: evidenceLoader, people, silence },
  };
}
