import { useApi } from '@backstage/core-plugin-api';
import type {
  Digest,
  DoraComplianceApi,
  EvidenceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { readCached } from '../loading/readCached';
import { useLoaded } from '../loading/useLoaded';
import { useLanguage } from '../translation/useLanguage';

/**
 * A source document, and the pieces of evidence that were read from it.
 *
 * @public
 */
export type EvidenceDocument = {
  digest: Digest;
  evidence: EvidenceView[];
};

/**
 * Evidence by document, each document once, and the ids that failed to load.
 *
 * @public
 */
export type LoadedEvidence = {
  documents: EvidenceDocument[];
  failures: Array<{ id: Digest; error: Error }>;
};

/**
 * Loads pieces of evidence by their ids. An id is a digest of the evidence, so
 * answers are cached for a few minutes.
 *
 * @public
 */
export function useEvidence(
  entityRef: string,
  ids: readonly Digest[],
): LoadedEvidence | undefined {
  const api = useApi(doraComplianceApiRef);
  const of = { entityRef, language: useLanguage() };
  const key = [entityRef, ...ids].join(' ');
  return useLoaded(key, () => loadEvidence(api, of, ids)).value;
}

async function loadEvidence(
  api: DoraComplianceApi,
  { entityRef, language }: { entityRef: string; language: string },
  ids: readonly Digest[],
): Promise<LoadedEvidence> {
  const loaded: LoadedEvidence = { documents: [], failures: [] };
  const unique = [...new Set(ids)];
  const answers = await Promise.allSettled(
    unique.map(id =>
      readCached(api, `evidence:${language}:${entityRef}:${id}`, () =>
        api.readEvidence(entityRef, id),
      ),
    ),
  );
  answers.forEach((answer, index) => {
    if (answer.status === 'fulfilled') {
      addEvidence(loaded.documents, answer.value);
    } else {
      loaded.failures.push({ id: unique[index]!, error: answer.reason });
    }
  });
  return loaded;
}

function addEvidence(documents: EvidenceDocument[], evidence: EvidenceView) {
  const { digest } = evidence.document;
  const known = documents.find(document => document.digest === digest);
  if (known) {
    known.evidence.push(evidence);
  } else {
    documents.push({ digest, evidence: [evidence] });
  }
}
