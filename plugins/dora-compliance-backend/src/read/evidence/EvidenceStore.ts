import type {
  Digest,
  EvidenceFilter,
  EvidenceView,
  Instant,
  Page,
  Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A piece of evidence and the document it was read from. */
export type DocumentedEvidence = {
  evidence: Evidence;
  document: EvidenceView['document'];
};

/** Whether the reader may read the whole catalog; if not said, it may not. */
export type ReadingOptions = { seesAll: boolean };

/** Port. Finds evidence for those who read it. */
export interface EvidenceStore {
  /** Evidence that concerns an asset and matches a filter, latest first. */
  list(
    entityRef: string,
    page: { limit: number; cursor?: string; filter?: EvidenceFilter },
  ): Promise<Page<DocumentedEvidence>>;

  /**
   * Evidence that concerns an asset, by id; for a reader of everything, also that
   * about the organizations of its repositories.
   */
  find(
    entityRef: string,
    id: Digest,
    reading?: ReadingOptions,
  ): Promise<DocumentedEvidence | undefined>;

  /**
   * The bytes of a document that says something about an asset, or that they
   * are no longer those of its digest. For a reader of everything, also of one about
   * the organizations of its repositories.
   */
  readDocument(
    entityRef: string,
    digest: Digest,
    reading?: ReadingOptions,
  ): Promise<{ body: Uint8Array; mediaType: string } | 'altered' | undefined>;

  /** Evidence of a document that names entities of the catalog. */
  namingEntities(digest: Digest): Promise<Evidence[]>;

  /** The assets that each piece of evidence of a document concerns, if any. */
  assetsIn(digest: Digest): Promise<string[][]>;

  /** Whether evidence of a document is about organizations. */
  isAboutOrganizations(digest: Digest): Promise<boolean>;

  /** Which of some pieces of evidence are about organizations. */
  listAboutOrganizations(ids: readonly Digest[]): Promise<Set<Digest>>;

  /** When evidence that concerns an asset was last recorded. */
  lastRecordedAt(entityRef: string): Promise<Instant | undefined>;

  /** Rebuilds the projections of the evidence. */
  rebuild(): Promise<void>;
}
