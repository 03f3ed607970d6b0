import type {
  Evidence,
  EvidenceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { inEnglish } from '../inEnglish';
import type { DocumentedEvidence } from './EvidenceStore';
import type { Reader } from '../../permissions/Reader';
import { describedInPart } from './readableDocument';
import { namesOfEvidence, readableEvidence } from './readableEvidence';

/** Pieces of evidence as they are shown to a reader. */
export async function evidenceViews(
  items: readonly DocumentedEvidence[],
  reader: Reader,
  sentences: Sentences = inEnglish,
): Promise<EvidenceView[]> {
  const seesAll = await reader.seesAll();
  const shown = await readableItems(
    items.map(({ evidence }) => evidence),
    reader,
  );
  return items.map(({ document }, place) =>
    evidenceView(
      {
        evidence: shown[place]!.shown,
        document: seesAll ? document : describedInPart(document),
      },
      sentences,
    ),
  );
}

async function readableItems(items: readonly Evidence[], reader: Reader) {
  if (await reader.seesAll()) {
    return items.map(shown => ({ shown, isWhole: true }));
  }
  const isReadable = await reader.readable(items.flatMap(namesOfEvidence));
  return items.map(item => readableEvidence(item, isReadable));
}

/** A piece of evidence as it is shown. */
export function evidenceView(
  item: DocumentedEvidence,
  sentences: Sentences,
): EvidenceView {
  const { evidence, document } = item;
  return {
    id: evidence.id,
    type: evidence.type,
    title: sentences.evidence(evidence),
    subjects: [...evidence.subjects],
    predicate: evidence.predicate,
    observedAt: evidence.observedAt,
    recordedAt: evidence.recordedAt,
    verification: evidence.verification,
    proof: evidence.proof,
    sourceId: evidence.sourceId,
    document,
  };
}
