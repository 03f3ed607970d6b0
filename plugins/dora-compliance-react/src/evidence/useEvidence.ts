import { useApi } from '@backstage/core-plugin-api';
import type {
  Digest,
  DoraComplianceApi,
  EvidenceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { readOnce } from '../loading/readOnce';
import { useLoaded } from '../loading/useLoaded';

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
 * Evidence by document, each document once. What can't be read is told by id.
 *
 * @public
 */
export type LoadedEvidence = {
  documents: EvidenceDocument[];
  failures: Array<{ id: Digest; error: Error }>;
};

/**
 * Loads pieces of evidence by their ids. An id is a digest of the evidence, so
 * each is asked for once, however often it is shown.
 *
 * @public
 */
export function useEvidence(
  entityRef: string,
  ids: readonly Digest[],
): LoadedEvidence | undefined {
  const api = useApi(doraComplianceApiRef);
  const key = [entityRef, ...ids].join(' ');
  return useLoaded(key, () => loadEvidence(api, entityRef, ids)).value;
}

async function loadEvidence(
  api: DoraComplianceApi,
  entityRef: string,
  ids: readonly Digest[],
): Promise<LoadedEvidence> {
  const loaded: LoadedEvidence = { documents: [], failures: [] };
  const unique = [...new Set(ids)];
  const answers = await Promise.allSettled(
    unique.map(id =>
      readOnce(api, `evidence ${entityRef} ${id}`, () =>
        api.readEvidence(entityRef, id),
      ),
    ),
  );
  answers.forEach((answer, index) => {
    if (answer.status === 'fulfilled') {
      addTo(loaded.documents, answer.value);
    } else {
      loaded.failures.push({ id: unique[index]!, error: answer.reason });
    }
  });
  return loaded;
}

function addTo(documents: EvidenceDocument[], evidence: EvidenceView) {
  const { digest } = evidence.document;
  const known = documents.find(document => document.digest === digest);
  if (known) {
    known.evidence.push(evidence);
  } else {
    documents.push({ digest, evidence: [evidence] });
  }
}
